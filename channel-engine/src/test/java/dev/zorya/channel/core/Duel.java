package dev.zorya.channel.core;

import dev.zorya.channel.crypto.Hashes;
import dev.zorya.channel.message.Extension;
import dev.zorya.channel.message.Message;
import dev.zorya.channel.message.ProposalBase;
import dev.zorya.channel.port.BookEntry;
import dev.zorya.channel.port.Decision;
import dev.zorya.channel.sim.ManualClock;
import dev.zorya.channel.sim.ModelLedger;
import dev.zorya.channel.sim.SimScheme;
import dev.zorya.channel.sim.SimWorld;
import dev.zorya.channel.value.Allocation;
import dev.zorya.channel.value.App;
import dev.zorya.channel.value.Asset;
import dev.zorya.channel.value.Balances;
import dev.zorya.channel.value.Bytes;
import dev.zorya.channel.value.Participant;
import dev.zorya.channel.value.ProposalId;
import dev.zorya.channel.value.WireIdentity;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Two cores in a hostile world, one random step after the other, all of it decided by a seed: interleavings, lost, doubled and
 * reordered messages, breaking connections, crashes between any two effects, people who pay, close and refuse. Then the world
 * becomes fair and both must come to rest, agree, and get their money out (DESIGN.md 10).
 */
final class Duel {
    static final Asset COIN = SimWorld.COIN;
    static final BigInteger PURSE = BigInteger.valueOf(10_000);
    static final long MINE = 600;
    static final long THEIRS = 400;
    private static final int PATIENCE = 20_000;
    private static final Allocation INITIAL = new Allocation(
            List.of(COIN), Balances.single(BigInteger.valueOf(MINE), BigInteger.valueOf(THEIRS)), List.of());

    private final Random random;
    private final List<String> log = new ArrayList<>();
    private final boolean loud;
    private final SimScheme scheme = new SimScheme();
    private final ManualClock clock = new ManualClock();
    private final ModelLedger ledger = new ModelLedger(scheme, clock);
    private final List<Player> players;
    private final List<Deque<Message>> wires = List.of(new ArrayDeque<>(), new ArrayDeque<>());
    private final DuelRules rules = new DuelRules(scheme, INITIAL);

    /** What this seed's world does to messages beyond breaking connections, which a real one does too. */
    private final boolean unordered;

    private final boolean crashing;
    private final boolean hostileOpening;
    private boolean fair;

    /**
     * A duel that has not been played yet.
     *
     * @param loud keep a log, which costs half of the time
     */
    Duel(long seed, boolean loud) {
        this.loud = loud;
        random = new Random(seed);
        // the first numbers of neighbouring seeds are alike
        random.nextLong();
        unordered = random.nextInt(3) == 0;
        crashing = random.nextInt(3) > 0;
        hostileOpening = random.nextInt(4) == 0;
        ledger.mineByHand();
        players = Stream.of("alice", "bob").map(this::player).toList();
    }

    private Player player(String name) {
        Bytes address = Hashes.keccak256(name.getBytes(StandardCharsets.UTF_8)).slice(12, 32);
        Participant self = Participant.ethereum(address);
        Env env = new Env(scheme, SimScheme.signer(address), self, wire(name), Limits.REAL, Apps.NONE);
        return new Player(name, env, ledger.account(self, Map.of(COIN, PURSE)), rules);
    }

    private static WireIdentity wire(String name) {
        return WireIdentity.single(Bytes.wrap(name.getBytes(StandardCharsets.UTF_8)));
    }

    /** What happened, for the report of a failure. */
    List<String> log() {
        return log;
    }

