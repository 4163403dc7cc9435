package dev.zorya.channel.sim.seeded;

import dev.zorya.channel.core.Notice;
import dev.zorya.channel.core.Payment;
import dev.zorya.channel.port.BookEntry;
import dev.zorya.channel.port.Question;
import dev.zorya.channel.value.Bytes;
import dev.zorya.channel.value.State;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** What the person behind a party wants and was told. It outlives every crash. */
final class Orders {
    /** What became of a payment, as far as its person was told. */
    enum Told {
        NOTHING,
        /** Not done, but perhaps later. */
        PENDING,
        /** Nothing was signed for it and nothing will be. */
        REFUSED,
        DONE,
        CANCELLED
    }

    private final Map<Bytes, Payment> payments = new LinkedHashMap<>();
    private final Set<Bytes> moves = new LinkedHashSet<>();
    private final Map<Bytes, Told> told = new HashMap<>();
    private final Set<State> agreed = new HashSet<>();
    private boolean closes;

    /** Also for a change by an app: what it gives away is a payment to its person. */
    void pay(Payment payment) {
        payments.put(payment.id(), payment);
        told.put(payment.id(), Told.NOTHING);
    }

    /** A move of a game. */
    void play(Bytes id) {
        moves.add(id);
        told.put(id, Told.NOTHING);
    }

    /** Some move may still be made by the person's own will. */
    boolean plays() {
        return moves.stream().anyMatch(id -> isOutstanding(id));
    }

    private boolean isOutstanding(Bytes id) {
        return switch (told.getOrDefault(id, Told.NOTHING)) {
            case NOTHING, PENDING -> true;
            case REFUSED, DONE, CANCELLED -> false;
        };
    }

    void close() {
        closes = true;
    }

    boolean closes() {
        return closes;
    }

    void agree(Question question) {
        switch (question) {
            case Question.Open open -> {}
            case Question.Update update -> agreed.add(update.to());
            case Question.Close close -> agreed.add(close.last());
        }
    }

    boolean agreedTo(State state) {
        return agreed.contains(state);
    }

    void tell(Notice notice) {
        switch (notice) {
            case Notice.Booked booked -> booked(booked.entry());
            case Notice.PaymentRefused refused -> told.put(refused.id(), Told.REFUSED);
            case Notice.PaymentDeclined declined -> told.replace(declined.id(), Told.NOTHING, Told.PENDING);
            case Notice.PaymentUnanswered silent -> told.replace(silent.id(), Told.NOTHING, Told.PENDING);
            case Notice.CloseDeclined n -> {}
            case Notice.CloseUnanswered n -> {}
            case Notice.CloseRefused n -> {}
            case Notice.Disputed n -> {}
            case Notice.RequestReceived n -> {}
            case Notice.RequestDeclined n -> {}
            case Notice.ChangeRefused refused -> told.put(refused.id(), Told.REFUSED);
            case Notice.ChangeDeclined declined -> told.replace(declined.id(), Told.NOTHING, Told.PENDING);
            case Notice.ChangeUnanswered silent -> told.replace(silent.id(), Told.NOTHING, Told.PENDING);
            case Notice.Changed changed -> told.put(changed.id(), Told.DONE);
            case Notice.OpenRefused n -> {}
        }
    }

    void refused(Bytes payment) {
        told.put(payment, Told.REFUSED);
    }

    private void booked(BookEntry entry) {
        if (entry.direction() == BookEntry.Direction.OUT) {
            switch (entry.status()) {
                case PENDING -> {}
                case DONE -> told.put(entry.id(), Told.DONE);
                case CANCELLED -> told.put(entry.id(), Told.CANCELLED);
            }
        }
    }

    /** What may still leave the channel by the person's own will. */
    BigInteger outstanding(int asset) {
        BigInteger sum = BigInteger.ZERO;
        for (Payment payment : payments.values()) {
            if (payment.asset() == asset && isOutstanding(payment.id())) {
                sum = sum.add(payment.amount());
            }
        }
        return sum;
    }

    /** How many payments are done. */
    long done() {
        return told.entrySet().stream()
                .filter(each -> each.getValue() == Told.DONE && !moves.contains(each.getKey()))
                .count();
    }

    /** How many moves are made, in the channel or before the judge. */
    long played() {
        return moves.stream().filter(id -> told.get(id) == Told.DONE).count();
    }

    /** Ids of payments and moves about which the person heard nothing. */
    List<Bytes> unanswered() {
        return Stream.concat(payments.keySet().stream(), moves.stream())
                .filter(id -> told.get(id) == Told.NOTHING)
                .toList();
    }
}
