package dev.zorya.interop;

/** perunio on our contracts. */
class PerunioOurTest extends LiveTests {
    PerunioOurTest() {
        super(Scenario.PERUNIO, Side.ZORYA);
    }
}
