package dev.zorya.channel.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zorya.channel.ethereum.Dispute;
import dev.zorya.channel.ethereum.EthereumScheme;
import dev.zorya.channel.port.Intent;
import dev.zorya.channel.port.LedgerEvent;
import dev.zorya.channel.port.LedgerEvent.Stage;
import dev.zorya.channel.sim.NimApp;
import dev.zorya.channel.sim.SimWorld;
import dev.zorya.channel.sim.judge.Clerk;
import dev.zorya.channel.sim.judge.Filing;
import dev.zorya.channel.sim.judge.Holders;
import dev.zorya.channel.sim.judge.Judge;
import dev.zorya.channel.sim.judge.Reverted;
import dev.zorya.channel.value.Asset;
import dev.zorya.channel.value.ChannelId;
import dev.zorya.channel.value.ProposalId;
import dev.zorya.channel.value.SignedState;
import dev.zorya.channel.value.State;
import dev.zorya.channel.value.SubAllocation;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Trees that were used at random, cut off in the middle of something, and then brought before the judge by Alice, who puts
 * together whatever was signed once for each channel of them. Bob has nothing but his tree and the ledger's facts.
 */
@Tag("threat-26")
@Tag("threat-36")
@Tag("slow")
class TreeDisputeSeedsTest {
    private static final int WORLDS = 40;
    private static final long START = Scene.NOW.getEpochSecond();
    private static final long PERIOD = 3600;

    /** One tree, its history, and the judge. */
    private static final class Case {
        private final Random random;
        private final Grove grove = new Grove();
        private final EthereumScheme scheme = new EthereumScheme();
        private final Judge judge =
                new Judge(scheme, new Holders(SimWorld.CHAIN, SimWorld.PURSE.keySet()), NimApp.KNOWN.known());
        private final Clerk clerk = new Clerk(scheme, judge);
        /** What Alice could ever prove of each channel. */
        private final Map<ChannelId, List<SignedState>> history = new LinkedHashMap<>();

        private final Map<ProposalId, Dispute> heard = new HashMap<>();
        private long time = START;

        Case(Random random) {
            this.random = random;
        }

        void play() {
            live();
            Map<ChannelId, State> newest = newest();
            Asset coin = SimWorld.COIN;
            ChannelId root = grove.scene.terms().id();
            List<BigInteger> paidIn = grove.scene.initial().allocation().sums();
            judge.holders().deposit(coin, root, grove.scene.bob.env().self(), paidIn.getFirst());
            cheat();
            for (int round = 0; round < 3; round++) {
                answer();
                time += random.nextInt(1000);
                cheat();
            }
            answer();
            if (!judge.dispute(root).isRegistered()) {
                grove.bob.take(Scene.KEY, new Input.CloseAlone());
                answer();
            }
            ended(root, newest, coin, paidIn.getFirst());
        }

        /** Some of this is on its way when the line breaks for good. */
        private void live() {
            remember();
            int children = 0;
            for (int round = 0; round < 14; round++) {
                Grove.Party party = random.nextBoolean() ? grove.alice : grove.bob;
                List<ProposalId> all = new ArrayList<>(party.tree.members().keySet());
                ProposalId member = all.get(random.nextInt(all.size()));
                int choice = random.nextInt(10);
                Input order = choice < 3
                        ? new Input.OpenSub(grove.base(++children, 1 + random.nextInt(60), 1 + random.nextInt(60)))
                        : choice < 9 || member.equals(Scene.KEY)
                                ? new Input.Pay(Scene.payment(round + 1, 1 + random.nextInt(20)))
                                : new Input.Close();
                grove.give(party, member, order);
                for (int steps = random.nextInt(14); steps > 0; steps--) {
                    grove.step();
                    remember();
                }
            }
        }

        private void remember() {
            for (ChannelState member : grove.alice.tree.members().values()) {
                Evidence.of(member).ifPresent(signed -> {
                    List<SignedState> known = history.computeIfAbsent(signed.channel(), id -> new ArrayList<>());
                    if (!known.contains(signed)) {
                        known.add(signed);
                    }
                });
            }
        }

        /** What Bob can prove of each channel that his newest root locks, the root included. */
        private Map<ChannelId, State> newest() {
            Map<ChannelId, State> found = new LinkedHashMap<>();
            collect(grove.scene.terms().id(), found);
            return found;
        }

        private void collect(ChannelId id, Map<ChannelId, State> into) {
            State state = grove.bob
                    .tree
                    .find(id)
                    .flatMap(Evidence::of)
                    .orElseThrow()
                    .transaction()
                    .state();
            into.put(id, state);
            state.allocation().locked().forEach(entry -> collect(entry.id(), into));
        }

