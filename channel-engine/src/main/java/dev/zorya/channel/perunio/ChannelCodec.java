package dev.zorya.channel.perunio;

import dev.zorya.channel.codec.Received;
import dev.zorya.channel.value.Allocation;
import dev.zorya.channel.value.App;
import dev.zorya.channel.value.Bytes;
import dev.zorya.channel.value.ChannelId;
import dev.zorya.channel.value.MalformedException;
import dev.zorya.channel.value.Params;
import dev.zorya.channel.value.Signature;
import dev.zorya.channel.value.State;
import dev.zorya.channel.value.Transaction;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Params, State, Transaction, SparseSigs and the app with its data (OFFCHAIN.md 3.2). */
final class ChannelCodec {
    private ChannelCodec() {}

    static void writeParams(PerunWriter out, Params params) {
        out.int64(params.challengeDuration());
        AddressCodec.writeList(out, params.parts(), AddressCodec::writeParticipant);
        writeApp(out, params.app());
        out.bigInteger(params.nonce());
        out.bool(params.ledgerChannel());
        out.bool(params.virtualChannel());
        out.fixed(params.aux());
    }

    static Params readParams(PerunReader in) {
        return new Params(
                in.int64(),
                AddressCodec.readList(in, 2, AddressCodec::readParticipant),
                readApp(in),
                in.bigInteger(),
                in.bool(),
                in.bool(),
                in.fixed(Params.AUX_SIZE));
    }

    static void writeState(PerunWriter out, State state) {
        out.fixed(state.id().bytes());
        out.int64(state.version());
        AllocationCodec.write(out, state.allocation());
        out.bool(state.isFinal());
        writeApp(out, state.app());
        out.object(state.data());
    }

    static State readState(PerunReader in) {
        ChannelId id = new ChannelId(in.fixed(32));
        long version = in.int64();
        Allocation allocation = AllocationCodec.read(in);
        boolean isFinal = in.bool();
        App app = readApp(in);
        return new State(id, version, allocation, isFinal, app, readData(in, app));
    }

    static void writeApp(PerunWriter out, App app) {
        switch (app) {
            case App.None none -> out.bool(false);
            case App.Contract contract -> {
                out.bool(true);
                out.object(contract.id());
            }
        }
    }

    static App readApp(PerunReader in) {
        if (!in.bool()) {
            return App.NONE;
        }
        return Received.app(in.apps(), in.object());
    }

    static Bytes readData(PerunReader in, App app) {
        Bytes data = in.object();
        if (app instanceof App.None && data.size() > 0) {
            throw new MalformedException("app data without an app");
        }
        return data;
    }

    static void writeOptional(PerunWriter out, Optional<Transaction> transaction) {
        out.bool(transaction.isPresent());
        transaction.ifPresent(present -> {
            writeState(out, present.state());
            writeSignatures(out, present);
        });
    }

    static @Nullable Transaction readOptional(PerunReader in) {
        return switch (in.uint8()) {
            case 0 -> null;
            case 1 -> readSignatures(in, readState(in));
            default -> throw new MalformedException("neither a transaction nor none");
        };
    }

    static void writeSignatures(PerunWriter out, Transaction transaction) {
        byte[] mask = new byte[maskSize(transaction.state())];
        transaction.signatures().keySet().forEach(i -> mask[i / 8] |= (byte) (1 << i % 8));
        out.fixed(Bytes.wrap(mask));
        transaction.signatures().values().forEach(signature -> out.fixed(signature.bytes()));
    }

    static Transaction readSignatures(PerunReader in, State state) {
        Bytes mask = in.fixed(maskSize(state));
        SortedMap<Integer, Signature> signatures = new TreeMap<>();
        for (int i = 0; i < mask.size() * 8; i++) {
            if ((mask.at(i / 8) >> i % 8 & 1) != 0) {
                signatures.put(i, readSignature(in));
            }
        }
        return new Transaction(state, signatures);
    }

    static Signature readSignature(PerunReader in) {
        return new Signature(in.fixed(Signature.SIZE));
    }

    private static int maskSize(State state) {
        return (state.balances().participants() + 7) / 8;
    }
}
