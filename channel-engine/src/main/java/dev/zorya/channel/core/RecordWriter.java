package dev.zorya.channel.core;

import dev.zorya.channel.perunio.Perunio;
import dev.zorya.channel.value.Allocation;
import dev.zorya.channel.value.Bytes;
import dev.zorya.channel.value.Signature;
import dev.zorya.channel.value.State;
import dev.zorya.channel.value.Transaction;
import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writes the fields of a stored channel: numbers as 4 or 8 bytes big-endian, everything else with a length before it. */
final class RecordWriter {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream(1024);

    RecordWriter number(int value) {
        out.write(value >>> 24);
        out.write(value >>> 16);
        out.write(value >>> 8);
        out.write(value);
        return this;
    }

    RecordWriter wide(long value) {
        return number((int) (value >>> 32)).number((int) value);
    }

    RecordWriter blob(byte[] content) {
        number(content.length);
        out.writeBytes(content);
        return this;
    }

    RecordWriter blob(Bytes content) {
        return blob(content.toArray());
    }

    RecordWriter text(String text) {
        return blob(text.getBytes(StandardCharsets.UTF_8));
    }

    RecordWriter signature(Signature signature) {
        return blob(signature.bytes());
    }

    RecordWriter transaction(Transaction transaction) {
        return blob(Perunio.encode(Optional.of(transaction)));
    }

    RecordWriter allocation(Allocation allocation) {
        return blob(Perunio.encode(allocation));
    }

    RecordWriter instant(Instant instant) {
        return wide(instant.getEpochSecond()).number(instant.getNano());
    }

    RecordWriter dossier(Dossier dossier) {
        return blob(dossier.key().bytes())
                .blob(Perunio.encode(dossier.peer().addresses()))
                .number(dossier.extensions() ? 1 : 0)
                .number(dossier.ownIndex())
                .instant(dossier.created())
                .blob(dossier.parent() == null ? Bytes.EMPTY : dossier.parent().bytes());
    }

    RecordWriter terms(Terms terms) {
        return blob(terms.id().bytes()).blob(Perunio.encode(terms.params())).blob(Perunio.encode(terms.agreement()));
    }

    RecordWriter authorised(Authorised state) {
        blob(Perunio.encode(state.state()))
                .signature(state.own())
                .number(
                        switch (state.afterwards()) {
                            case RETRY -> 0;
                            case CANCEL -> 1;
                        })
                .number(state.payments().size());
        state.payments().forEach(this::payment);
        return this;
    }

    RecordWriter registration(Registration fact) {
        return wide(fact.version())
                .blob(fact.stateHash())
                .instant(fact.timeout())
                .number(
                        switch (fact.stage()) {
                            case DISPUTE -> 0;
                            case FORCED_EXECUTION -> 1;
                        })
                .blob(state(fact.state()))
                .wide(fact.block())
                .blob(state(fact.base()));
    }

    private static byte[] state(@Nullable State state) {
        return state == null ? new byte[0] : Perunio.encode(state);
    }

    private void payment(Payment payment) {
        BigInteger amount = payment.amount();
        blob(payment.id())
                .number(payment.asset())
                .blob(amount.toByteArray())
                .text(payment.memo())
                .blob(payment.request());
    }

    Bytes done() {
        return Bytes.wrap(out.toByteArray());
    }
}
