package dev.zorya.wallet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zorya.channel.message.Extension;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class MemosTest {
    @Test
    @Tag("threat-63")
    void oneCleanLine() {
        assertEquals("two lines", Memos.clean("two\r\nlines\u0007"));
        assertEquals("pay txet", Memos.clean("pay \u202etxet"));
        assertEquals("", Memos.clean("\u0000\u200b"));
    }

    @Test
    void fitsIntoItsMessageAtAWholeCharacter() {
        for (String unit : new String[] {"a", "é", "€", "\ud83e\udd81"}) {
            String cut = Memos.clean(unit.repeat(1000));
            assertTrue(cut.getBytes(StandardCharsets.UTF_8).length <= Extension.MAX_TEXT);
            assertEquals(unit.repeat(cut.length() / unit.length()), cut);
            assertTrue(cut.length() / unit.length() >= 128, "and no shorter than needed");
        }
    }
}
