package dev.zorya.ethereum.chain;

/** An asset as a state names it. */
public record Coin(long chainId, String holder, byte[] ccHolder) {
    public static Coin of(long chainId, String holder) {
        return new Coin(chainId, holder, new byte[32]);
    }

    public Abi abi() {
        return Abi.tuple(Abi.word(chainId), Abi.word(holder), Abi.blob(ccHolder));
    }
}
