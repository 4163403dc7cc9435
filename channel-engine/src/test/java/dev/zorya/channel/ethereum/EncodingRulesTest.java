package dev.zorya.channel.ethereum;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zorya.channel.value.Allocation;
import dev.zorya.channel.value.App;
import dev.zorya.channel.value.Asset;
import dev.zorya.channel.value.Balances;
import dev.zorya.channel.value.Bytes;
import dev.zorya.channel.value.ChannelId;
import dev.zorya.channel.value.MalformedException;
import dev.zorya.channel.value.State;
import dev.zorya.channel.value.SubAllocation;
import java.math.BigInteger;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the vectors do not show of the encodings. */
class EncodingRulesTest {
    private static final ChannelId ID = ChannelId.fromHex("c1".repeat(32));

    @Test
    @Tag("threat-12")
    void anEmptyIndexMapIsHashedAsTheIdentity() {
        assertEquals(hash(locked()), hash(locked(0, 1, 2)));
        assertNotEquals(hash(locked()), hash(locked(1, 0, 2)));
        assertEquals(hash(locked(2, 1)), hash(locked(2, 1, 0)), "filled up with zeros");
        assertThrows(MalformedException.class, () -> hash(locked(0, 1, 2, 0)));
    }

    @Test
    @Tag("threat-10")
    void amountsOver256BitsAreRefused() {
        BigInteger most = BigInteger.ONE.shiftLeft(256).subtract(BigInteger.ONE);
        assertEquals(32, hash(balances(most)).size());
        assertThrows(MalformedException.class, () -> hash(balances(most.add(BigInteger.ONE))));
    }

    @Test
    void everyByteOfAnAmountCounts() {
        Set<Bytes> hashes = new HashSet<>();
        for (int bit = 0; bit < 256; bit++) {
            hashes.add(hash(balances(BigInteger.ONE.shiftLeft(bit))));
        }
        assertEquals(256, hashes.size());
    }

    @Test
    void answersOfDisputes() {
        String words =
                "%064x%064x%064x%064x".formatted(1_700_000_000L, 60, 5, 2) + "ab".repeat(32) + "%064x".formatted(1);
        Dispute dispute = Dispute.of(Bytes.fromHex(words));
        assertEquals(new Dispute(1_700_000_000L, 60, 5, 2, Bytes.fromHex("ab".repeat(32)), true), dispute);
        assertTrue(dispute.isRegistered());
        assertFalse(Dispute.of(Bytes.zero(192)).isRegistered());
        assertThrows(MalformedException.class, () -> Dispute.of(Bytes.zero(191)));
        assertThrows(MalformedException.class, () -> Dispute.of(Bytes.fromHex("ff".repeat(192))));
        Bytes latest = Bytes.fromHex("00".repeat(24) + "ff".repeat(8) + "00".repeat(160));
        assertEquals(-1, Dispute.of(latest).timeout(), "an unsigned number");
    }

    private static Bytes hash(State state) {
        return EthereumEncoding.stateHash(state);
    }

    private static State locked(Integer... indexMap) {
        SubAllocation sub = new SubAllocation(ID, List.of(BigInteger.TEN), List.of(indexMap));
        BigInteger one = BigInteger.ONE;
        return state(new Allocation(assets(), Balances.single(one, one, one), List.of(sub)));
    }

    private static State balances(BigInteger amount) {
        return state(new Allocation(assets(), Balances.single(amount, BigInteger.ZERO), List.of()));
    }

    private static List<Asset> assets() {
        return List.of(new EthereumAsset(BigInteger.TEN, Bytes.zero(20)).toAsset());
    }

    private static State state(Allocation allocation) {
        return new State(ID, 1, allocation, false, App.NONE, Bytes.EMPTY);
    }
}
