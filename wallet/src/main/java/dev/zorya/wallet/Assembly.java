package dev.zorya.wallet;

import dev.zorya.channel.core.Apps;
import dev.zorya.channel.core.Limits;
import dev.zorya.channel.engine.Engine;
import dev.zorya.channel.engine.EngineConfig;
import dev.zorya.channel.perunio.Perunio;
import dev.zorya.channel.port.StoreException;
import dev.zorya.ethereum.ledger.EthereumConfig;
import dev.zorya.ethereum.ledger.EthereumLedger;
import dev.zorya.identity.Endpoint;
import dev.zorya.identity.Identity;
import dev.zorya.net.BusConfig;
import dev.zorya.net.ListenException;
import dev.zorya.net.Security;
import dev.zorya.net.TlsBus;
import dev.zorya.storage.WalletStore;
import dev.zorya.wallet.agent.AgentRoad;
import dev.zorya.wallet.agent.CurrentIdentity;
import dev.zorya.wallet.agent.Desk;
import dev.zorya.wallet.api.WalletEvent;
import dev.zorya.wallet.api.WalletException;
import dev.zorya.wallet.api.WalletProblem.Code;
import dev.zorya.wallet.credential.CredentialDesk;
import dev.zorya.wallet.credential.LetterCarrier;
import dev.zorya.wallet.credential.Surroundings;
import dev.zorya.wallet.mail.PostOffice;
import dev.zorya.wallet.meeting.Crossroads;
import dev.zorya.wallet.meeting.Introducer;
import dev.zorya.wallet.meeting.Prospects;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * Joins the parts of one wallet.
 *
 * @param folder of the wallet, whose lock the store holds
 * @param play the chain's money is worth nothing
 * @param practiceContact DID of the practice contact, or empty
 * @param afterwards runs when the wallet is closed
 */
