package dev.zorya.wallet;

import dev.zorya.channel.value.Asset;
import dev.zorya.ethereum.ledger.HeldAsset;
import dev.zorya.wallet.api.Amount;
import dev.zorya.wallet.api.Coin;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The coins of this wallet's network and how they stand in allocations. */
final class Coins {
    private final List<Coin> coins;
    private final List<Asset> assets;

    /** @param practice play money carries a leading p (UI.md 6) */
    Coins(List<HeldAsset> held, long chainId, boolean practice) {
        List<Coin> made = new ArrayList<>();
        for (HeldAsset asset : held) {
            made.add(new Coin((practice ? "p" : "") + asset.symbol(), asset.decimals(), made.size()));
        }
        this.coins = List.copyOf(made);
        this.assets = held.stream().map(asset -> asset.on(chainId)).toList();
    }

    List<Coin> all() {
        return coins;
    }

    /** The chain's own coin, which fees are paid in. */
    Coin own() {
        return coins.getFirst();
    }

    Asset asset(Coin coin) {
        return assets.get(coin.index());
    }

    Optional<Coin> find(Asset asset) {
        int index = assets.indexOf(asset);
        return index < 0 ? Optional.empty() : Optional.of(coins.get(index));
    }

    Optional<Coin> named(String symbol) {
        return coins.stream().filter(coin -> coin.symbol().equals(symbol)).findFirst();
    }

    boolean has(Coin coin) {
        return coins.contains(coin);
    }

    /** For sentences: all digits, for example {@code 0.05 pETH}. */
    static String text(Amount amount) {
        BigDecimal number = new BigDecimal(amount.units(), amount.coin().decimals()).stripTrailingZeros();
        return (number.signum() == 0 ? "0" : number.toPlainString()) + "\u00a0"
                + amount.coin().symbol();
    }
}
