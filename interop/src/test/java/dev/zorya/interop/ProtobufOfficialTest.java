package dev.zorya.interop;

/** protobuf on the official contracts. */
class ProtobufOfficialTest extends LiveTests {
    ProtobufOfficialTest() {
        super(Scenario.PROTOBUF, Side.GO);
    }
}
