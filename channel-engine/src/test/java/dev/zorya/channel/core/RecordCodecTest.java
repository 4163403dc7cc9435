package dev.zorya.channel.core;

import static dev.zorya.channel.core.Scene.payment;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.zorya.channel.crypto.EthereumKey;
import dev.zorya.channel.crypto.Hashes;
import dev.zorya.channel.perunio.Perunio;
import dev.zorya.channel.value.Bytes;
import dev.zorya.channel.value.MalformedException;
import dev.zorya.channel.value.Participant;
import dev.zorya.channel.value.State;
import dev.zorya.channel.value.Transaction;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class RecordCodecTest {
    private final Scene scene = new Scene();
    private final RecordCodec codec = new RecordCodec(new Perunio(dev.zorya.channel.codec.Apps.NONE));
    private final State v0 = scene.initial();
    private final State last = scene.last(v0);

    /** A channel with everything in it that can be durable. */
    private Live full() {
        State paid = scene.paid(v0, scene.alice, 50);
        Authorised declined =
                scene.alice.authorised(paid, payment(1, 20), payment(2, 30)).with(Authorised.Afterwards.CANCEL);
        return scene.live(scene.alice).authorise(declined).withWish(Live.Wish.CLOSE);
    }

    private Map<String, ChannelState> durable() {
        Map<String, ChannelState> states = new LinkedHashMap<>();
        states.put("ProposalSent", scene.sent());
        states.put(
                "ProposalSent, to whoever answers",
                new ProposalSent(scene.dossier(scene.alice), scene.proposal(), null));
        states.put("InitSigning", scene.signing(scene.bob));
        states.put("Funding", scene.funding(scene.alice));
        states.put("Open", scene.open(scene.bob));
        states.put("Open with everything", new Open(full()));
        states.put("Updating", scene.updating(scene.alice, payment(1, 20)));
        State neutral = scene.neutral(v0);
        states.put(
                "Updating, neutral above a declined one",
                new Updating(full().authorise(scene.alice.authorised(neutral)), scene.alice.authorised(neutral), 0));
        states.put("Finalising", scene.finalising(scene.alice));
        states.put("Final", scene.ended(scene.alice, scene.bob));
        states.put(
                "Withdrawing",
                new Withdrawing(scene.dossier(scene.bob), scene.terms(), scene.complete(last), Set.of(0)));
        states.put(
                "Withdrawing what the peer completed alone",
                new Withdrawing(
                        scene.dossier(scene.alice),
                        scene.terms(),
                        Transaction.unsigned(last).with(0, scene.alice.sign(last)),
                        Set.of()));
        states.put("Withdrawn", new Withdrawn(scene.dossier(scene.bob), scene.terms(), scene.complete(last)));
        disputes(states);
        states.put("ProposalSent of a sub-channel", subChannel(ProposalSent.class));
        states.put("InitSigning of a sub-channel", subChannel(InitSigning.class));
        states.put("Locking", subChannel(Locking.class));
        Locking wanted = assertInstanceOf(Locking.class, subChannel(Locking.class));
        states.put(
                "Locking, given up",
                new Locking(wanted.dossier(), wanted.terms(), wanted.initial(), Locking.Standing.GIVEN_UP));
        states.put("Open sub-channel", subChannel(Open.class));
        states.put("Returning", subChannel(Returning.class));
        states.put("Ended", new Ended(scene.dossier(scene.alice), scene.allocation(1, 2), "no \u20ac"));
        return states;
    }

    private void disputes(Map<String, ChannelState> states) {
        Disputes disputes = new Disputes(scene);
        State next = scene.neutral(v0);
        Registration known = disputes.fact(full(), disputes.shown(v0));
        Registration strange = disputes.fact(full(), disputes.hidden(scene.neutral(next)));
        states.put("Registering", new Registering(full()));
        states.put("Registered", new Registered(full(), known));
        states.put("Registered, a state that nobody knows", new Registered(full(), strange));
        Registration forced = disputes.fact(full(), disputes.moved(next));
        State end = scene.last(next);
        Live ended = Live.fresh(scene.dossier(scene.alice), scene.terms(), scene.complete(next))
                .authorise(scene.alice
                        .authorised(scene.paid(v0, scene.alice, 50), payment(1, 50))
                        .with(Authorised.Afterwards.CANCEL))
                .ended(scene.complete(end));
        states.put("Registered, with an end beside a payment in doubt", new Registered(ended, known));
        states.put("Registered, forced", new Registered(full(), forced));
        states.put(
                "Registered, forced, where it began is known",
                new Registered(full(), forced.after(java.util.Optional.of(known))));
        states.put("Progressing", new Progressing(full(), known, scene.alice.authorised(next)));
        states.put(
                "Withdrawing what the peer moved to alone",
                new Withdrawing(scene.dossier(scene.alice), scene.terms(), Transaction.unsigned(next), Set.of(0)));
    }

    /** Alice's sub-channel in each phase of its life. */
    private Map<Class<?>, ChannelState> subChannel() {
        Grove grove = new Grove();
        Map<Class<?>, ChannelState> seen = new LinkedHashMap<>();
        grove.alice.take(Scene.KEY, new Input.OpenSub(grove.base(1, 100, 50)));
        do {
            ChannelState now = grove.alice.at(Grove.key(1));
            seen.putIfAbsent(now.getClass(), now);
            if (now instanceof Open) {
                grove.alice.take(Grove.key(1), new Input.Close());
            }
        } while (grove.step());
        return seen;
    }

    private ChannelState subChannel(Class<?> phase) {
        return java.util.Objects.requireNonNull(subChannel().get(phase));
    }

    private Bytes terms(ChannelState state) {
        Bytes own = codec.terms(state);
        // the terms are written while the channel opens
        ChannelState opening = state.dossier().isSub() ? subChannel(InitSigning.class) : scene.signing(side(state));
        Bytes opened = codec.terms(opening);
        return own != null ? own : java.util.Objects.requireNonNull(opened);
    }

    private Scene.Side side(ChannelState state) {
        return state.dossier().ownIndex() == 0 ? scene.alice : scene.bob;
    }

    private ChannelState back(ChannelState state) {
        return codec.read(side(state).env(), terms(state), codec.body(state));
    }

    @TestFactory
    Stream<DynamicTest> everyPhaseComesBackAsItWas() {
        return durable().entrySet().stream()
                .map(e -> DynamicTest.dynamicTest(e.getKey(), () -> assertEquals(e.getValue(), back(e.getValue()))));
    }

    @Test
    void whatIsNotDurableComesBackAsWhatItIsAfterACrash() {
        Ended ended = assertInstanceOf(Ended.class, back(scene.received()));
        assertEquals(scene.base().initialBalances(), ended.proposed());
        State taking = scene.paid(v0, scene.alice, 3);
        Deciding deciding = new Deciding(
                full(), scene.bob.update(taking), scene.bob.env().scheme().digest(taking));
        assertEquals(new Open(full()), back(deciding));
        Open waiting = new Open(scene.live(scene.alice).crossed().enqueue(payment(9, 1)));
        assertEquals(scene.open(scene.alice), back(waiting));
        Finalising declined = scene.finalising(scene.alice);
        declined = new Finalising(declined.live(), declined.staged(), Finalising.Standing.DECLINED);
        assertEquals(scene.finalising(scene.alice), back(declined));
    }

    @Test
    void paymentsThatShallBeTriedAgainFormTheQueueAgain() {
        Live retry = scene.live(scene.alice)
                .authorise(scene.alice.authorised(scene.paid(v0, scene.alice, 20), payment(1, 20)));
        Open open = assertInstanceOf(Open.class, back(new Open(retry)));
        assertEquals(List.of(payment(1, 20)), open.live().queue());
    }

    @Test
    void termsAreWrittenOnlyWhileItOpens() {
        Set<Class<?>> writing = Set.of(ProposalSent.class, InitSigning.class, Ended.class);
        durable()
                .values()
                .forEach(state -> assertEquals(
                        writing.contains(state.getClass()),
                        codec.terms(state) != null,
                        state.getClass()::getSimpleName));
    }

    /** Whatever is flipped, cut or added, nothing but the one exception comes out. */
    @TestFactory
    @Tag("threat-47")
    Stream<DynamicTest> damageIsNoticedOrHarmless() {
        Random random = new Random(7);
        return durable().entrySet().stream()
                .map(e -> DynamicTest.dynamicTest(e.getKey(), () -> {
                    ChannelState state = e.getValue();
                    byte[] terms = terms(state).toArray();
                    byte[] body = codec.body(state).toArray();
                    for (int round = 0; round < 400; round++) {
                        boolean inTerms = random.nextInt(3) == 0;
                        byte[] damaged = damaged(inTerms ? terms : body, random);
                        readable(state, inTerms ? damaged : terms, inTerms ? body : damaged);
                    }
                }));
    }

    private static byte[] damaged(byte[] good, Random random) {
        byte[] bad = good.clone();
        switch (random.nextInt(4)) {
            case 0 -> bad = Arrays.copyOf(bad, random.nextInt(bad.length));
            case 1 -> bad = Arrays.copyOf(bad, bad.length + 1 + random.nextInt(8));
            case 2 -> bad[random.nextInt(bad.length)] = (byte) random.nextInt(256);
            default -> bad[random.nextInt(bad.length)] ^= (byte) (1 << random.nextInt(8));
        }
        return bad;
    }

    private void readable(ChannelState state, byte[] terms, byte[] body) {
        try {
            ChannelState read = codec.read(side(state).env(), Bytes.wrap(terms), Bytes.wrap(body));
            ChannelSnapshot.of(read);
            codec.body(read);
        } catch (MalformedException expected) {
            return;
        }
    }

    @Test
    @Tag("threat-47")
    void garbageIsNoChannel() {
        Random random = new Random(11);
        for (int round = 0; round < 5000; round++) {
            byte[] terms = new byte[random.nextInt(300)];
            byte[] body = new byte[random.nextInt(300)];
            random.nextBytes(terms);
            random.nextBytes(body);
            assertThrows(
                    MalformedException.class, () -> codec.read(scene.alice.env(), Bytes.wrap(terms), Bytes.wrap(body)));
        }
    }

    @Test
    void recordsOfAnotherLayoutOrWalletAreRefused() {
        ChannelState state = scene.open(scene.alice);
        byte[] newer = codec.body(state).toArray();
        newer[3] = 6;
        assertThrows(MalformedException.class, () -> codec.read(scene.alice.env(), terms(state), Bytes.wrap(newer)));
        EthereumKey key = EthereumKey.of(Hashes.keccak256(new byte[] {9}).toArray());
        Env env = scene.alice.env();
        Env stranger =
                new Env(env.scheme(), key, Participant.ethereum(key.address()), env.wire(), env.limits(), env.apps());
        assertThrows(MalformedException.class, () -> codec.read(stranger, terms(state), codec.body(state)));
    }

    /** Layout 2 had no disputes; nothing else is different. */
    @TestFactory
    Stream<DynamicTest> recordsFromBeforeThereWereDisputesAreRead() {
        return durable().entrySet().stream()
                .filter(e -> !e.getValue().isDisputed())
                .map(e -> DynamicTest.dynamicTest(e.getKey(), () -> {
                    byte[] body = codec.body(e.getValue()).toArray();
                    byte[] terms = terms(e.getValue()).toArray();
                    body[3] = 2;
                    terms[3] = 2;
                    assertEquals(
                            e.getValue(), codec.read(side(e.getValue()).env(), Bytes.wrap(terms), Bytes.wrap(body)));
                }));
    }

    /** Layout 3 did not say what forced moves began with. */
    @Test
    void recordsFromBeforeMovesHadABaseAreRead() {
        Disputes disputes = new Disputes(scene);
        Registration fact = disputes.fact(full(), disputes.moved(scene.neutral(v0)));
        for (ChannelState state : List.of(
                new Registered(full(), fact), new Progressing(full(), fact, scene.alice.authorised(beyond())))) {
            String now = codec.body(state).hex();
            int base = new RecordWriter().registration(fact).done().size();
            int from = now.indexOf(new RecordWriter().registration(fact).done().hex()) / 2 + base - 4;
            String then = "00000003" + now.substring(8, 2 * from) + now.substring(2 * from + 8);
            assertEquals(state, codec.read(side(state).env(), terms(state), Bytes.fromHex(then)));
        }
    }

    private State beyond() {
        return scene.neutral(scene.neutral(v0));
    }

    /** Layout 1 had no field for a parent at the end of the dossier. */
    @Test
    void recordsFromBeforeThereWereSubChannelsAreRead() {
        for (ChannelState state : List.of(scene.open(scene.alice), scene.sent(), scene.signing(scene.bob))) {
            byte[] body = codec.body(state).toArray();
            body[3] = 1;
            assertEquals(state, codec.read(side(state).env(), layout1(state), Bytes.wrap(body)));
        }
    }

    private Bytes layout1(ChannelState state) {
        Dossier dossier = state.dossier();
        int end = new RecordWriter().number(1).dossier(dossier).done().size();
        String terms = terms(state).hex();
        return Bytes.fromHex("00000001" + terms.substring(8, 2 * (end - 4)) + terms.substring(2 * end));
    }

    @Test
    @Tag("threat-47")
    void aSubChannelIsNoLedgerChannel() {
        ChannelState sub = subChannel(Open.class);
        assertThrows(
                MalformedException.class,
                () -> codec.read(scene.alice.env(), terms(scene.open(scene.alice)), codec.body(sub)));
    }

    @Test
    @Tag("threat-47")
    void aBalanceThatNobodySignedIsNoticed() {
        ChannelState state = scene.open(scene.alice);
        String hex = codec.body(state).hex();
        String richer = hex.replace("020258" + "020190", "020258" + "020191");
        assertEquals(false, hex.equals(richer), "600 and 400 stand there as two bytes each");
        assertThrows(
                MalformedException.class, () -> codec.read(scene.alice.env(), terms(state), Bytes.fromHex(richer)));
    }
}
