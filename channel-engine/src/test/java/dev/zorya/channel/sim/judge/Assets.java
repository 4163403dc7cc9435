package dev.zorya.channel.sim.judge;

import dev.zorya.channel.ethereum.EthereumAsset;
import dev.zorya.channel.value.Asset;
import dev.zorya.channel.value.BackendId;
import dev.zorya.channel.value.Bytes;
import java.math.BigInteger;

/** Two assets as the contracts compare them, field by field (ONCHAIN.md 2: what each ledger's fields are). */
final class Assets {
    private static final Bytes NOBODY = Bytes.zero(20);

    private record Fields(BigInteger chain, Bytes holder, Bytes other) {
        static Fields of(Asset asset) {
            if (asset.backendId() != BackendId.ETHEREUM) {
                return new Fields(BigInteger.valueOf(asset.backendId()), NOBODY, asset.binary());
            }
            EthereumAsset here = EthereumAsset.of(asset);
            return new Fields(here.chainId(), here.holder(), Bytes.zero(32));
        }
    }

    private Assets() {}

    static void requireEqual(Asset one, Asset other) throws Reverted {
        Fields a = Fields.of(one);
        Fields b = Fields.of(other);
        Reverted.unless(a.chain().equals(b.chain()), "unequal chainID");
        Reverted.unless(a.holder().equals(b.holder()), "unequal ethHolder");
        Reverted.unless(a.other().equals(b.other()), "unequal ccHolder");
    }
}
