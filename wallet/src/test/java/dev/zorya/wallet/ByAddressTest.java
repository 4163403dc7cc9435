package dev.zorya.wallet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zorya.channel.value.Bytes;
import dev.zorya.channel.value.Participant;
import dev.zorya.channel.wire.SimpleAddress;
import dev.zorya.channel.wire.SimpleAddress.RsaKey;
import dev.zorya.identity.Endpoint;
import java.math.BigInteger;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ByAddressTest {
    private static final SimpleAddress GOPHER =
            SimpleAddress.of("gopher", new RsaKey(BigInteger.ONE.shiftLeft(2047).setBit(0), 65537));
    private static final String HEX = GOPHER.binary().hex();

    @ParameterizedTest
    @ValueSource(strings = {"%s@peer.example:5750", "gopher=%s@peer.example:5750", " 0x%s@peer.example:5750\n"})
    void theFormsThatPeopleHave(String form) {
        ByAddress from = ByAddress.parse(form.formatted(HEX)).orElseThrow();
        assertEquals(GOPHER, from.address());
        assertEquals(new Endpoint("peer.example", 5750), from.endpoint());
        assertEquals("gopher", from.label());
        assertEquals(GOPHER.identity(), from.wire());
        assertEquals(Optional.empty(), from.participant());
        assertEquals(Optional.empty(), from.tlsKey());
        assertFalse(from.extensions());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "%s",
                "%s@",
                "%s@peer.example",
                "%s@peer.example:0",
                "ff%s@peer.example:5750",
                "%s00@peer.example:5750",
                "%s@peer.example:5750 and more",
                "0006676f70686572@peer.example:5750"
            })
    void whatIsNoneOrProvesNothing(String text) {
        assertEquals(Optional.empty(), ByAddress.parse(text.formatted(HEX)));
    }

    @Test
    void writtenAndReadAgain() {
        Endpoint at = new Endpoint("::1", 7001);
        ByAddress from = ByAddress.parse(ByAddress.write(GOPHER, at)).orElseThrow();
        assertEquals(new ByAddress(GOPHER, at, null, null), from);
        Bytes account = Bytes.fromHex("11".repeat(20));
        assertEquals(
                Optional.of(Participant.ethereum(account)),
                from.pinned(account, null).participant());
        assertTrue(from.did().startsWith("did:key:z4MX"));
    }
}
