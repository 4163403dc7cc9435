package dev.zorya.wallet;

import dev.zorya.channel.core.ChannelSnapshot;
import dev.zorya.channel.engine.Engine;
import dev.zorya.channel.engine.EngineEvent;
import dev.zorya.channel.port.LedgerEvent;
import dev.zorya.channel.port.StoreException;
import dev.zorya.channel.value.Params;
import dev.zorya.channel.value.ProposalId;
import dev.zorya.channel.value.WireIdentity;
import dev.zorya.storage.Channels;
import dev.zorya.wallet.api.WalletEvent;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns what the engine reports into what the rest of the wallet and the person have to know. Called on the engine's thread, in order. */
final class Reporter {
    private static final Logger LOG = LoggerFactory.getLogger(Reporter.class);
    private static final Object BALANCE = "balance";
    private static final Object HEALTH = "health";

    private final Engine engine;
    private final Contacts contacts;
    private final ChannelViews views;
    private final Disputes disputes;
    private final Slowness slowness;
    private final Requests requests;
    private final Funds funds;
    private final HealthReader health;
    private final ChannelList list;
    private final Channels store;
    private final Events events;
    private final Set<ProposalId> linked = ConcurrentHashMap.newKeySet();

    Reporter(
            Engine engine,
            Contacts contacts,
            ChannelViews views,
            Disputes disputes,
            Slowness slowness,
            Requests requests,
            Funds funds,
            HealthReader health,
            ChannelList list,
            Channels store,
            Events events) {
        this.engine = engine;
        this.contacts = contacts;
        this.views = views;
        this.disputes = disputes;
        this.slowness = slowness;
        this.requests = requests;
        this.funds = funds;
        this.health = health;
        this.list = list;
        this.store = store;
        this.events = events;
    }

    void on(EngineEvent event) {
        Troubles.of(event).ifPresent(problem -> events.publish(new WalletEvent.Trouble(problem)));
        switch (event) {
            case EngineEvent.ChannelChanged changed -> changed(changed.channel());
            case EngineEvent.PaymentChanged payment -> {
                requests.booked(payment.key(), payment.entry());
                engine.channel(payment.key())
                        .ifPresent(channel -> events.publish(new WalletEvent.PaymentChanged(Payments.view(
                                payment.entry(), payment.key(), contacts.didOf(channel.peer()), views.coin(channel)))));
            }
            case EngineEvent.RequestReceived request -> requests.received(request.key(), request.request());
            case EngineEvent.RequestDeclined answer -> requests.declined(answer.key(), answer.answer());
            case EngineEvent.LedgerReported report -> reported(report.key(), report.event());
            case EngineEvent.Disputed dispute -> channelChanged(dispute.key());
            case EngineEvent.StoreTrouble trouble -> {}
            case EngineEvent.Quarantined quarantined -> {
                list.stopped(quarantined.key());
                channelChanged(quarantined.key());
            }
            case EngineEvent.PeerConnection connection -> connection(connection.peer(), connection.up());
        }
    }

    void channelChanged(ProposalId key) {
        events.publishOnce(key, () -> Optional.of(new WalletEvent.ChannelChanged(key.toString())));
    }

    void balanceChanged() {
        events.publishOnce(BALANCE, () -> Optional.of(new WalletEvent.BalanceChanged(funds.overview())));
    }

    void healthChanged() {
        events.publishOnce(HEALTH, () -> Optional.of(new WalletEvent.HealthChanged(health.now())));
    }

    private void changed(ChannelSnapshot channel) {
        slowness.saw(channel);
        if (linked.add(channel.key())) {
            link(channel);
        }
        Params params = channel.params();
        if (params != null) {
            contacts.tookPart(channel.peer(), params.parts().get(1 - channel.ownIndex()));
        }
        channelChanged(channel.key());
        balanceChanged();
    }

    /** Names in lists come from here also after the contact is removed. */
    private void link(ChannelSnapshot channel) {
        String did = contacts.didOf(channel.peer());
        if (did.isEmpty()) {
            return;
        }
        try {
            store.link(channel.key(), did);
        } catch (StoreException e) {
            linked.remove(channel.key());
            LOG.warn("channel {} is not listed under its contact yet", channel.key(), e);
        }
    }

    private void reported(ProposalId key, LedgerEvent event) {
        engine.channel(key).ifPresent(channel -> {
            funds.reported(channel, event);
            disputes.reported(channel, event);
        });
        channelChanged(key);
        balanceChanged();
    }

    private void connection(WireIdentity peer, boolean up) {
        Optional<Contact> contact = contacts.byWire(peer);
        if (contact.isPresent()) {
            if (up) {
                contacts.proven(contact.get());
            }
            events.publish(new WalletEvent.ContactChanged(contact.get().did()));
            healthChanged();
        }
    }
}
