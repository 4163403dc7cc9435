package dev.zorya.ethereum.chain;

import dev.zorya.ethereum.anvil.AnvilException;
import java.math.BigInteger;
import java.util.HexFormat;
import org.web3j.crypto.Hash;

/** Allowances by signature (EIP-2612). */
public final class Permit {
    /** A deadline in the year 2096, Unix seconds. */
    public static final BigInteger LATER = BigInteger.valueOf(4_000_000_000L);

    private Permit() {}

    /**
     * The owner's first one for this token.
     *
     * @return 65 bytes
     */
    public static byte[] sign(
            World world, String token, String spender, Key owner, BigInteger amount, BigInteger deadline)
            throws AnvilException {
        byte[] content = Abi.encode(Abi.tuple(
                Abi.word(Hash.sha3String(
                        "Permit(address owner,address spender,uint256 value,uint256 nonce,uint256 deadline)")),
                Abi.word(owner.address()),
                Abi.word(spender),
                Abi.word(amount),
                Abi.word(0),
                Abi.word(deadline)));
        String domain = world.view(token, Abi.call("DOMAIN_SEPARATOR()")).substring(2);
        String hash = HexFormat.of().formatHex(Hash.sha3(content));
        return owner.signDigest(Hash.sha3(HexFormat.of().parseHex("1901" + domain + hash)));
    }
}
