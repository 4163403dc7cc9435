package dev.zorya.channel.vectors;

import static dev.zorya.channel.vectors.Vectors.bytes;
import static dev.zorya.channel.vectors.Vectors.list;
import static dev.zorya.channel.vectors.Vectors.text;
import static dev.zorya.channel.vectors.Vectors.uint64;

import dev.zorya.channel.message.ChannelProposal;
import dev.zorya.channel.message.ChannelSync;
import dev.zorya.channel.message.Control;
import dev.zorya.channel.message.Envelope;
import dev.zorya.channel.message.Message;
import dev.zorya.channel.message.ProposalAnswer;
import dev.zorya.channel.message.ProposalBase;
import dev.zorya.channel.message.UpdateMessage;
import dev.zorya.channel.value.ChannelId;
import dev.zorya.channel.value.ProposalId;
import dev.zorya.channel.value.Signature;
import dev.zorya.channel.value.Transaction;
import tools.jackson.databind.JsonNode;

/** The rows of messages.json as our messages. */
public final class MessageVectors {
    private MessageVectors() {}

    public static Envelope envelope(JsonNode row) {
        return new Envelope(
                Vectors.identity(row.required("sender")), Vectors.identity(row.required("recipient")), message(row));
    }

    public static Message message(JsonNode row) {
        JsonNode msg = row.required("msg");
        return switch (text(row, "type")) {
            case "Ping" -> new Control.Ping(msg.required("createdUnixNano").longValue());
            case "Pong" -> new Control.Pong(msg.required("createdUnixNano").longValue());
            case "Shutdown" -> new Control.Shutdown(text(msg, "reason"));
            case "AuthResponse" -> new Control.AuthResponse(bytes(msg, "signature"));
            case "LedgerChannelProposal" ->
                new ChannelProposal.Ledger(
                        base(msg.required("base")),
                        Vectors.participant(msg.required("participant")),
                        list(msg.required("peers"), Vectors::identity));
            case "LedgerChannelProposalAcc" ->
                new ProposalAnswer.LedgerAccept(
                        proposalId(msg.required("base")),
                        bytes(msg.required("base"), "nonceShare"),
                        Vectors.participant(msg.required("participant")));
            case "SubChannelProposal" -> new ChannelProposal.Sub(base(msg.required("base")), channel(msg, "parent"));
            case "SubChannelProposalAcc" ->
                new ProposalAnswer.SubAccept(
                        proposalId(msg.required("base")), bytes(msg.required("base"), "nonceShare"));
            case "VirtualChannelProposal" ->
                new ChannelProposal.Virtual(
                        base(msg.required("base")),
                        Vectors.participant(msg.required("proposer")),
                        list(msg.required("peers"), Vectors::identity),
                        list(msg.required("parents"), id -> new ChannelId(bytes(id))),
                        list(msg.required("indexMaps"), Vectors::indexMap));
            case "VirtualChannelProposalAcc" ->
                new ProposalAnswer.VirtualAccept(
                        proposalId(msg.required("base")),
                        bytes(msg.required("base"), "nonceShare"),
                        Vectors.participant(msg.required("responder")));
            case "ChannelProposalRej" -> new ProposalAnswer.Reject(proposalId(msg), text(msg, "reason"));
            case "ChannelUpdate" -> update(msg);
            case "VirtualChannelFundingProposal" ->
                new UpdateMessage.VirtualFunding(
                        update(msg.required("update")),
                        Vectors.params(msg.required("initial").required("params")),
                        signed(msg.required("initial")),
                        Vectors.indexMap(msg.required("indexMap")));
            case "VirtualChannelSettlementProposal" ->
                new UpdateMessage.VirtualSettlement(
                        update(msg.required("update")),
                        Vectors.params(msg.required("final").required("params")),
                        signed(msg.required("final")));
            case "ChannelUpdateAcc" ->
                new UpdateMessage.Accept(channel(msg, "channelID"), uint64(msg, "version"), signature(msg));
            case "ChannelUpdateRej" ->
                new UpdateMessage.Reject(channel(msg, "channelID"), uint64(msg, "version"), text(msg, "reason"));
            case "ChannelSync" -> new ChannelSync(msg.required("phase").intValue(), signed(msg));
            default -> throw new IllegalArgumentException("unknown type in messages.json: " + text(row, "type"));
        };
    }

    private static ProposalBase base(JsonNode base) {
        return new ProposalBase(
                proposalId(base),
                uint64(base, "challengeDuration"),
                bytes(base, "nonceShare"),
                Vectors.app(base.required("app")),
                bytes(base, "initData"),
                Vectors.allocation(base.required("initBals")),
                Vectors.balances(base.required("fundingAgreement")),
                bytes(base, "aux"));
    }

    private static ProposalId proposalId(JsonNode node) {
        return new ProposalId(bytes(node, "proposalID"));
    }

    private static ChannelId channel(JsonNode node, String field) {
        return new ChannelId(bytes(node, field));
    }

    private static Signature signature(JsonNode node) {
        return new Signature(bytes(node, "sig"));
    }

    private static UpdateMessage.Update update(JsonNode update) {
        return new UpdateMessage.Update(
                Vectors.state(update.required("state")),
                update.required("actorIdx").intValue(),
                signature(update));
    }

    private static Transaction signed(JsonNode signed) {
        return Vectors.transaction(Vectors.state(signed.required("state")), signed.required("sigs"));
    }
}
