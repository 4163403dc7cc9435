package dev.zorya.channel.ethereum;

import dev.zorya.channel.value.Asset;
import dev.zorya.channel.value.BackendId;
import dev.zorya.channel.value.Bytes;
import dev.zorya.channel.value.MalformedException;
import java.math.BigInteger;

/**
 * An asset on Ethereum: the contract that holds it, not the token (OFFCHAIN.md 5.5).
 *
 * @param chainId 1 to 256 bits
 * @param holder address of the asset holder, 20 bytes
 */
public record EthereumAsset(BigInteger chainId, Bytes holder) {
    private static final int HOLDER_SIZE = 20;
    // length of the chain id (2), backend id (4), length of the holder (2), holder
    private static final int FIXED_SIZE = 2 + 4 + 2 + HOLDER_SIZE;
    private static final String AFTER_CHAIN_ID = "010000001400";

    public EthereumAsset {
        holder.requireSize(HOLDER_SIZE, "asset holder");
        if (chainId.signum() <= 0 || chainId.bitLength() > 256) {
            throw new MalformedException("chain id out of range");
        }
    }

    /**
     * Reads the binary form. A chain id with leading zeros is refused, though go-perun takes it: each asset has one form only,
     * or the same asset could stand in a channel twice.
     *
     * @throws MalformedException if it is not an Ethereum asset
     */
    public static EthereumAsset of(Asset asset) {
        Bytes binary = asset.binary();
        int chainSize = binary.size() - FIXED_SIZE;
        if (asset.backendId() != BackendId.ETHEREUM
                || chainSize < 1
                || chainSize > 32
                || binary.at(0) != chainSize
                || binary.at(1) != 0
                || binary.at(2) == 0
                || !binary.slice(2 + chainSize, 8 + chainSize).hex().equals(AFTER_CHAIN_ID)) {
            throw new MalformedException("not an Ethereum asset: " + binary.hex());
        }
        return new EthereumAsset(
                new BigInteger(1, binary.slice(2, 2 + chainSize).toArray()),
                binary.slice(8 + chainSize, binary.size()));
    }

    /** The form in which it stands in an allocation. */
    public Asset toAsset() {
        byte[] chain = chainId.toByteArray();
        int sign = chain[0] == 0 ? 1 : 0;
        int chainSize = chain.length - sign;
        byte[] binary = new byte[FIXED_SIZE + chainSize];
        binary[0] = (byte) chainSize;
        System.arraycopy(chain, sign, binary, 2, chainSize);
        Bytes.fromHex(AFTER_CHAIN_ID).copyTo(binary, 2 + chainSize);
        holder.copyTo(binary, 8 + chainSize);
        return new Asset(BackendId.ETHEREUM, Bytes.wrap(binary));
    }
}
