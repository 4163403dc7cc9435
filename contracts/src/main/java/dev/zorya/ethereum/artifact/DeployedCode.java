package dev.zorya.ethereum.artifact;

import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import org.web3j.crypto.Hash;

/**
 * Recognises the contracts that hold money by their code, exactly, as the Go backend does (ONCHAIN.md 9, "Contract validation"). Code
 * alone is not enough for a holder: its {@code adjudicator()} must be the expected one too.
 */
public final class DeployedCode {
    /** keccak256 of the runtime code with immutables zero; from {@code onchain-abi.json}. */
    private static final Map<Contract, String> OFFICIAL = Map.of(
            Contract.ADJUDICATOR, "860c552012d5cafcdd90e17d1a7aa4e3089c90f43b742a916224f81ba8a8d303",
            Contract.ASSET_HOLDER_ETH, "215f83ad2c07deb83492f518d99ab045c9fd182e5151d099dbafa8d7eb8dc67f",
            Contract.ASSET_HOLDER_ERC20, "758197eb3e2bd25cd9ab3743de04bb3909ad080c2cd1f5ff997dbedc5e57a34f",
            Contract.TRIVIAL_APP, "88a936031281805d262b2a242ea06bda2a547eecbfd948180581aae4527960af");

    private static final String PUSH32 = "7f";

    private DeployedCode() {}

    /**
     * Whose build of {@code contract} a code is.
     *
     * @param code what {@code eth_getCode} says, hex
     */
    public static CodeOrigin origin(Contract contract, String code) {
        return origin(contract, code, "");
    }

    /**
     * Whose build of {@code contract} a code is.
     *
     * @param code what {@code eth_getCode} says, hex
     * @param token what the holder's {@code token()} says, hex, 20 bytes; empty for a contract without a token
     */
    public static CodeOrigin origin(Contract contract, String code, String token) {
        String digits = digits(code);
        if (digits.isEmpty()) {
            return CodeOrigin.ABSENT;
        }
        if (Artifact.of(contract).isDeployedAs(digits)) {
            return CodeOrigin.OURS;
        }
        // the official token holder has the token's address as a pushed word wherever it needs it
        String unfilled = token.isEmpty()
                ? digits
                : digits.replace(PUSH32 + "0".repeat(24) + digits(token), PUSH32 + "0".repeat(64));
        String hash = HexFormat.of().formatHex(Hash.sha3(HexFormat.of().parseHex(unfilled)));
        return hash.equals(OFFICIAL.get(contract)) ? CodeOrigin.OFFICIAL : CodeOrigin.UNKNOWN;
    }

    /** keccak256 of the official runtime code, hex without {@code 0x}; empty if there is no official build. */
    static String officialHash(Contract contract) {
        return OFFICIAL.getOrDefault(contract, "");
    }

    static String digits(String hex) {
        return (hex.startsWith("0x") ? hex.substring(2) : hex).toLowerCase(Locale.ROOT);
    }
}
