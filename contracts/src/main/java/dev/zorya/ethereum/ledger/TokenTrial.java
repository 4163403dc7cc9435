package dev.zorya.ethereum.ledger;

import dev.zorya.channel.ethereum.AssetHolderCalls;
import dev.zorya.channel.ethereum.TokenCalls;
import dev.zorya.channel.value.Allocation;
import dev.zorya.channel.value.BackendId;
import dev.zorya.channel.value.Bytes;
import dev.zorya.channel.value.Params;
import dev.zorya.channel.value.Participant;
import dev.zorya.ethereum.rpc.Node;
import dev.zorya.ethereum.rpc.NodeException;
import dev.zorya.ethereum.rpc.Trial;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Plays a token's way into a channel and out of it through before any money moves (threat 18): with the real token, the real
 * holder and the real amount. A token that keeps a fee, cannot be used with this holder or does not come out again is refused.
 * What a token will do tomorrow, nobody can try today.
 */
final class TokenTrial {
    private static final Logger LOG = LoggerFactory.getLogger(TokenTrial.class);
    /** No channel has this funding id. */
    private static final Bytes NO_CHANNEL = Bytes.zero(32);

    private final Node node;

    TokenTrial(Node node) {
        this.node = node;
    }

    /** The same for all that the participants of a channel are to pay in; nothing while the chain is out of reach. */
    Optional<String> refusal(EthereumConfig config, Params params, Allocation initial) {
        try {
            for (int asset = 0; asset < initial.assets().size(); asset++) {
                Optional<HeldAsset> held = config.find(initial.assets().get(asset));
                if (held.isPresent() && held.get() instanceof HeldAsset.Token token) {
                    Optional<String> refusal = refusal(
                            token, params.parts(), initial.balances().rows().get(asset));
                    if (refusal.isPresent()) {
                        return refusal;
                    }
                }
            }
        } catch (NodeException.Unreachable e) {
            LOG.info("Tokens are not tried out now: {}", e.getMessage());
        }
        return Optional.empty();
    }

    private Optional<String> refusal(HeldAsset.Token token, List<Participant> parts, List<BigInteger> amounts)
            throws NodeException.Unreachable {
        for (int part = 0; part < parts.size(); part++) {
            Bytes payer = parts.get(part).on(BackendId.ETHEREUM).orElse(Bytes.EMPTY);
            if (amounts.get(part).signum() > 0) {
                Optional<String> refusal = refusal(token, payer, amounts.get(part));
                if (refusal.isPresent()) {
                    return refusal;
                }
            }
        }
        return Optional.empty();
    }

    /**
     * Why this much of a token should not be paid in, as a sentence; empty if nothing speaks against it, or if the payer has less
     * than that, which is another matter.
     */
    Optional<String> refusal(HeldAsset.Token asset, Bytes payer, BigInteger amount) throws NodeException.Unreachable {
        try {
            return verdict(asset, payer, amount);
        } catch (NodeException.Unreachable e) {
            throw e;
        } catch (NodeException e) {
            LOG.warn("{} cannot be tried out: {}", asset.symbol(), e.getMessage());
            return Optional.of("The node cannot try out the token " + asset.symbol()
                    + ", so it is not known whether a channel could pay it out again. Nothing was sent. "
                    + "Use another node or another asset.");
        }
    }

    private Optional<String> verdict(HeldAsset.Token asset, Bytes payer, BigInteger amount) throws NodeException {
        Bytes token = asset.token();
        Bytes holder = asset.holder();
        Trial trial = node.trial();
        int has = trial.call(payer, token, TokenCalls.balanceOf(payer));
        int before = trial.call(payer, token, TokenCalls.balanceOf(holder));
        int approve = trial.call(payer, token, TokenCalls.approve(holder, amount));
        int deposit = trial.call(payer, holder, AssetHolderCalls.deposit(NO_CHANNEL, amount));
        int after = trial.call(payer, token, TokenCalls.balanceOf(holder));
        int left = trial.call(payer, token, TokenCalls.balanceOf(payer));
        int payOut = trial.call(holder, token, TokenCalls.transfer(payer, amount));
        int end = trial.call(payer, token, TokenCalls.balanceOf(payer));
        List<Trial.Result> results = trial.run();
        if (results.get(has).number().compareTo(amount) < 0) {
            return Optional.empty();
        }
        BigInteger in = results.get(after).number().subtract(results.get(before).number());
        BigInteger out = results.get(end).number().subtract(results.get(left).number());
        boolean entered = results.get(approve).success() && results.get(deposit).success();
        if (!entered && in.signum() == 0 && !delivers(asset, payer, amount)) {
            return Optional.of(Sentences.tokenTakesFee(asset.symbol()));
        }
        if (!entered) {
            return Optional.of("The token " + asset.symbol()
                    + " does not let itself be paid into a channel. Nothing was sent. Use another asset.");
        }
        if (!in.equals(amount)) {
            return Optional.of(Sentences.tokenTakesFee(asset.symbol()));
        }
        return results.get(payOut).success() && out.equals(amount)
                ? Optional.empty()
                : Optional.of("The token " + asset.symbol()
                        + " could be paid into a channel and would not come out again in full. Nothing was sent. "
                        + "Use another asset.");
    }

    /** Our own holder refuses what delivers less: then a plain transfer tells whether that was the reason. */
    private boolean delivers(HeldAsset.Token asset, Bytes payer, BigInteger amount) throws NodeException {
        Trial trial = node.trial();
        int before = trial.call(payer, asset.token(), TokenCalls.balanceOf(asset.holder()));
        int transfer = trial.call(payer, asset.token(), TokenCalls.transfer(asset.holder(), amount));
        int after = trial.call(payer, asset.token(), TokenCalls.balanceOf(asset.holder()));
        List<Trial.Result> results = trial.run();
        BigInteger in = results.get(after).number().subtract(results.get(before).number());
        return !results.get(transfer).success() || in.equals(amount);
    }
}
