package dev.zorya.channel.protobuf;

import dev.zorya.channel.codec.NotCarriedException;
import dev.zorya.channel.codec.Received;
import dev.zorya.channel.message.ChannelProposal;
import dev.zorya.channel.message.ChannelSync;
import dev.zorya.channel.message.Control;
import dev.zorya.channel.message.Envelope;
import dev.zorya.channel.message.Extension;
import dev.zorya.channel.message.Message;
import dev.zorya.channel.message.ProposalAnswer;
import dev.zorya.channel.message.UpdateMessage;
import dev.zorya.channel.value.Bytes;
import dev.zorya.channel.value.MalformedException;

/** The envelope and which message is in it: its field is the message type plus 3 (OFFCHAIN.md 4.2). */
final class MessageCodec {
    private static final int FIRST = 3;
    private static final int LAST = 19;

    private final ProposalCodec proposals;
    private final UpdateCodec updates;

    MessageCodec(ChannelCodec channels) {
        proposals = new ProposalCodec(channels);
        updates = new UpdateCodec(channels);
    }

    static void write(FieldWriter out, Envelope envelope) {
        Message message = envelope.message();
        out.message(1, sender -> AddressCodec.write(sender, envelope.sender()));
        out.message(2, recipient -> AddressCodec.write(recipient, envelope.recipient()));
        out.message(message.type() + FIRST, body -> write(body, message));
    }

    Envelope read(Fields in) {
        return new Envelope(
                AddressCodec.readIdentity(in.message(1)), AddressCodec.readIdentity(in.message(2)), readMessage(in));
    }

    private static void write(FieldWriter out, Message message) {
        switch (message) {
            case Control control -> writeControl(out, control);
            case ChannelProposal proposal -> ProposalCodec.write(out, proposal);
            case ProposalAnswer answer -> ProposalCodec.write(out, answer);
            case UpdateMessage update -> UpdateCodec.write(out, update);
            case ChannelSync sync -> UpdateCodec.write(out, sync);
            case Extension extension ->
                throw new NotCarriedException("protobuf carries none of our extensions: type " + extension.type());
        }
    }

    private Message readMessage(Fields in) {
        int field = in.only(FIRST, LAST);
        Fields body = in.message(field);
        int type = field - FIRST;
        return switch (type) {
            case 0 -> new Control.Ping(body.number(1));
            case 1 -> new Control.Pong(body.number(1));
            case 2 -> new Control.Shutdown(body.text(1));
            case 3 -> new Control.AuthResponse(proof(body.bytes(1)));
            case 4 -> proposals.readLedger(body);
            case 5 -> ProposalCodec.readLedgerAccept(body);
            case 6 -> proposals.readSub(body);
            case 7 -> ProposalCodec.readSubAccept(body);
            case 8 -> proposals.readVirtual(body);
            case 9 -> ProposalCodec.readVirtualAccept(body);
            case 10 -> ProposalCodec.readReject(body);
            case 11 -> updates.readUpdate(body);
            case 12 -> updates.readFunding(body);
            case 13 -> updates.readSettlement(body);
            case 14 -> UpdateCodec.readAccept(body);
            case 15 -> UpdateCodec.readReject(body);
            case 16 -> updates.readSync(body);
            default -> throw new MalformedException("unknown message type " + type);
        };
    }

    private static Bytes proof(Bytes signature) {
        Received.count(signature.size(), 0, Received.MAX_PROOF, "length of a proof");
        return signature;
    }

    private static void writeControl(FieldWriter out, Control control) {
        switch (control) {
            case Control.Ping ping -> out.number(1, ping.created());
            case Control.Pong pong -> out.number(1, pong.created());
            case Control.Shutdown shutdown -> out.text(1, shutdown.reason());
            case Control.AuthResponse response -> out.bytes(1, response.signature());
        }
    }
}
