package dev.zorya.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class LabelsTest {
    @Test
    void plainNamesStay() {
        assertEquals("Blue Door Café", Labels.clean("Blue Door Café"));
        assertEquals("Тарас", Labels.clean("Тарас"));
        assertEquals("", Labels.clean(""));
    }

    @Test
    @Tag("threat-58")
    @Tag("threat-63")
    void controlAndDirectionCharactersBecomeBlank() {
        assertEquals("Bob moc.live", Labels.clean("Bob\u202emoc.live\u202c"));
        assertEquals("a b", Labels.clean("a\u0000\r\n\t\u200b\u2066 b"));
        assertEquals("x", Labels.clean("\ufeff\ue000x\u2028"));
    }

    @Test
    void isBounded() {
        assertEquals(48, Labels.clean("ab".repeat(10_000)).length());
        assertEquals(96, Labels.clean("\ud83e\udd81".repeat(100)).length());
    }
}
