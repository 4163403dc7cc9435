package dev.zorya.channel.perunio;

import dev.zorya.channel.message.ChannelSync;
import dev.zorya.channel.message.UpdateMessage;
import dev.zorya.channel.value.ChannelId;
import dev.zorya.channel.value.Params;
import dev.zorya.channel.value.State;
import java.util.List;

/** Bodies of the messages 11 to 16 (OFFCHAIN.md 3.3). */
final class UpdateCodec {
    private UpdateCodec() {}

    static void write(PerunWriter out, UpdateMessage message) {
        switch (message) {
            case UpdateMessage.Update update -> writeUpdate(out, update);
            case UpdateMessage.VirtualFunding funding -> {
                writeUpdate(out, funding.update());
                ChannelCodec.writeParams(out, funding.params());
                ChannelCodec.writeState(out, funding.initial().state());
                AllocationCodec.writeIndexMap(out, funding.indexMap());
                ChannelCodec.writeSignatures(out, funding.initial());
            }
            case UpdateMessage.VirtualSettlement settlement -> {
                writeUpdate(out, settlement.update());
                ChannelCodec.writeParams(out, settlement.params());
                ChannelCodec.writeState(out, settlement.last().state());
                ChannelCodec.writeSignatures(out, settlement.last());
            }
            case UpdateMessage.Accept accept -> {
                writeSubject(out, accept);
                out.fixed(accept.signature().bytes());
            }
            case UpdateMessage.Reject reject -> {
                writeSubject(out, reject);
                out.string(reject.reason());
            }
        }
    }

    static UpdateMessage.Update readUpdate(PerunReader in) {
        return new UpdateMessage.Update(ChannelCodec.readState(in), in.uint16(), ChannelCodec.readSignature(in));
    }

    static UpdateMessage readFunding(PerunReader in) {
        UpdateMessage.Update update = readUpdate(in);
        Params params = ChannelCodec.readParams(in);
        State initial = ChannelCodec.readState(in);
        List<Integer> indexMap = AllocationCodec.readIndexMap(in);
        return new UpdateMessage.VirtualFunding(update, params, ChannelCodec.readSignatures(in, initial), indexMap);
    }

    static UpdateMessage readSettlement(PerunReader in) {
        UpdateMessage.Update update = readUpdate(in);
        Params params = ChannelCodec.readParams(in);
        return new UpdateMessage.VirtualSettlement(
                update, params, ChannelCodec.readSignatures(in, ChannelCodec.readState(in)));
    }

    static UpdateMessage readAccept(PerunReader in) {
        return new UpdateMessage.Accept(new ChannelId(in.fixed(32)), in.int64(), ChannelCodec.readSignature(in));
    }

    static UpdateMessage readReject(PerunReader in) {
        return new UpdateMessage.Reject(new ChannelId(in.fixed(32)), in.int64(), in.string());
    }

    static void writeSync(PerunWriter out, ChannelSync sync) {
        out.uint8(sync.phase());
        ChannelCodec.writeOptional(out, sync.transaction());
    }

    static ChannelSync readSync(PerunReader in) {
        return new ChannelSync(in.uint8(), ChannelCodec.readOptional(in));
    }

    private static void writeUpdate(PerunWriter out, UpdateMessage.Update update) {
        ChannelCodec.writeState(out, update.state());
        out.uint16(update.actor());
        out.fixed(update.signature().bytes());
    }

    private static void writeSubject(PerunWriter out, UpdateMessage message) {
        out.fixed(message.channelId().bytes());
        out.int64(message.version());
    }
}
