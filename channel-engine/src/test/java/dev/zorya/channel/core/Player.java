package dev.zorya.channel.core;

import dev.zorya.channel.message.ChannelProposal;
import dev.zorya.channel.message.Message;
import dev.zorya.channel.perunio.Perunio;
import dev.zorya.channel.port.BookEntry;
import dev.zorya.channel.port.LedgerException;
import dev.zorya.channel.port.Question;
import dev.zorya.channel.sim.ModelLedger;
import dev.zorya.channel.value.Bytes;
import dev.zorya.channel.value.ChannelId;
import dev.zorya.channel.value.Signature;
import dev.zorya.channel.value.WireIdentity;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One of the two in a {@link Duel}: a core with a disk, alarm clocks and a mailbox. Effects wait in {@code todo} and happen one
 * by one, so that everything can go wrong between any two of them.
 */
final class Player {
    private record Line(BookEntry.Direction direction, Bytes id) {}

    private record Disk(Bytes terms, Bytes body) {}

    final String name;
    final Env env;
    private final RecordCodec codec = new RecordCodec(new Perunio(dev.zorya.channel.codec.Apps.NONE));
    private final ModelLedger.Account account;
    private final DuelRules rules;
    final Deque<Effect> todo = new ArrayDeque<>();
    final Deque<Input> inbox = new ArrayDeque<>();
    final Deque<Question> questions = new ArrayDeque<>();
    final Map<Timer, Instant> timers = new EnumMap<>(Timer.class);
    final Map<Bytes, String> outcomes = new HashMap<>();
    private final Map<Line, BookEntry> book = new LinkedHashMap<>();
    private final Set<ChannelId> watched = new HashSet<>();
    private @Nullable ChannelState state;
    private @Nullable Disk disk;

    Player(String name, Env env, ModelLedger.Account account, DuelRules rules) {
        this.rules = rules;
        this.name = name;
        this.env = env;
        this.account = account;
    }

    @Nullable
    ChannelState state() {
        return state;
    }

    ChannelSnapshot snapshot() {
        return ChannelSnapshot.of(Objects.requireNonNull(state));
    }

    boolean isIdle() {
        return todo.isEmpty() && inbox.isEmpty() && questions.isEmpty();
    }

    /** The core takes one input; what has to happen now waits in {@code todo}. */
    void take(Input input, Instant now) {
        if (state != null) {
            follow(state.step(env, input, now));
        }
    }

    void propose(Transition first) {
        follow(first);
    }

    void hear(Message message, WireIdentity from, Instant now) {
        if (state == null && message instanceof ChannelProposal.Ledger proposal) {
            follow(Opening.proposed(env, from, proposal, now));
        } else {
            take(new Input.FromPeer(message), now);
        }
    }

    private void follow(Transition step) {
        ChannelState next = step.next();
        if (state != null) {
            rules.way(state.phase(), next.phase());
        }
        state = next;
        todo.addAll(step.effects());
        next.channelId()
                .filter(id -> next.phase().compareTo(Phase.FUNDING) >= 0)
                .filter(watched::add)
                .ifPresent(id -> {
                    ChannelSnapshot now = snapshot();
                    account.watch(
                            id,
                            Objects.requireNonNull(now.params()),
                            now.allocation(),
                            fact -> inbox.add(new Input.FromLedger(fact)));
                });
    }

    void persist(Effect.Persist effect) {
        ChannelState now = Objects.requireNonNull(state);
        Bytes terms = codec.terms(now);
        disk = new Disk(terms == null ? Objects.requireNonNull(disk).terms() : terms, codec.body(now));
        effect.book().forEach(e -> book.put(new Line(e.direction(), e.id()), e));
    }

    void submit(Effect.Submit effect) {
        try {
            account.submit(effect.intent());
        } catch (LedgerException e) {
            throw new AssertionError("the ledger of a duel is always there", e);
        }
    }

    /** Everything that was not on the disk is gone. */
    void crash(Instant now) {
        todo.clear();
        inbox.clear();
        questions.clear();
        timers.clear();
        watched.clear();
        account.forgetWatches();
        state = disk == null ? null : codec.read(env, disk.terms(), disk.body());
        take(new Input.Restarted(), now);
    }

    boolean hasOnDisk(Signature signature) {
        if (disk == null) {
            return false;
        }
        // as text of one byte a character, because text can be searched
        String body = new String(disk.body().toArray(), StandardCharsets.ISO_8859_1);
        return body.contains(new String(signature.bytes().toArray(), StandardCharsets.ISO_8859_1));
    }

    /** Own balance as the book has it, from what was ours at the beginning. */
    BigInteger booked(BigInteger initial) {
        BigInteger sum = initial;
        for (BookEntry line : book.values()) {
            if (line.status() == BookEntry.Status.DONE) {
                sum = line.direction() == BookEntry.Direction.IN ? sum.add(line.amount()) : sum.subtract(line.amount());
            }
        }
        return sum;
    }

    /** Ids and amounts of what really moved. */
    Map<Bytes, BigInteger> moved(BookEntry.Direction direction) {
        Map<Bytes, BigInteger> moved = new HashMap<>();
        book.forEach((line, entry) -> {
            if (line.direction() == direction && entry.status() == BookEntry.Status.DONE) {
                moved.put(line.id(), entry.amount());
            }
        });
        return moved;
    }

    long pending() {
        return book.values().stream()
                .filter(e -> e.status() == BookEntry.Status.PENDING)
                .count();
    }

    BigInteger money() {
        return account.money(Duel.COIN);
    }
}
