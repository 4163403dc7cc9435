package dev.zorya.ethereum.ledger;

import dev.zorya.channel.crypto.AddressText;
import dev.zorya.channel.crypto.EthereumKey;
import dev.zorya.channel.crypto.Hashes;
import dev.zorya.channel.value.Bytes;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;

/** An account of a test, its store, and what its ledger reported. */
final class Party {
    static final BigInteger ETHER = BigInteger.TEN.pow(18);

    final EthereumKey key;
    final MemoryLedgerStore store = new MemoryLedgerStore();
    final Witness witness = new Witness();

    Party(String name) {
        this(Hashes.keccak256(name.getBytes(StandardCharsets.UTF_8)));
    }

    Party(Bytes privateKey) {
        this.key = EthereumKey.of(privateKey.toArray());
    }

    Bytes address() {
        return key.address();
    }

    String text() {
        return AddressText.of(key.address());
    }
}
