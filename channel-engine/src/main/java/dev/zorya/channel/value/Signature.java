package dev.zorya.channel.value;

/** 65 bytes: r, s, v. The only length the contracts and all Ethereum peers agree on (ONCHAIN.md 3, safety rule 4). */
public record Signature(Bytes bytes) {
    public static final int SIZE = 65;

    public Signature {
        bytes.requireSize(SIZE, "signature");
    }

    @Override
    public String toString() {
        return bytes.hex();
    }
}
