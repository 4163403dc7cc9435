package dev.zorya.channel.sim.seeded;

import dev.zorya.channel.port.BookEntry;
import dev.zorya.channel.port.BookEntry.Direction;
import dev.zorya.channel.port.BookEntry.Status;
import dev.zorya.channel.value.Balances;
import dev.zorya.channel.value.Bytes;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The durable book of one party. */
final class Book {
    private record Line(Direction direction, Bytes id) {}

    private final Map<Line, BookEntry> lines = new LinkedHashMap<>();
    private final BigInteger[] own;

    /** A book that begins with what is ours in the initial state. */
    Book(Balances initial, int index) {
        own = new BigInteger[initial.assets()];
        for (int asset = 0; asset < own.length; asset++) {
            own[asset] = initial.of(asset, index);
        }
    }

    void write(List<BookEntry> entries) {
        for (BookEntry entry : entries) {
            BookEntry before = lines.put(new Line(entry.direction(), entry.id()), entry);
            if (before != null) {
                Violation.unless(before.status() != Status.DONE, "what is done in the book stays as it is");
                move(before, -1);
            }
            move(entry, 1);
        }
    }

    private void move(BookEntry entry, int times) {
        if (entry.status() == Status.DONE) {
            int sign = entry.direction() == Direction.IN ? times : -times;
            own[entry.asset()] = own[entry.asset()].add(entry.amount().multiply(BigInteger.valueOf(sign)));
        }
    }

    /** Own balance as the book has it. */
    BigInteger balance(int asset) {
        return own[asset];
    }

    /** Ids and amounts of what really moved. */
    Map<Bytes, BigInteger> moved(Direction direction) {
        Map<Bytes, BigInteger> moved = new HashMap<>();
        lines.values().forEach(entry -> {
            if (entry.direction() == direction && entry.status() == Status.DONE) {
                moved.put(entry.id(), entry.amount());
            }
        });
        return moved;
    }

    /** Nothing in it is in doubt. */
    boolean isSettled() {
        return lines.values().stream().noneMatch(entry -> entry.status() == Status.PENDING);
    }
}
