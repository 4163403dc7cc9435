package dev.zorya.channel.protobuf;

import dev.zorya.channel.codec.NotCarriedException;
import dev.zorya.channel.message.ChannelSync;
import dev.zorya.channel.message.UpdateMessage;
import dev.zorya.channel.value.ChannelId;
import dev.zorya.channel.value.Signature;
import dev.zorya.channel.value.Transaction;

/** The messages 11 to 16 (OFFCHAIN.md 4.2). */
record UpdateCodec(ChannelCodec channels) {
    private static final int MAX_PHASE = 0xff;

    static void write(FieldWriter out, UpdateMessage message) {
        switch (message) {
            case UpdateMessage.Update update -> writeUpdate(out, update);
            case UpdateMessage.VirtualFunding funding -> {
                out.message(1, update -> writeUpdate(update, funding.update()));
                out.message(2, signed -> ChannelCodec.writeSigned(signed, funding.params(), funding.initial()));
                out.message(3, map -> AllocationCodec.writeIndexMap(map, funding.indexMap()));
            }
            case UpdateMessage.VirtualSettlement settlement -> {
                out.message(1, update -> writeUpdate(update, settlement.update()));
                out.message(2, signed -> ChannelCodec.writeSigned(signed, settlement.params(), settlement.last()));
            }
            case UpdateMessage.Accept accept -> {
                writeSubject(out, accept);
                out.bytes(3, accept.signature().bytes());
            }
            case UpdateMessage.Reject reject -> {
                writeSubject(out, reject);
                out.text(3, reject.reason());
            }
        }
    }

    private static void writeUpdate(FieldWriter out, UpdateMessage.Update update) {
        out.message(1, inner -> {
            inner.message(1, state -> ChannelCodec.writeState(state, update.state()));
            inner.number(2, update.actor());
        });
        out.bytes(2, update.signature().bytes());
    }

    private static void writeSubject(FieldWriter out, UpdateMessage message) {
        out.bytes(1, message.channelId().bytes());
        out.number(2, message.version());
    }

    UpdateMessage.Update readUpdate(Fields in) {
        Fields inner = in.message(1);
        return new UpdateMessage.Update(
                channels.readState(inner.message(1)), inner.number(2, 0xffff, "actor"), new Signature(in.bytes(2)));
    }

    UpdateMessage.VirtualFunding readFunding(Fields in) {
        Fields signed = in.message(2);
        return new UpdateMessage.VirtualFunding(
                readUpdate(in.message(1)),
                channels.readParams(signed.message(1)),
                readTransaction(signed, 2, 3),
                AllocationCodec.readIndexMap(in.message(3)));
    }

    UpdateMessage.VirtualSettlement readSettlement(Fields in) {
        Fields signed = in.message(2);
        return new UpdateMessage.VirtualSettlement(
                readUpdate(in.message(1)), channels.readParams(signed.message(1)), readTransaction(signed, 2, 3));
    }

    static UpdateMessage.Accept readAccept(Fields in) {
        return new UpdateMessage.Accept(new ChannelId(in.bytes(1)), in.number(2), new Signature(in.bytes(3)));
    }

    static UpdateMessage.Reject readReject(Fields in) {
        return new UpdateMessage.Reject(new ChannelId(in.bytes(1)), in.number(2), in.text(3));
    }

    /** go-perun's own encoder crashes without a state (OFFCHAIN.md 7.7). */
    static void write(FieldWriter out, ChannelSync sync) {
        Transaction current = sync.transaction()
                .orElseThrow(() -> new NotCarriedException("protobuf carries no sync without a state"));
        out.number(1, sync.phase());
        out.message(2, transaction -> {
            transaction.message(1, state -> ChannelCodec.writeState(state, current.state()));
            ChannelCodec.writeSignatures(transaction, 2, current);
        });
    }

    ChannelSync readSync(Fields in) {
        return new ChannelSync(in.number(1, MAX_PHASE, "phase"), readTransaction(in.message(2), 1, 2));
    }

    private Transaction readTransaction(Fields in, int state, int signatures) {
        return ChannelCodec.readSignatures(in, signatures, channels.readState(in.message(state)));
    }
}
