package dev.zorya.storage;

import dev.zorya.channel.port.BookEntry;
import dev.zorya.channel.port.ChannelWrite;
import dev.zorya.channel.port.JournalEntry;
import dev.zorya.channel.port.OwnTransaction;
import dev.zorya.channel.value.Bytes;
import dev.zorya.channel.value.ChannelId;
import dev.zorya.channel.value.ProposalId;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.Random;

/** Values as the engine would write them. */
final class Samples {
    static final Instant AT = Instant.parse("2026-11-23T10:15:30.123456789Z");

    /** 2^256 - 1. */
    static final BigInteger LARGEST = BigInteger.TWO.pow(256).subtract(BigInteger.ONE);

    private Samples() {}

    static ProposalId key(int number) {
        return new ProposalId(bytes(32, number));
    }

    static ChannelId channelId(int number) {
        return new ChannelId(bytes(32, 1_000_000 + number));
    }

    /** The same bytes for the same seed. */
    static Bytes bytes(int length, long seed) {
        byte[] content = new byte[length];
        new Random(seed).nextBytes(content);
        return Bytes.wrap(content);
    }

    static Bytes paymentId(long number) {
        return Bytes.wrap(ByteBuffer.allocate(16)
                .putLong(number * 0x9E3779B97F4A7C15L)
                .putLong(number)
                .array());
    }

    static BookEntry entry(long number, BookEntry.Direction direction, BookEntry.Status status, String memo) {
        return new BookEntry(
                paymentId(number),
                direction,
                status,
                0,
                BigInteger.valueOf(number + 1),
                memo,
                number,
                Bytes.EMPTY,
                AT.plusSeconds(number));
    }

    static BookEntry done(long number) {
        return entry(number, BookEntry.Direction.OUT, BookEntry.Status.DONE, "Coffee " + number);
    }

    /** First write of a channel. */
    static ChannelWrite opening(int channel) {
        return new ChannelWrite(
                key(channel),
                channelId(channel),
                bytes(1500, channel),
                "ACTING",
                0,
                bytes(1000, channel),
                false,
                List.of(),
                List.of(new JournalEntry(AT, "OPENED", 0, "")));
    }

    /** A payment as the hot path writes it: no terms, a body of 1,000 bytes, one line of the book. */
    static ChannelWrite payment(int channel, long number) {
        return with(channel, number, List.of(done(number)), List.of());
    }

    static ChannelWrite with(int channel, long version, List<BookEntry> book, List<JournalEntry> journal) {
        return new ChannelWrite(
                key(channel), channelId(channel), null, "ACTING", version, bytes(1000, version), false, book, journal);
    }

    /** What a person reads. */
    static String sentence(Throwable failure) {
        return String.valueOf(failure.getMessage());
    }

    static OwnTransaction transaction(String intent, long nonce, OwnTransaction.Status status) {
        return new OwnTransaction(
                "1:31337",
                intent,
                bytes(20, 1),
                bytes(20, 2),
                nonce,
                LARGEST,
                bytes(68, nonce),
                BigInteger.valueOf(90_000),
                BigInteger.valueOf(2_000_000_000),
                BigInteger.ONE,
                bytes(110, nonce),
                List.of(bytes(32, nonce), bytes(32, nonce + 1)),
                status,
                0,
                0,
                BigInteger.ZERO,
                "",
                AT.plusNanos(nonce));
    }
}
