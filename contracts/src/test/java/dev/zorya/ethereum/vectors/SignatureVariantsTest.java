package dev.zorya.ethereum.vectors;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.zorya.ethereum.chain.Key;
import java.util.HexFormat;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** {@code onchain-signature-variants.json}: the forms that the rules are played with are those of the file. */
@Tag("threat-7")
class SignatureVariantsTest {
    @Test
    void everyVariantIsMadeAsInTheFile() {
        var in = SignatureVariantsTest.class.getResourceAsStream("/vectors/onchain-signature-variants.json");
        var variants = JsonMapper.shared().readTree(in).get("variants");
        byte[] canonical = HexFormat.of()
                .parseHex(variants.get(0).get("signature").stringValue().substring(2));
        for (var row : variants) {
            byte[] made = Key.variant(row.get("variant").stringValue(), canonical);
            assertEquals(
                    row.get("signature").stringValue(),
                    "0x" + HexFormat.of().formatHex(made),
                    row.get("variant").stringValue());
        }
        assertEquals(6, variants.size());
    }
}
