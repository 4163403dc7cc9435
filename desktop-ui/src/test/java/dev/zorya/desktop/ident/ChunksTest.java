package dev.zorya.desktop.ident;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

class ChunksTest {
    private static final String ADDRESS = "0x71C7656EC7ab88b098defB751B7401B5f6d8976F";
    private static final String DID = "did:key:z6MkqF3v7rTn2Yx8abcdefghijkmnopqrstuvwxyzWcP48Ta2";

    @Test
    void anAddress() {
        assertEquals("0x71C7 656E … 976F", Chunks.brief(ADDRESS));
        assertEquals("0x71C7 656E C7ab 88b0 98de fB75 1B74 01B5 f6d8 976F", Chunks.whole(ADDRESS));
    }

    @Test
    void aDid() {
        assertEquals("did:key:z6Mk qF3v 7rTn 2Yx8 … WcP4 8Ta2", Chunks.briefDid(DID));
        assertTrue(Chunks.wholeDid(DID).startsWith("did:key:z6Mk qF3v 7rTn"));
        assertEquals("did:peer:2.Ez 6LSb", Chunks.wholeDid("did:peer:2.Ez6LSb"));
        assertEquals("did:key:z6Mk", Chunks.briefDid("did:key:z6Mk"));
    }

    @Test
    void channelIdsHaveNoPrefixAndShortTextStaysWhole() {
        assertEquals("5be3 90a1 … c47d", Chunks.brief("5be390a1" + "0".repeat(52) + "c47d"));
        assertEquals("0x1234 5678 9abc", Chunks.brief("0x123456789abc"));
        assertEquals("", Chunks.brief(""));
        assertEquals("host", Chunks.wholeDid("host"));
    }

    @Test
    void wholeTextLosesNothingAndGroupsHaveFour() {
        Random random = new Random(3);
        for (int i = 0; i < 500; i++) {
            StringBuilder hex = new StringBuilder("0x");
            for (int n = random.nextInt(70); n > 0; n--) {
                hex.append(Character.forDigit(random.nextInt(16), 16));
            }
            String whole = Chunks.whole(hex.toString());
            assertEquals(hex.toString(), whole.replace(" ", ""));
            String[] groups = whole.substring(2).split(" ");
            for (int g = 0; g < groups.length - 1; g++) {
                assertEquals(4, groups[g].length());
            }
        }
    }
}