record Assembly(
        Path folder,
        WalletFile file,
        KeyRing keys,
        WalletStore store,
        EthereumConfig chain,
        boolean play,
        Supplier<String> practiceContact,
        Runnable afterwards) {
    private static final InstantSource CLOCK = InstantSource.system();

    /** On failure everything that was handed in is closed. */
    Parts join() throws WalletException {
        Events events = new Events();
        AutoCloseable opened = () -> {};
        try {
            Contacts contacts = Contacts.load(store.contacts());
            Prospects prospects = new Prospects(contacts);
            TlsBus bus = listen(contacts, prospects, events);
            opened = bus;
            Endpoint endpoint = new Endpoint(Hosts.advertised(play), bus.port());
            if (bus.port() != file.port()) {
                file.listening(bus.port()).write(folder);
            }
            return join(contacts, prospects, bus, endpoint, events);
        } catch (StoreException | IOException | WalletException e) {
            Closing.all(opened, events, store, keys, afterwards::run);
            throw e instanceof StoreException s
                    ? Causes.of(s)
                    : e instanceof WalletException w ? w : Problems.failure(Code.STORE_TROUBLE, e);
        }
    }

    private Parts join(Contacts contacts, Prospects prospects, TlsBus bus, Endpoint endpoint, Events events)
            throws StoreException, WalletException {
        Limits limits = play ? Limits.PRACTICE : Limits.REAL;
        ChannelRules rules = new ChannelRules(limits);
        Coins coins = new Coins(chain.assets(), chain.chainId(), play);
        Questions questions = new Questions(events, CLOCK);
        EthereumLedger ledger = EthereumLedger.start(chain, keys.perun(), store.ledger(), CLOCK);
        CompletableFuture<Purse> purse = new CompletableFuture<>();
        CurrentIdentity identity = new CurrentIdentity(keys.identity());
        Desk desk = Desk.open(
                folder,
                keys.identity(),
                identity,
                store.settings(),
                keys::derive,
                CLOCK,
                view -> events.publish(new WalletEvent.IdentityChanged(view)));
        UnaryOperator<String> today = did -> desk.had(did) ? identity.did() : contacts.now(did);
        TrustBook trust = new TrustBook(
                store.settings(), new DecisionBook(store.decisions(), coins, events), coins, today, events);
        PostOffice post = new PostOffice(bus, store.letters(), contacts, identity, desk::had, CLOCK);
        CredentialDesk credentials = CredentialDesk.open(new Surroundings(
                store.credentials(),
                identity,
                did -> contacts.byDid(did).map(Contact::name),
                today,
                desk::had,
                new LetterCarrier(post),
                events::publish,
                CLOCK));
        EngineConfig config = new EngineConfig(
                keys.wireAddress().identity(),
                ledger,
                keys.perun(),
                post.bus(),
                store.channels(),
                new PersonPolicy(
                        contacts, coins, rules, questions, trust, new Vouchers(credentials), purse::join, CLOCK),
                CLOCK,
                new SecureRandom(),
                limits,
                Apps.NONE);
        CompletableFuture<Reporter> reporter = new CompletableFuture<>();
        Engine engine = Restoring.engine(store, config, event -> reporter.join().on(event));
        Slowness slowness = new Slowness(CLOCK);
        Disputes disputes = new Disputes(store.activity(), coins);
        ChannelViews views = new ChannelViews(coins, contacts, slowness, disputes);
        Ids ids = new Ids();
        Funds funds = new Funds(engine, ledger, coins);
        purse.complete(funds);
        CopyKeeper copies = new CopyKeeper(
                folder,
                folder.resolveSibling("copies"),
                store,
                keys,
                () -> CopyWorth.of(engine.channels(), contacts.all(), identity.did()),
                CLOCK,
                new CopyNews(reporter, events));
        HealthReader health = new HealthReader(ledger, engine, contacts, endpoint.toString(), copies::health);
        RequestBook requestBook = new RequestBook(store.requests(), engine, contacts, views, coins, events, CLOCK);
        Requests requests = new Requests(requestBook, engine, contacts, ids, CLOCK);
        ChannelList list =
                new ChannelList(engine, store.channels(), views, new Timeline(store.activity(), views), coins);
        Reporter news = new Reporter(
                engine, contacts, views, disputes, slowness, requests, funds, health, list, store.channels(), events);
        reporter.complete(news);
        ledger.onHealth(now -> {
            news.healthChanged();
            news.balanceChanged();
        });
        contacts.all().forEach(contact -> bus.keep(contact.wire()));
        OwnCard card = new OwnCard(store.settings(), keys, identity, chain.chainId(), endpoint, file.name(), CLOCK);
        AddressBook people = new AddressBook(
                contacts, engine, bus, post, events, CLOCK, self(identity, ledger), credentials::vouched);
        Reception reception = new Reception(card, people, identity, chain.chainId(), CLOCK);
        Introducer introducer = new Introducer(
                reception, store.meetings(), bus, post, prospects, events::publish, CLOCK, Introducer.PATIENCE);
        AgentRoad road =
                new AgentRoad(desk, store.settings(), reception, people::check, file.name(), events::publish, CLOCK);
        CardRound cards = new CardRound(card, people, store.settings(), post, CLOCK);
        post.start();
        introducer.start();
        desk.start(road::serve, cards);
        credentials.resume();
        return new Parts(
                keys,
                identity,
                desk,
                road,
                store,
                ledger,
                bus,
                post,
                engine,
                events,
                new Ticker(() -> {
                    slowness.turned().forEach(news::channelChanged);
                    cards.tick();
                    copies.tick();
                }),
                coins,
                funds,
                health,
                card,
                cards,
                people,
                introducer,
                new Crossroads((preview, name) -> people.add(preview.text(), name), List.of(road, introducer)),
                questions,
                requestBook,
                requests,
                new Orders(engine, contacts, coins, rules, views, requests, funds, ids, CLOCK),
                list,
                new History(store.activity(), engine, contacts, views, coins),
                new Nodes(folder, file.network(), ledger),
                new Watch(store.activity(), engine, list, ledger, coins),
                new OwnBook(store.ledger(), chain.name(), engine::channels, contacts, coins),
                new EvidenceFile(store, engine, ledger, CLOCK),
                trust,
                credentials,
                copies,
                afterwards,
                new AtomicBoolean());
    }

    /** The wallet's reporter is made after its copies. */
    private record CopyNews(CompletableFuture<Reporter> reporter, Events events) implements CopyKeeper.News {
        @Override
        public void healthChanged() {
            reporter.join().healthChanged();
        }

        @Override
        public void failed(WalletException failure) {
            events.publish(new WalletEvent.Trouble(
                    Problems.of(Code.COPY_FAILED, failure.problem().what())));
        }
    }

    private AddressBook.Self self(Identity identity, EthereumLedger ledger) {
        return new AddressBook.Self(
                identity::did,
                keys.wireAddress(),
                keys.perun().address(),
                chain.chainId(),
                ledger.scheme(),
                practiceContact);
    }

    /** Play wallets move to another port if theirs is taken; for real ones the person decides, because cards have to be sent anew. */
    private TlsBus listen(Contacts contacts, Prospects prospects, Events events) throws WalletException {
        try {
            return TlsBus.open(busConfig(file.port(), contacts, events), prospects);
        } catch (ListenException taken) {
            String where = Hosts.listening(play) + ":" + file.port();
            if (!play || taken.reason() != ListenException.Reason.PORT_TAKEN) {
                throw Problems.failure(Code.PORT_TAKEN, taken, where);
            }
            try {
                return TlsBus.open(busConfig(0, contacts, events), prospects);
            } catch (ListenException e) {
                throw Problems.failure(Code.PORT_TAKEN, e, where);
            }
        }
    }

    private BusConfig busConfig(int port, Contacts contacts, Events events) {
        return BusConfig.of(
                        keys.wireAddress(),
                        keys.wire(),
                        new Perunio(id -> false),
                        new Security.Tls(keys.tls()),
                        new dev.zorya.net.Endpoint(Hosts.listening(play), port))
                .with(peer -> contacts.byWire(peer).ifPresent(contact -> {
                    contacts.wrongKey(contact);
                    events.publish(new WalletEvent.ContactChanged(contact.did()));
                    events.publish(
                            new WalletEvent.Trouble(Problems.of(Code.CONTACT_WRONG_KEY, "TLS key", contact.name())));
                }));
    }
}