        /** Any root that was ever signed, with any states of its children that were ever signed. */
        private void cheat() {
            List<SignedState> roots = known(grove.scene.terms().id());
            SignedState root = roots.get(random.nextInt(roots.size()));
            List<Filing> subs = new ArrayList<>();
            choose(root.transaction().state(), subs);
            try {
                judge.register(Filing.of(root), subs, time);
            } catch (Reverted tooOld) {
                assertTrue(judge.dispute(root.channel()).isRegistered(), tooOld.getMessage());
            }
        }

        private List<SignedState> known(ChannelId id) {
            return history.getOrDefault(id, List.of());
        }

        private void choose(State parent, List<Filing> into) {
            for (SubAllocation entry : parent.allocation().locked()) {
                List<SignedState> all = known(entry.id());
                SignedState child = all.get(random.nextInt(all.size()));
                into.add(Filing.of(child));
                choose(child.transaction().state(), into);
            }
        }

        /** Bob hears what has changed and does what his tree wants, until nothing is left to do now. */
        private void answer() {
            boolean busy = true;
            for (int round = 0; busy; round++) {
                assertTrue(round < 50, "Bob comes to rest");
                busy = hear() | carry();
            }
        }

        private boolean hear() {
            boolean any = false;
            for (ProposalId member : List.copyOf(grove.bob.tree.members().keySet())) {
                var id = grove.bob.at(member).channelId();
                Dispute there = id.map(judge::dispute).orElse(null);
                if (there != null && there.isRegistered() && !there.equals(heard.put(member, there))) {
                    any = true;
                    grove.bob.take(member, new Input.FromLedger(fact(there)));
                }
            }
            return any;
        }

        private LedgerEvent fact(Dispute there) {
            return there.phase() == 2
                    ? new LedgerEvent.Concluded(there.version(), null, 1, Instant.ofEpochSecond(time))
                    : new LedgerEvent.Registered(
                            there.version(),
                            there.stateHash(),
                            Instant.ofEpochSecond(there.timeout()),
                            Stage.DISPUTE,
                            random.nextBoolean()
                                    ? judge.shown(there.stateHash()).orElse(null)
                                    : null,
                            1,
                            Instant.ofEpochSecond(time));
        }

        private boolean carry() {
            List<Intent> all = List.copyOf(grove.bob.intents);
            grove.bob.intents.clear();
            boolean any = false;
            for (Intent intent : all) {
                switch (progress(intent)) {
                    case WAITS -> grove.bob.intents.add(intent);
                    case DONE -> any = true;
                    case OVER -> {}
                }
            }
            return any;
        }

        private Clerk.Progress progress(Intent intent) {
            try {
                return switch (intent) {
                    case Intent.Register register -> clerk.register(register, time);
                    case Intent.Conclude conclude -> clerk.conclude(conclude, time);
                    case Intent.ConcludeFinal conclude -> clerk.conclude(conclude, time);
                    case Intent.Progress progress -> clerk.progress(progress, time);
                    case Intent.Deposit deposit -> Clerk.Progress.OVER;
                    case Intent.Withdraw withdraw -> Clerk.Progress.OVER;
                };
            } catch (Reverted e) {
                throw new AssertionError(intent.key(), e);
            }
        }

        private void ended(ChannelId root, Map<ChannelId, State> newest, Asset coin, BigInteger all) {
            newest.forEach((id, state) -> assertTrue(
                    !judge.dispute(id).isRegistered() || judge.dispute(id).version() >= state.version(),
                    "rule 8: " + judge.dispute(id) + " for version " + state.version()));
            time = judge.dispute(root).timeout();
            assertTrue(time <= START + 4 * PERIOD);
            answer();
            assertTrue(judge.isConcluded(root), "Bob sees it through");
            assertInstanceOf(Withdrawing.class, grove.bob.at(Scene.KEY));
            assertEquals(1, grove.bob.tree.living());
            BigInteger bobs =
                    judge.holders().holdings(coin, root, grove.scene.bob.env().self());
            BigInteger alices =
                    judge.holders().holdings(coin, root, grove.scene.alice.env().self());
            assertEquals(all, bobs.add(alices), "the whole tree is paid out");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5})
    void whateverAliceRegistersBobEndsWithHisNewest(int hundred) {
        for (int seed = 0; seed < WORLDS; seed++) {
            int replay = hundred * 100 + seed;
            try {
                new Case(new Random(replay * 7919L)).play();
            } catch (RuntimeException | AssertionError e) {
                throw new AssertionError("seed " + replay, e);
            }
        }
    }
}
