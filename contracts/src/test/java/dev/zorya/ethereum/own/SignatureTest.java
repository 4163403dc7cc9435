package dev.zorya.ethereum.own;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.zorya.ethereum.chain.Channel;
import dev.zorya.ethereum.chain.Key;
import dev.zorya.ethereum.chain.World;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("threat-7")
class SignatureTest extends ContractTest {
    private final Channel channel;
    private final Channel.Signed signed;

    SignatureTest() throws Exception {
        channel = world.channel();
        signed = channel.sign(state(channel, 1));
    }

    private void refused(String text, byte[] first) throws Exception {
        var outcome = world.register(
                signed.withSignatures(List.of(first, signed.signatures().get(1))));
        assertEquals(text, outcome.text());
        assertEquals(false, outcome.accepted());
    }

    @Test
    void onlyTwoValuesOfV() throws Exception {
        for (int v : new int[] {0, 1, 2, 26, 29, 35, 36, 37, 255}) {
            byte[] changed = signed.signatures().getFirst().clone();
            changed[64] = (byte) v;
            refused("ECDSA: invalid signature 'v' value", changed);
        }
    }

    @Test
    void onlyTwoLengths() throws Exception {
        for (int length : new int[] {0, 1, 63, 66, 96, 130}) {
            refused(
                    "ECDSA: invalid signature length",
                    Arrays.copyOf(signed.signatures().getFirst(), length));
        }
    }

    @Test
    void theHighestLowSAndTheLowestHighOne() throws Exception {
        byte[] half = HexFormat.of().parseHex("7fffffffffffffffffffffffffffffff5d576e7357a4501ddfe92f46681b20a0");
        byte[] changed = signed.signatures().getFirst().clone();
        System.arraycopy(half, 0, changed, 32, 32);
        refused("invalid signature", changed);
        changed[63]++;
        refused("ECDSA: invalid signature 's' value", changed);
    }

    @Test
    void whatRecoversToNobodyIsRefused() throws Exception {
        byte[] nobody = new byte[65];
        nobody[64] = 27;
        refused("ECDSA: invalid signature", nobody);
    }

    @Test
    @Tag("threat-6")
    void aStrangersSignatureAndAnotherChannelsAreRefused() throws Exception {
        refused("invalid signature", World.CAROL.sign(signed.state().encoded()));
        Channel other = world.channel();
        refused("invalid signature", World.ALICE.sign(state(other, 1).encoded()));
        refused("invalid signature", signed.signatures().get(1));
    }

    @Test
    void bothFormsWithBothValuesOfVAreAccepted() throws Exception {
        var seen = new TreeSet<Byte>();
        for (int i = 0; i < 12; i++) {
            Channel fresh = world.channel();
            var each = fresh.sign(state(fresh, 1));
            var compact = each.signatures().stream()
                    .map(signature -> Key.variant("compact-64-bytes", signature))
                    .toList();
            each.signatures().forEach(signature -> seen.add(signature[64]));
            well(world.register(i % 2 == 0 ? each : each.withSignatures(compact)));
        }
        assertEquals(Set.of((byte) 27, (byte) 28), seen);
    }
}
