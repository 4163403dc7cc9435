package dev.zorya.channel.protobuf;

import dev.zorya.channel.codec.Apps;
import dev.zorya.channel.codec.Received;
import dev.zorya.channel.value.App;
import dev.zorya.channel.value.Bytes;
import dev.zorya.channel.value.ChannelId;
import dev.zorya.channel.value.MalformedException;
import dev.zorya.channel.value.Params;
import dev.zorya.channel.value.Signature;
import dev.zorya.channel.value.State;
import dev.zorya.channel.value.Transaction;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Params, State and the signatures of Transaction and SignedState (OFFCHAIN.md 4.2). */
record ChannelCodec(Apps apps) {
    static void writeParams(FieldWriter out, Params params) {
        out.number(2, params.challengeDuration());
        params.parts().forEach(part -> out.message(3, address -> AddressCodec.write(address, part)));
        out.bytes(4, appId(params.app()));
        out.magnitude(5, params.nonce());
        out.bool(6, params.ledgerChannel());
        out.bool(7, params.virtualChannel());
        out.bytes(8, params.aux());
    }

    Params readParams(Fields in) {
        return new Params(
                in.number(2),
                in.messages(3, "participants", AddressCodec::readParticipant),
                readApp(in.bytes(4)),
                in.magnitude(5),
                in.bool(6),
                in.bool(7),
                in.bytes(8));
    }

    static void writeState(FieldWriter out, State state) {
        out.bytes(1, state.id().bytes());
        out.number(2, state.version());
        out.bytes(3, appId(state.app()));
        out.message(4, allocation -> AllocationCodec.write(allocation, state.allocation()));
        out.bytes(5, state.data());
        out.bool(6, state.isFinal());
    }

    State readState(Fields in) {
        App app = readApp(in.bytes(3));
        return new State(
                new ChannelId(in.bytes(1)),
                in.number(2),
                AllocationCodec.read(in.message(4)),
                in.bool(6),
                app,
                data(app, in.bytes(5)));
    }

    static Bytes appId(App app) {
        return switch (app) {
            case App.None none -> Bytes.EMPTY;
            case App.Contract contract -> contract.id();
        };
    }

    App readApp(Bytes id) {
        return id.size() == 0 ? App.NONE : Received.app(apps, id);
    }

    /** Without an app go-perun ignores the data. */
    static Bytes data(App app, Bytes data) {
        return switch (app) {
            case App.None none -> Bytes.EMPTY;
            case App.Contract contract -> data;
        };
    }

    /** One element for each participant, empty where the signature is missing. */
    static void writeSignatures(FieldWriter out, int field, Transaction transaction) {
        int participants = transaction.state().balances().participants();
        out.elements(
                field,
                IntStream.range(0, participants)
                        .mapToObj(i -> signature(transaction, i))
                        .toList());
    }

    private static Bytes signature(Transaction transaction, int participant) {
        Signature signature = transaction.signatures().get(participant);
        return signature == null ? Bytes.EMPTY : signature.bytes();
    }

    static Transaction readSignatures(Fields in, int field, State state) {
        List<Bytes> elements = in.elements(field, "signatures");
        if (elements.size() > state.balances().participants()) {
            throw new MalformedException(
                    elements.size() + " signatures for " + state.balances().participants() + " participants");
        }
        SortedMap<Integer, Signature> signatures = new TreeMap<>();
        for (int i = 0; i < elements.size(); i++) {
            if (elements.get(i).size() > 0) {
                signatures.put(i, new Signature(elements.get(i)));
            }
        }
        return new Transaction(state, signatures);
    }

    static void writeSigned(FieldWriter out, Params params, Transaction transaction) {
        out.message(1, inner -> writeParams(inner, params));
        out.message(2, inner -> writeState(inner, transaction.state()));
        writeSignatures(out, 3, transaction);
    }
}
