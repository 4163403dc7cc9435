package dev.zorya.channel.core;

import dev.zorya.channel.message.Message;
import dev.zorya.channel.perunio.Perunio;
import dev.zorya.channel.port.LedgerEvent.Stage;
import dev.zorya.channel.value.Allocation;
import dev.zorya.channel.value.Bytes;
import dev.zorya.channel.value.ChannelId;
import dev.zorya.channel.value.MalformedException;
import dev.zorya.channel.value.ProposalId;
import dev.zorya.channel.value.Signature;
import dev.zorya.channel.value.State;
import dev.zorya.channel.value.Transaction;
import dev.zorya.channel.value.WireIdentity;
import java.math.BigInteger;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what {@link RecordWriter} wrote; anything else is malformed (a store may be damaged or hostile, THREATS.md 47). */
final class RecordReader {
    private final Perunio perunio;
    private final ByteBuffer in;

    RecordReader(Perunio perunio, Bytes stored) {
        this.perunio = perunio;
        this.in = ByteBuffer.wrap(stored.toArray());
    }

    int number() {
        try {
            return in.getInt();
        } catch (BufferUnderflowException e) {
            throw new MalformedException("the record is too short", e);
        }
    }

    /** 0 or 1. */
    int bit() {
        int bit = number();
        RecordChecks.require(bit == 0 || bit == 1, "a flag of " + bit);
        return bit;
    }

    /** How many things follow; each takes at least a byte. */
    int count() {
        int count = number();
        RecordChecks.require(count >= 0 && count <= in.remaining(), "a count of " + count);
        return count;
    }

    <T> T choice(List<T> of) {
        int index = number();
        RecordChecks.require(index >= 0 && index < of.size(), "choice " + index + " of " + of.size());
        return of.get(index);
    }

    /** Nothing may follow. */
    void end() {
        RecordChecks.require(!in.hasRemaining(), in.remaining() + " bytes after its end");
    }

    Bytes blob() {
        int length = number();
        if (length < 0 || length > in.remaining()) {
            throw new MalformedException("a field of " + length + " bytes where " + in.remaining() + " are left");
        }
        byte[] content = new byte[length];
        in.get(content);
        return Bytes.wrap(content);
    }

    String text() {
        return new String(blob().toArray(), StandardCharsets.UTF_8);
    }

    Signature signature() {
        return new Signature(blob());
    }

    Transaction transaction() {
        return perunio.transaction(blob()).orElseThrow(() -> new MalformedException("a record without its state"));
    }

    <M extends Message> M message(Class<M> type) {
        Message message = perunio.message(blob());
        if (!type.isInstance(message)) {
            throw new MalformedException("a record with another message: " + message.type());
        }
        return type.cast(message);
    }

    Dossier dossier() {
        Dossier ledger = ledgerDossier();
        Bytes parent = blob();
        return parent.size() == 0
                ? ledger
                : new Dossier(
                        ledger.key(),
                        ledger.peer(),
                        ledger.extensions(),
                        ledger.ownIndex(),
                        ledger.created(),
                        new ChannelId(parent));
    }

    /** As it was written before there were sub-channels. */
    Dossier ledgerDossier() {
        ProposalId key = new ProposalId(blob());
        WireIdentity peer = new WireIdentity(perunio.addresses(blob()));
        boolean extensions = bit() == 1;
        int ownIndex = bit();
        return new Dossier(key, peer, extensions, ownIndex, instant());
    }

    private Instant instant() {
        long seconds = wide();
        try {
            return Instant.ofEpochSecond(seconds, number());
        } catch (DateTimeException | ArithmeticException e) {
            throw new MalformedException("a time out of range", e);
        }
    }

    Allocation allocation() {
        return perunio.allocation(blob());
    }

    Terms terms() {
        return new Terms(new ChannelId(blob()), perunio.params(blob()), perunio.balances(blob()));
    }

    /** @param layout in which it was written */
    Registration registration(int layout) {
        long version = wide();
        Bytes hash = blob();
        Instant timeout = instant();
        Stage stage = bit() == 0 ? Stage.DISPUTE : Stage.FORCED_EXECUTION;
        State state = optionalState();
        long block = wide();
        State base = layout >= RecordCodec.BASES ? optionalState() : null;
        return new Registration(version, hash, timeout, stage, state, base, block);
    }

    private @Nullable State optionalState() {
        Bytes state = blob();
        return state.size() == 0 ? null : perunio.state(state);
    }

    private long wide() {
        return ((long) number() << 32) | (number() & 0xffffffffL);
    }

    Authorised authorised(Env env) {
        State state = perunio.state(blob());
        Signature own = signature();
        Authorised.Afterwards afterwards = bit() == 0 ? Authorised.Afterwards.RETRY : Authorised.Afterwards.CANCEL;
        List<Order> payments = new ArrayList<>();
        for (int count = count(); count > 0; count--) {
            payments.add(new Payment(blob(), number(), new BigInteger(1, blob().toArray()), text(), blob()));
        }
        return new Authorised(state, env.scheme().digest(state), own, payments, afterwards);
    }
}