    void play() {
        ProposalBase base = new ProposalBase(
                new ProposalId(bytes(32)),
                3600,
                bytes(32),
                App.NONE,
                Bytes.EMPTY,
                INITIAL,
                INITIAL.balances(),
                Capabilities.aux());
        Player alice = players.getFirst();
        Player bob = players.getLast();
        alice.propose(Opening.propose(alice.env, bob.env.wire(), true, bob.env.self(), base, now()));
        if (!hostileOpening) {
            fair = true;
            settle();
            fair = false;
            rules.require(players.stream().allMatch(p -> p.state() instanceof Open), "a fair opening ends open");
        }
        for (int step = 0; step < 60 + random.nextInt(200); step++) {
            chaos();
        }
        say(() -> "--- fair");
        fair = true;
        breakLine();
        settle();
        // who was told no asks again
        players.stream().filter(p -> p.state() instanceof Finalising).forEach(p -> take(p, new Input.Close()));
        settle();
        List<Player> alive =
                players.stream().filter(p -> p.state() instanceof Open).toList();
        if (hostileOpening && alive.size() < 2 && players.stream().noneMatch(this::isClosing)) {
            // it never became a channel for at least one of them; nothing was exchanged
            rules.require(players.stream().allMatch(p -> p.pending() == 0), "nothing pending without a channel");
            return;
        }
        rules.atRest(players, unordered);
        if (alive.size() == 2) {
            say(() -> "--- close");
            take(players.get(random.nextInt(2)), new Input.Close());
            settle();
        }
        for (Player player : players) {
            rules.require(player.state() instanceof Withdrawn, player.name + " has the money");
            BigInteger expected = PURSE.subtract(BigInteger.valueOf(player == alice ? MINE : THEIRS))
                    .add(player.snapshot().allocation().balances().of(0, players.indexOf(player)));
            rules.require(player.money().equals(expected), player.name + " got the last balance");
            rules.require(player.pending() == 0, "nothing pending after the end");
        }
        rules.require(ledger.total(COIN).equals(PURSE.multiply(BigInteger.TWO)), "conserved on the ledger");
        rules.answered(players, crashing);
    }

    private boolean isClosing(Player player) {
        return player.state() != null && player.state().phase().compareTo(Phase.FINAL) >= 0;
    }

    private void say(Supplier<String> line) {
        if (loud) {
            log.add(line.get());
        }
    }

    private Instant now() {
        return clock.instant();
    }

    private Bytes bytes(int size) {
        byte[] bytes = new byte[size];
        random.nextBytes(bytes);
        return Bytes.wrap(bytes);
    }

    /** One random thing. */
    private void chaos() {
        Player player = players.get(random.nextInt(2));
        int choice = random.nextInt(100);
        if (choice < 56) {
            advance(player);
        } else if (choice < 66) {
            pay(player);
        } else if (choice < 80) {
            ring();
        } else if (choice < 82) {
            ledger.mine();
        } else if (choice < 94) {
            if (unordered) {
                disorder();
            }
        } else if (choice < 96) {
            breakLine();
        } else if (choice < 98) {
            if (crashing) {
                crash(player);
            }
        } else if (choice == 98 && random.nextInt(4) == 0) {
            take(player, new Input.Close());
        } else {
            clock.advance(Duration.ofMillis(random.nextInt(50)));
        }
    }

    /** The next small thing that this player can do by itself; false if there is none. */
    private boolean advance(Player player) {
        int index = players.indexOf(player);
        Effect effect = player.todo.poll();
        if (effect != null) {
            perform(player, effect);
            if (effect instanceof Effect.Send send && send.message() instanceof Extension.PaymentNotes) {
                // they travel together: where the line breaks in between, the receiver books without the note
                perform(player, player.todo.remove());
            }
            return true;
        }
        Input fact = player.inbox.poll();
        if (fact != null) {
            take(player, fact);
            return true;
        }
        if (!player.questions.isEmpty() && (fair || random.nextInt(3) == 0)) {
            boolean yes = fair || random.nextInt(4) > 0;
            var question = player.questions.remove();
            say(() -> player.name + " decides " + (yes ? "yes" : "no"));
            player.take(
                    new Input.Decided(
                            question, yes ? new Decision.Accept() : new Decision.Decline("no, thanks"), bytes(32)),
                    now());
            rules.afterStep(players);
            return true;
        }
        Message message = wires.get(index).poll();
        if (message != null) {
            say(() -> player.name + " hears " + DuelRules.text(message));
            player.hear(message, players.get(1 - index).env.wire(), now());
            rules.afterStep(players);
            return true;
        }
        return false;
    }

    private void perform(Player player, Effect effect) {
        switch (effect) {
            case Effect.Persist persist -> {
                player.persist(persist);
                rules.persisted(player, players.indexOf(player));
            }
            case Effect.Send send -> {
                say(() -> player.name + " sends " + DuelRules.text(send.message()));
                rules.sent(player, players.indexOf(player), send.message());
                wires.get(1 - players.indexOf(player)).add(send.message());
            }
            case Effect.Submit submit -> player.submit(submit);
            case Effect.Ask ask -> player.questions.add(ask.question());
            case Effect.Schedule schedule -> player.timers.put(schedule.timer(), now().plus(schedule.after()));
            case Effect.Notify notify -> told(player, notify.notice());
        }
    }

