package dev.zorya.wallet;

import dev.zorya.channel.core.ChannelSnapshot;
import dev.zorya.channel.engine.Engine;
import dev.zorya.channel.port.LedgerEvent;
import dev.zorya.channel.port.LedgerException;
import dev.zorya.channel.value.Asset;
import dev.zorya.channel.value.ProposalId;
import dev.zorya.channel.value.WireIdentity;
import dev.zorya.ethereum.ledger.Costs;
import dev.zorya.ethereum.ledger.EthereumLedger;
import dev.zorya.wallet.api.Amount;
import dev.zorya.wallet.api.Coin;
import dev.zorya.wallet.api.CostSummary;
import dev.zorya.wallet.api.Overview;
import dev.zorya.wallet.api.WalletException;
import dev.zorya.wallet.api.WalletProblem.Code;
import java.math.BigInteger;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where the money is: on chain, in channels, on its way (UI.md 6). Counts the chain's own coin. */
final class Funds implements Purse {
    private static final Logger LOG = LoggerFactory.getLogger(Funds.class);

    private final Engine engine;
    private final EthereumLedger ledger;
    private final Coins coins;
    private final Set<ProposalId> deposited = ConcurrentHashMap.newKeySet();
    private volatile Map<Asset, BigInteger> lastKnown = Map.of();

    Funds(Engine engine, EthereumLedger ledger, Coins coins) {
        this.engine = engine;
        this.ledger = ledger;
        this.coins = coins;
    }

    /** Remembers from when on our deposit is out of the account although the channel is not open yet. */
    void reported(ChannelSnapshot channel, LedgerEvent event) {
        if (event instanceof LedgerEvent.Holdings holdings
                && holdings.deposited().of(0, channel.ownIndex()).signum() > 0) {
            deposited.add(channel.key());
        }
    }

    /** With what was known last of the account if the chain does not answer. */
    Overview overview() {
        Coin coin = coins.own();
        BigInteger inChannels = BigInteger.ZERO;
        BigInteger inSettlement = BigInteger.ZERO;
        BigInteger pending = BigInteger.ZERO;
        BigInteger onChain = onChain(coin);
        for (ChannelSnapshot channel : engine.channels()) {
            if (!channel.allocation().assets().getFirst().equals(coins.asset(coin))) {
                continue;
            }
            BigInteger mine = channel.allocation().balances().of(0, channel.ownIndex());
            switch (channel.status()) {
                case PROPOSAL_SENT, PROPOSAL_RECEIVED, INIT_SIGNING, WITHDRAWN, ENDED -> {}
                case FUNDING ->
                    inSettlement = inSettlement.add(deposited.contains(channel.key()) ? mine : BigInteger.ZERO);
                case DISPUTED -> {
                    BigInteger undecided = ChannelViews.pending(channel);
                    inSettlement = inSettlement.add(mine.subtract(undecided));
                    pending = pending.add(undecided);
                }
                case OPEN, DECIDING, UPDATING, FINALISING, STALE -> {
                    BigInteger undecided = ChannelViews.pending(channel);
                    inChannels = inChannels.add(mine.subtract(undecided));
                    pending = pending.add(undecided);
                }
                case FINAL, WITHDRAWING -> inSettlement = inSettlement.add(mine);
            }
        }
        return new Overview(
                new Amount(onChain, coin),
                new Amount(inChannels, coin),
                new Amount(inSettlement, coin),
                new Amount(pending, coin));
    }

    @Override
    public BigInteger heldWith(WireIdentity peer, Coin coin, ProposalId leftOut) {
        Asset asset = coins.asset(coin);
        return engine.channels().stream()
                .filter(channel -> channel.peer().equals(peer)
                        && !channel.key().equals(leftOut)
                        && unsettled(channel)
                        && channel.allocation().assets().getFirst().equals(asset))
                .map(channel -> channel.allocation().balances().sums().getFirst())
                .reduce(BigInteger.ZERO, BigInteger::add);
    }

    private static boolean unsettled(ChannelSnapshot channel) {
        return switch (channel.status()) {
            case PROPOSAL_SENT,
                    PROPOSAL_RECEIVED,
                    INIT_SIGNING,
                    FUNDING,
                    OPEN,
                    DECIDING,
                    UPDATING,
                    FINALISING,
                    STALE,
                    FINAL,
                    DISPUTED,
                    WITHDRAWING -> true;
            case WITHDRAWN, ENDED -> false;
        };
    }

    @Override
    public void requireOnChain(Amount deposit) throws WalletException {
        Coin coin = deposit.coin();
        try {
            BigInteger balance = ledger.balances().getOrDefault(coins.asset(coin), BigInteger.ZERO);
            Costs costs = ledger.costs(coins.asset(coin));
            BigInteger fees = coin.equals(coins.own()) ? costs.open().add(costs.setAside()) : BigInteger.ZERO;
            BigInteger available = balance.subtract(fees).max(BigInteger.ZERO);
            if (deposit.units().compareTo(available) > 0) {
                throw Problems.failure(
                        Code.AMOUNT_ABOVE_BALANCE, Texts.get("limit.deposit", Coins.text(new Amount(available, coin))));
            }
        } catch (LedgerException e) {
            throw Causes.of(e);
        }
    }

    /** Refuses to close a channel of this coin alone while the account cannot pay the fees of that: it would begin and not end. */
    void requireFees(Coin coin) throws WalletException {
        try {
            BigInteger account = ledger.balances().getOrDefault(coins.asset(coins.own()), BigInteger.ZERO);
            BigInteger needed = ledger.costs(coins.asset(coin)).closeAlone();
            if (account.compareTo(needed) < 0) {
                throw Problems.failure(
                        Code.FEES_MISSING,
                        Texts.get("fees.missing", Coins.text(new Amount(needed.subtract(account), coins.own()))));
            }
        } catch (LedgerException e) {
            throw Causes.of(e);
        }
    }

    CostSummary costs() throws WalletException {
        Coin coin = coins.own();
        try {
            Costs costs = ledger.costs(coins.asset(coin));
            return new CostSummary(
                    new Amount(costs.open(), coin),
                    new Amount(costs.closeTogether(), coin),
                    new Amount(costs.closeAlone(), coin),
                    new Amount(costs.setAside(), coin),
                    new Amount(costs.feePerGas(), coin));
        } catch (LedgerException e) {
            throw Causes.of(e);
        }
    }

    private BigInteger onChain(Coin coin) {
        try {
            lastKnown = ledger.balances();
        } catch (LedgerException e) {
            LOG.debug("showing the last known balance: {}", e.getMessage());
        }
        return lastKnown.getOrDefault(coins.asset(coin), BigInteger.ZERO);
    }
}
