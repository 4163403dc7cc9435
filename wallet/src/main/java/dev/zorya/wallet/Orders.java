package dev.zorya.wallet;

import dev.zorya.channel.core.ChannelSnapshot;
import dev.zorya.channel.core.Payment;
import dev.zorya.channel.engine.Engine;
import dev.zorya.channel.engine.EngineException;
import dev.zorya.channel.engine.OpenChannel;
import dev.zorya.channel.value.Allocation;
import dev.zorya.channel.value.App;
import dev.zorya.channel.value.Balances;
import dev.zorya.channel.value.Bytes;
import dev.zorya.channel.value.ProposalId;
import dev.zorya.wallet.api.Amount;
import dev.zorya.wallet.api.ChannelView;
import dev.zorya.wallet.api.Coin;
import dev.zorya.wallet.api.OpenOrder;
import dev.zorya.wallet.api.PayOrder;
import dev.zorya.wallet.api.PaymentView;
import dev.zorya.wallet.api.RequestOrder;
import dev.zorya.wallet.api.RequestView;
import dev.zorya.wallet.api.WalletException;
import dev.zorya.wallet.api.WalletProblem.Code;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Takes what the person wants to the engine: amounts are checked before anything else, failures come back as problems. */
final class Orders {
    private final Engine engine;
    private final Contacts contacts;
    private final Coins coins;
    private final ChannelRules rules;
    private final ChannelViews views;
    private final Requests requests;
    private final Funds funds;
    private final Ids ids;
    private final InstantSource clock;

    Orders(
            Engine engine,
            Contacts contacts,
            Coins coins,
            ChannelRules rules,
            ChannelViews views,
            Requests requests,
            Funds funds,
            Ids ids,
            InstantSource clock) {
        this.engine = engine;
        this.contacts = contacts;
        this.coins = coins;
        this.rules = rules;
        this.views = views;
        this.requests = requests;
        this.funds = funds;
        this.ids = ids;
        this.clock = clock;
    }

    CompletionStage<ChannelView> open(OpenOrder order) {
        Contact contact;
        try {
            contact = openable(order);
        } catch (WalletException e) {
            return CompletableFuture.failedFuture(e);
        }
        Coin coin = order.mine().coin();
        Allocation initial = new Allocation(
                List.of(coins.asset(coin)),
                Balances.single(order.mine().units(), order.theirs().units()),
                List.of());
        OpenChannel wish = new OpenChannel(
                contact.wire(),
                contact.from().participant().orElse(null),
                contact.from().extensions(),
                initial,
                order.protectionPeriod(),
                App.NONE,
                Bytes.EMPTY);
        return translated(engine.propose(wish), contact.name(), Code.PEER_DECLINED)
                .thenApply(views::view);
    }

    private Contact openable(OpenOrder order) throws WalletException {
        requireNotNegative(order.mine());
        requireNotNegative(order.theirs());
        if (order.mine().units().signum() == 0 && order.theirs().units().signum() == 0) {
            throw Problems.failure(Code.AMOUNT_ZERO);
        }
        if (!order.mine().coin().equals(order.theirs().coin())
                || !coins.has(order.mine().coin())) {
            throw Problems.failure(Code.CHANNEL_LIMITS, Texts.get("limit.coins"));
        }
        Contact contact = contacts.require(order.contactDid());
        if (contact.expired(clock.instant())) {
            throw Problems.failure(Code.CONTACT_EXPIRED);
        }
        Optional<String> outside =
                rules.refusal(order.mine().units(), order.theirs().units(), order.protectionPeriod());
        if (outside.isPresent()) {
            throw Problems.failure(Code.POLICY_FORBIDS, outside.get());
        }
        funds.requireOnChain(order.mine());
        return contact;
    }

