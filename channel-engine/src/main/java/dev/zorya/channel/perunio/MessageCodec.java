package dev.zorya.channel.perunio;

import dev.zorya.channel.codec.Received;
import dev.zorya.channel.message.ChannelProposal;
import dev.zorya.channel.message.ChannelSync;
import dev.zorya.channel.message.Control;
import dev.zorya.channel.message.Extension;
import dev.zorya.channel.message.Message;
import dev.zorya.channel.message.ProposalAnswer;
import dev.zorya.channel.message.UpdateMessage;
import dev.zorya.channel.value.MalformedException;

/** The type byte and the body that belongs to it (OFFCHAIN.md 2.7, 3.3). */
final class MessageCodec {
    private MessageCodec() {}

    static void write(PerunWriter out, Message message) {
        out.uint8(message.type());
        switch (message) {
            case Control control -> writeControl(out, control);
            case ChannelProposal proposal -> ProposalCodec.writeProposal(out, proposal);
            case ProposalAnswer answer -> ProposalCodec.writeAnswer(out, answer);
            case UpdateMessage update -> UpdateCodec.write(out, update);
            case ChannelSync sync -> UpdateCodec.writeSync(out, sync);
            case Extension extension -> ExtensionCodec.write(out, extension);
        }
    }

    static Message read(PerunReader in) {
        int type = in.uint8();
        return switch (type) {
            case 0 -> new Control.Ping(in.int64());
            case 1 -> new Control.Pong(in.int64());
            case 2 -> new Control.Shutdown(in.string());
            case 3 ->
                new Control.AuthResponse(
                        in.fixed(Received.count(in.uint32BigEndian(), 0, Received.MAX_PROOF, "length of a proof")));
            case 4 -> ProposalCodec.readLedger(in);
            case 5 -> ProposalCodec.readLedgerAccept(in);
            case 6 -> ProposalCodec.readSub(in);
            case 7 -> ProposalCodec.readSubAccept(in);
            case 8 -> ProposalCodec.readVirtual(in);
            case 9 -> ProposalCodec.readVirtualAccept(in);
            case 10 -> ProposalCodec.readReject(in);
            case 11 -> UpdateCodec.readUpdate(in);
            case 12 -> UpdateCodec.readFunding(in);
            case 13 -> UpdateCodec.readSettlement(in);
            case 14 -> UpdateCodec.readAccept(in);
            case 15 -> UpdateCodec.readReject(in);
            case 16 -> UpdateCodec.readSync(in);
            case 17 -> ExtensionCodec.readNotes(in);
            case 18 -> ExtensionCodec.readRequest(in);
            case 19 -> ExtensionCodec.readDeclined(in);
            case 20 -> ExtensionCodec.readLetter(in);
            default -> throw new MalformedException("unknown message type " + type);
        };
    }

    private static void writeControl(PerunWriter out, Control control) {
        switch (control) {
            case Control.Ping ping -> out.int64(ping.created());
            case Control.Pong pong -> out.int64(pong.created());
            case Control.Shutdown shutdown -> out.string(shutdown.reason());
            case Control.AuthResponse response -> {
                out.uint32BigEndian(response.signature().size());
                out.fixed(response.signature());
            }
        }
    }
}
