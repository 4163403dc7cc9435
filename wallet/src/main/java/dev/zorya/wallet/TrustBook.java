package dev.zorya.wallet;

import dev.zorya.channel.port.StoreException;
import dev.zorya.identity.credential.Credential;
import dev.zorya.storage.Settings;
import dev.zorya.wallet.api.DecisionView;
import dev.zorya.wallet.api.Trust;
import dev.zorya.wallet.api.TrustPolicy;
import dev.zorya.wallet.api.TrustRule;
import dev.zorya.wallet.api.WalletEvent;
import dev.zorya.wallet.api.WalletException;
import dev.zorya.wallet.api.WalletProblem.Code;
import dev.zorya.wallet.trust.PolicyDamaged;
import dev.zorya.wallet.trust.PolicyJson;
import dev.zorya.wallet.trust.Successors;
import java.math.BigInteger;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The trust policy as it is kept, and what it has decided. */
final class TrustBook implements Trust {
    private static final Logger LOG = LoggerFactory.getLogger(TrustBook.class);
    private static final String POLICY = "trust.policy";
    private static final int MAX_RULES = 100;

    private final Settings settings;
    private final DecisionBook decisions;
    private final Coins coins;
    private final UnaryOperator<String> now;
    private final Events events;

    /**
     * Makes the book.
     *
     * @param now the DID of today of somebody who was known by this one
     */
    TrustBook(Settings settings, DecisionBook decisions, Coins coins, UnaryOperator<String> now, Events events) {
        this.settings = settings;
        this.decisions = decisions;
        this.coins = coins;
        this.now = now;
        this.events = events;
    }

    /** A policy that cannot be read accepts nothing: the person is asked, and told why. */
    @Override
    public TrustPolicy policy() throws WalletException {
        try {
            Optional<String> kept = settings.get(POLICY);
            return kept.isPresent() ? Successors.of(PolicyJson.read(kept.get()), now) : TrustPolicy.ASK_ALWAYS;
        } catch (StoreException e) {
            throw Causes.of(e);
        } catch (PolicyDamaged e) {
            LOG.error("the trust policy cannot be read: {}", e.getMessage());
            events.publish(
                    new WalletEvent.Trouble(Problems.of(Code.TRUST_RULES_DAMAGED, String.valueOf(e.getMessage()))));
            return TrustPolicy.ASK_ALWAYS;
        }
    }

    @Override
    public void policy(TrustPolicy changed) throws WalletException {
        for (int i = 0; i < changed.rules().size(); i++) {
            if (i >= MAX_RULES || !canFit(changed.rules().get(i))) {
                throw Problems.failure(Code.TRUST_RULE_FITS_NOTHING, Integer.toString(i + 1));
            }
        }
        try {
            settings.put(POLICY, PolicyJson.write(changed));
        } catch (StoreException e) {
            throw Causes.of(e);
        }
    }

    @Override
    public List<DecisionView> decisions(int limit) throws WalletException {
        try {
            return decisions.newest(limit);
        } catch (StoreException e) {
            throw Causes.of(e);
        }
    }

    /** Durable when it returns. */
    void decided(DecisionView decision) throws StoreException {
        decisions.add(decision);
    }

    private boolean canFit(TrustRule rule) {
        BigInteger upTo = rule.upTo();
        Duration longest = rule.longest();
        return coins.named(rule.coin()).isPresent()
                && rule.above().signum() >= 0
                && (upTo == null || upTo.compareTo(rule.above()) > 0)
                && (longest == null || longest.isPositive())
                && switch (rule.who()) {
                    case TrustRule.Who.AnyContact any -> true;
                    case TrustRule.Who.Compared compared -> true;
                    case TrustRule.Who.OneContact one -> isDid(one.did());
                    case TrustRule.Who.Holder holder -> Credential.isType(holder.type()) && isDid(holder.issuerDid());
                    case TrustRule.Who.NoHolder holder -> Credential.isType(holder.type()) && isDid(holder.issuerDid());
                };
    }

    private static boolean isDid(String text) {
        return text.startsWith("did:") && text.length() <= 2000;
    }
}
