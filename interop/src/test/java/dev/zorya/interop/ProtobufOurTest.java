package dev.zorya.interop;

/** protobuf on our contracts. */
class ProtobufOurTest extends LiveTests {
    ProtobufOurTest() {
        super(Scenario.PROTOBUF, Side.ZORYA);
    }
}
