package dev.zorya.channel.protobuf;

import dev.zorya.channel.message.ChannelProposal;
import dev.zorya.channel.message.ProposalAnswer;
import dev.zorya.channel.message.ProposalBase;
import dev.zorya.channel.value.App;
import dev.zorya.channel.value.Bytes;
import dev.zorya.channel.value.ChannelId;
import dev.zorya.channel.value.MalformedException;
import dev.zorya.channel.value.ProposalId;
import dev.zorya.channel.value.WireIdentity;
import java.util.List;

/** The messages 4 to 10 (OFFCHAIN.md 4.2). */
record ProposalCodec(ChannelCodec channels) {
    static void write(FieldWriter out, ChannelProposal proposal) {
        out.message(1, base -> writeBase(base, proposal.base()));
        switch (proposal) {
            case ChannelProposal.Ledger ledger -> {
                out.message(2, address -> AddressCodec.write(address, ledger.participant()));
                writePeers(out, ledger.peers());
            }
            case ChannelProposal.Sub sub -> out.bytes(2, sub.parent().bytes());
            case ChannelProposal.Virtual virtual -> {
                out.message(2, address -> AddressCodec.write(address, virtual.proposer()));
                writePeers(out, virtual.peers());
                out.elements(4, virtual.parents().stream().map(ChannelId::bytes).toList());
                virtual.indexMaps()
                        .forEach(indices -> out.message(5, map -> AllocationCodec.writeIndexMap(map, indices)));
            }
        }
    }

    ChannelProposal.Ledger readLedger(Fields in) {
        return new ChannelProposal.Ledger(
                readBase(in.message(1)), AddressCodec.readParticipant(in.message(2)), readPeers(in));
    }

    ChannelProposal.Sub readSub(Fields in) {
        return new ChannelProposal.Sub(readBase(in.message(1)), new ChannelId(in.bytes(2)));
    }

    ChannelProposal.Virtual readVirtual(Fields in) {
        return new ChannelProposal.Virtual(
                readBase(in.message(1)),
                AddressCodec.readParticipant(in.message(2)),
                readPeers(in),
                in.elements(4, "parents").stream().map(ChannelId::new).toList(),
                in.messages(5, "index maps", AllocationCodec::readIndexMap));
    }

    private static void writePeers(FieldWriter out, List<WireIdentity> peers) {
        peers.forEach(peer -> out.message(3, address -> AddressCodec.write(address, peer)));
    }

    private static List<WireIdentity> readPeers(Fields in) {
        List<WireIdentity> peers = in.messages(3, "peers", AddressCodec::readIdentity);
        if (peers.size() < 2) {
            throw new MalformedException("a proposal with " + peers.size() + " peers");
        }
        return peers;
    }

    static void write(FieldWriter out, ProposalAnswer answer) {
        switch (answer) {
            case ProposalAnswer.LedgerAccept accept -> {
                writeAccept(out, accept.proposalId(), accept.nonceShare());
                out.message(2, address -> AddressCodec.write(address, accept.participant()));
            }
            case ProposalAnswer.SubAccept accept -> writeAccept(out, accept.proposalId(), accept.nonceShare());
            case ProposalAnswer.VirtualAccept accept -> {
                writeAccept(out, accept.proposalId(), accept.nonceShare());
                out.message(2, address -> AddressCodec.write(address, accept.responder()));
            }
            case ProposalAnswer.Reject reject -> {
                out.bytes(1, reject.proposalId().bytes());
                out.text(2, reject.reason());
            }
        }
    }

    private static void writeAccept(FieldWriter out, ProposalId id, Bytes nonceShare) {
        out.message(1, base -> {
            base.bytes(1, id.bytes());
            base.bytes(2, nonceShare);
        });
    }

    static ProposalAnswer readLedgerAccept(Fields in) {
        Fields base = in.message(1);
        return new ProposalAnswer.LedgerAccept(
                readId(base), base.bytes(2), AddressCodec.readParticipant(in.message(2)));
    }

    static ProposalAnswer readSubAccept(Fields in) {
        Fields base = in.message(1);
        return new ProposalAnswer.SubAccept(readId(base), base.bytes(2));
    }

    static ProposalAnswer readVirtualAccept(Fields in) {
        Fields base = in.message(1);
        return new ProposalAnswer.VirtualAccept(
                readId(base), base.bytes(2), AddressCodec.readParticipant(in.message(2)));
    }

    static ProposalAnswer readReject(Fields in) {
        return new ProposalAnswer.Reject(readId(in), in.text(2));
    }

    private static void writeBase(FieldWriter out, ProposalBase base) {
        out.bytes(1, base.proposalId().bytes());
        out.number(2, base.challengeDuration());
        out.bytes(3, base.nonceShare());
        out.bytes(4, ChannelCodec.appId(base.app()));
        out.bytes(5, base.initData());
        out.message(6, allocation -> AllocationCodec.write(allocation, base.initialBalances()));
        out.message(7, agreement -> AllocationCodec.writeBalances(agreement, base.fundingAgreement()));
        out.bytes(8, base.aux());
    }

    private ProposalBase readBase(Fields in) {
        App app = channels.readApp(in.bytes(4));
        return new ProposalBase(
                readId(in),
                in.number(2),
                in.bytes(3),
                app,
                ChannelCodec.data(app, in.bytes(5)),
                AllocationCodec.read(in.message(6)),
                AllocationCodec.readBalances(in.message(7)),
                in.bytes(8));
    }

    private static ProposalId readId(Fields in) {
        return new ProposalId(in.bytes(1));
    }
}
