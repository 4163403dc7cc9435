package dev.zorya.ethereum.fuzz;

import dev.zorya.channel.ethereum.EthereumAsset;
import dev.zorya.channel.port.StateApp;
import dev.zorya.channel.value.App;
import dev.zorya.channel.value.Asset;
import dev.zorya.channel.value.Bytes;
import java.math.BigInteger;
import java.util.Map;
import java.util.Optional;

/**
 * Where all is deployed.
 *
 * @param refusingApp an app that allows nothing
 */
record Place(
        BigInteger chain, Bytes adjudicator, Bytes ethHolder, Bytes tokenHolder, Bytes trivialApp, Bytes refusingApp) {
    private static final Bytes NOTHING = Bytes.fromHex("0x00000000000000000000000000000000000000dd");

    Asset eth() {
        return new EthereumAsset(chain, ethHolder).toAsset();
    }

    Asset token() {
        return new EthereumAsset(chain, tokenHolder).toAsset();
    }

    App missingApp() {
        return new App.Contract(NOTHING);
    }

    /** The apps that are there, as the judge knows them. */
    Map<Bytes, StateApp> apps() {
        return Map.of(
                trivialApp, (params, from, to, actor) -> Optional.empty(),
                refusingApp, (params, from, to, actor) -> Optional.of("no"));
    }
}