    private void told(Player player, Notice notice) {
        switch (notice) {
            case Notice.Booked booked -> {
                if (booked.entry().direction() == BookEntry.Direction.OUT
                        && booked.entry().status() != BookEntry.Status.PENDING) {
                    player.outcomes.put(
                            booked.entry().id(), booked.entry().status().name());
                }
            }
            case Notice.PaymentRefused refused ->
                player.outcomes.put(refused.id(), refused.refusal().name());
            case Notice.PaymentDeclined declined -> player.outcomes.putIfAbsent(declined.id(), "DECLINED");
            case Notice.PaymentUnanswered silent -> player.outcomes.putIfAbsent(silent.id(), "UNANSWERED");
            case Notice.ChangeRefused n -> {}
            case Notice.ChangeDeclined n -> {}
            case Notice.ChangeUnanswered n -> {}
            case Notice.Changed n -> {}
            case Notice.OpenRefused n -> {}
            case Notice.CloseDeclined n -> {}
            case Notice.CloseUnanswered n -> {}
            case Notice.CloseRefused n -> {}
            case Notice.RequestReceived n -> {}
            case Notice.RequestDeclined n -> {}
        }
    }

    private void take(Player player, Input input) {
        if (player.todo.isEmpty()) {
            say(() -> player.name + " takes " + DuelRules.text(input));
            player.take(input, now());
            rules.afterStep(players);
        }
    }

    private void pay(Player player) {
        if (player.todo.isEmpty() && player.state() != null) {
            Payment payment =
                    new Payment(bytes(16), 0, BigInteger.valueOf(1 + random.nextInt(150)), "a note", Bytes.EMPTY);
            player.outcomes.put(payment.id(), "");
            take(player, new Input.Pay(payment));
        }
    }

    /** The alarm that is due next goes off, however long that takes; false if none is set. */
    private boolean ring() {
        Player first = null;
        Timer timer = null;
        Instant due = Instant.MAX;
        for (Player player : players) {
            for (Map.Entry<Timer, Instant> each : player.timers.entrySet()) {
                if (each.getValue().isBefore(due) && player.todo.isEmpty()) {
                    first = player;
                    timer = each.getKey();
                    due = each.getValue();
                }
            }
        }
        if (first == null || timer == null) {
            return false;
        }
        if (due.isAfter(now())) {
            clock.advance(Duration.between(now(), due));
        }
        first.timers.remove(timer);
        take(first, new Input.TimedOut(timer));
        return true;
    }

    /** Loses, doubles or moves one message that is on its way. */
    private void disorder() {
        Deque<Message> wire = wires.get(random.nextInt(2));
        if (!wire.isEmpty()) {
            Message victim = wire.remove();
            int fate = random.nextInt(4);
            say(() -> "disorder " + fate + " of " + DuelRules.text(victim));
            if (fate > 0) {
                wire.addLast(victim);
            }
            if (fate > 1) {
                // a doubled one, with whatever happens in between
                wire.addFirst(victim);
            }
        }
    }

    /** The end of what is on its way is lost, then both see a new connection. */
    private void breakLine() {
        say(() -> "the line breaks");
        for (Deque<Message> wire : wires) {
            for (int lost = random.nextInt(wire.size() + 1); lost > 0; lost--) {
                wire.removeLast();
            }
        }
        players.forEach(player -> player.inbox.add(new Input.Connected()));
    }

    private void crash(Player player) {
        say(() -> player.name + " crashes");
        // nothing that was on its way to a dead process arrives
        wires.get(players.indexOf(player)).clear();
        player.crash(now());
        rules.afterStep(players);
        breakLine();
    }

    /** Runs a fair world until nobody has anything to do, timers included. */
    private void settle() {
        for (int step = 0; step < PATIENCE; step++) {
            if (!advance(players.get(step % 2)) && !advance(players.get(1 - step % 2)) && !mined() && !ring()) {
                return;
            }
        }
        rules.require(false, "still busy after " + PATIENCE + " steps");
    }

    private boolean mined() {
        if (!ledger.isBusy()) {
            return false;
        }
        ledger.mine();
        return true;
    }
}