    CompletionStage<PaymentView> pay(PayOrder order) {
        ChannelSnapshot channel;
        Bytes request;
        try {
            requirePositive(order.amount());
            channel = open(order.channelKey());
            Coin coin = views.coin(channel);
            if (!coin.equals(order.amount().coin())) {
                throw Problems.failure(Code.CHANNEL_LIMITS, Texts.get("limit.coins"));
            }
            Amount mine = views.view(channel).mine();
            if (order.amount().units().compareTo(mine.units()) > 0) {
                throw Problems.failure(Code.AMOUNT_ABOVE_BALANCE, Texts.get("limit.send", Coins.text(mine)));
            }
            request = order.requestId().isEmpty()
                    ? Bytes.EMPTY
                    : requests.requirePayable(channel.key(), order.requestId());
        } catch (WalletException e) {
            return CompletableFuture.failedFuture(e);
        }
        Payment payment = new Payment(ids.next(), 0, order.amount().units(), Memos.clean(order.memo()), request);
        String contact = contacts.nameOf(channel.peer());
        return translated(engine.pay(channel.key(), payment), contact, Code.PAYMENT_PENDING)
                .thenApply(entry -> {
                    // the same news come by the engine's event too; whoever waited here sees the request paid at once
                    requests.booked(channel.key(), entry);
                    return Payments.view(entry, channel.key(), contacts.didOf(channel.peer()), views.coin(channel));
                });
    }

    CompletionStage<RequestView> request(RequestOrder order) {
        try {
            requirePositive(order.amount());
            ChannelSnapshot channel = open(order.channelKey());
            if (!views.coin(channel).equals(order.amount().coin())) {
                throw Problems.failure(Code.CHANNEL_LIMITS, Texts.get("limit.coins"));
            }
            return requests.ask(channel, order.amount(), order.memo());
        } catch (WalletException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    CompletionStage<ChannelView> close(String key) {
        ChannelSnapshot channel;
        try {
            channel = open(key);
        } catch (WalletException e) {
            return CompletableFuture.failedFuture(e);
        }
        return translated(engine.close(channel.key()), contacts.nameOf(channel.peer()), Code.PEER_DECLINED)
                .thenApply(views::view);
    }

    CompletionStage<ChannelView> closeAlone(String key) {
        ChannelSnapshot channel;
        try {
            channel = find(key);
            if (channel.status() == ChannelSnapshot.Status.STALE) {
                throw Problems.failure(Code.CHANNEL_STALE, contacts.nameOf(channel.peer()));
            }
            funds.requireFees(views.coin(channel));
        } catch (WalletException e) {
            return CompletableFuture.failedFuture(e);
        }
        return engine.closeAlone(channel.key())
                .exceptionallyCompose(failure -> CompletableFuture.failedFuture(
                        Causes.unwrapped(failure) instanceof EngineException refused
                                        && refused.reason() == EngineException.Reason.NOT_OPEN
                                ? Problems.failure(Code.CHANNEL_EMPTY, refused)
                                : Causes.ofStage(failure, contacts.nameOf(channel.peer()), Code.CHANNEL_EMPTY)))
                .thenApply(views::view);
    }

    /** The channel with this key, if it takes payments now. */
    ChannelSnapshot open(String key) throws WalletException {
        ChannelSnapshot channel = find(key);
        return switch (channel.status()) {
            case OPEN, DECIDING, UPDATING -> channel;
            case STALE -> throw Problems.failure(Code.CHANNEL_STALE, contacts.nameOf(channel.peer()));
            case PROPOSAL_SENT,
                    PROPOSAL_RECEIVED,
                    INIT_SIGNING,
                    FUNDING,
                    FINALISING,
                    FINAL,
                    DISPUTED,
                    WITHDRAWING,
                    WITHDRAWN,
                    ENDED -> throw Problems.failure(Code.CHANNEL_NOT_OPEN);
        };
    }

    ChannelSnapshot find(String key) throws WalletException {
        return Ids.parse(key)
                .map(ProposalId::new)
                .flatMap(engine::channel)
                .orElseThrow(() -> Problems.failure(Code.CHANNEL_UNKNOWN));
    }

    static void requirePositive(Amount amount) throws WalletException {
        requireNotNegative(amount);
        if (amount.units().signum() == 0) {
            throw Problems.failure(Code.AMOUNT_ZERO);
        }
    }

    private static void requireNotNegative(Amount amount) throws WalletException {
        if (amount.units().signum() < 0) {
            throw Problems.failure(Code.AMOUNT_NEGATIVE);
        }
    }

    private static <T> CompletionStage<T> translated(CompletionStage<T> stage, String contact, Code whenRejected) {
        return stage.exceptionallyCompose(
                failure -> CompletableFuture.failedFuture(Causes.ofStage(failure, contact, whenRejected)));
    }
}
