package dev.zorya.desktop.gate;

import dev.zorya.desktop.text.Text;
import dev.zorya.wallet.api.Network;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where the money of a new wallet lives, as typed.
 *
 * @param practice the chain that the program runs itself; the other fields do not count then
 */
record NetworkForm(boolean practice, String name, String node, String chainId, String adjudicator, String holder) {
    private static final Pattern ADDRESS = Pattern.compile("0x[0-9a-fA-F]{40}");
    private static final Pattern CHAIN = Pattern.compile("[1-9][0-9]{0,17}");

    static NetworkForm practiceNetwork() {
        return new NetworkForm(true, "", "", "", "", "");
    }

    /** What is missing, in a sentence; empty when all is well. */
    String missing() {
        if (practice) {
            return "";
        }
        if (name.isBlank()) {
            return Text.of("network.name.missing");
        }
        if (Network.node(node).isEmpty()) {
            return Text.of("network.node.missing");
        }
        if (!CHAIN.matcher(chainId.strip()).matches()) {
            return Text.of("network.chain.missing");
        }
        return ADDRESS.matcher(adjudicator.strip()).matches()
                        && ADDRESS.matcher(holder.strip()).matches()
                ? ""
                : Text.of("network.contracts.missing");
    }

    /** The network, once nothing is missing. */
    Optional<Network> network() {
        if (!missing().isEmpty()) {
            return Optional.empty();
        }
        if (practice) {
            return Optional.of(new Network.Practice());
        }
        return Network.node(node)
                .map(uri -> new Network.Ethereum(
                        name.strip(), uri, null, Long.parseLong(chainId.strip()), adjudicator.strip(), holder.strip()));
    }
}
