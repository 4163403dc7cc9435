package dev.zorya.interop;

/** perunio on the official contracts. */
class PerunioOfficialTest extends LiveTests {
    PerunioOfficialTest() {
        super(Scenario.PERUNIO, Side.GO);
    }
}
