package dev.zorya.channel.perunio;

import dev.zorya.channel.codec.Received;
import dev.zorya.channel.message.ChannelProposal;
import dev.zorya.channel.message.ProposalAnswer;
import dev.zorya.channel.message.ProposalBase;
import dev.zorya.channel.value.App;
import dev.zorya.channel.value.Balances;
import dev.zorya.channel.value.Bytes;
import dev.zorya.channel.value.ChannelId;
import dev.zorya.channel.value.Params;
import dev.zorya.channel.value.ProposalId;

/** Bodies of the messages 4 to 10 (OFFCHAIN.md 3.3). */
final class ProposalCodec {
    private static final int MIN_INDEX_MAP = 2;

    private ProposalCodec() {}

    static void writeProposal(PerunWriter out, ChannelProposal proposal) {
        writeBase(out, proposal.base());
        switch (proposal) {
            case ChannelProposal.Ledger ledger -> {
                AddressCodec.writeParticipant(out, ledger.participant());
                AddressCodec.writeList(out, ledger.peers(), AddressCodec::writeIdentity);
            }
            case ChannelProposal.Sub sub -> out.fixed(sub.parent().bytes());
            case ChannelProposal.Virtual virtual -> {
                AddressCodec.writeParticipant(out, virtual.proposer());
                AddressCodec.writeList(out, virtual.peers(), AddressCodec::writeIdentity);
                out.list16(virtual.parents(), (writer, parent) -> writer.fixed(parent.bytes()));
                out.list16(virtual.indexMaps(), AllocationCodec::writeIndexMap);
            }
        }
    }

    static ChannelProposal.Ledger readLedger(PerunReader in) {
        return new ChannelProposal.Ledger(
                readBase(in),
                AddressCodec.readParticipant(in),
                AddressCodec.readList(in, 2, AddressCodec::readIdentity));
    }

    static ChannelProposal.Sub readSub(PerunReader in) {
        return new ChannelProposal.Sub(readBase(in), readId(in));
    }

    static ChannelProposal.Virtual readVirtual(PerunReader in) {
        return new ChannelProposal.Virtual(
                readBase(in),
                AddressCodec.readParticipant(in),
                AddressCodec.readList(in, 2, AddressCodec::readIdentity),
                in.list(Received.count(in.uint16(), 0, Balances.MAX, "parents"), 32, ProposalCodec::readId),
                in.list(
                        Received.count(in.uint16(), 0, Balances.MAX, "index maps"),
                        MIN_INDEX_MAP,
                        AllocationCodec::readIndexMap));
    }

    static void writeAnswer(PerunWriter out, ProposalAnswer answer) {
        out.fixed(answer.proposalId().bytes());
        switch (answer) {
            case ProposalAnswer.LedgerAccept accept -> {
                out.fixed(accept.nonceShare());
                AddressCodec.writeParticipant(out, accept.participant());
            }
            case ProposalAnswer.SubAccept accept -> out.fixed(accept.nonceShare());
            case ProposalAnswer.VirtualAccept accept -> {
                out.fixed(accept.nonceShare());
                AddressCodec.writeParticipant(out, accept.responder());
            }
            case ProposalAnswer.Reject reject -> out.string(reject.reason());
        }
    }

    static ProposalAnswer readLedgerAccept(PerunReader in) {
        return new ProposalAnswer.LedgerAccept(readProposalId(in), readShare(in), AddressCodec.readParticipant(in));
    }

    static ProposalAnswer readSubAccept(PerunReader in) {
        return new ProposalAnswer.SubAccept(readProposalId(in), readShare(in));
    }

    static ProposalAnswer readVirtualAccept(PerunReader in) {
        return new ProposalAnswer.VirtualAccept(readProposalId(in), readShare(in), AddressCodec.readParticipant(in));
    }

    static ProposalAnswer readReject(PerunReader in) {
        return new ProposalAnswer.Reject(readProposalId(in), in.string());
    }

    private static void writeBase(PerunWriter out, ProposalBase base) {
        out.fixed(base.proposalId().bytes());
        out.int64(base.challengeDuration());
        out.fixed(base.nonceShare());
        ChannelCodec.writeApp(out, base.app());
        out.object(base.initData());
        AllocationCodec.write(out, base.initialBalances());
        AllocationCodec.writeBalances(out, base.fundingAgreement());
        out.fixed(base.aux());
    }

    private static ProposalBase readBase(PerunReader in) {
        ProposalId id = readProposalId(in);
        long challengeDuration = in.int64();
        Bytes share = readShare(in);
        App app = ChannelCodec.readApp(in);
        return new ProposalBase(
                id,
                challengeDuration,
                share,
                app,
                ChannelCodec.readData(in, app),
                AllocationCodec.read(in),
                AllocationCodec.readBalances(in),
                in.fixed(Params.AUX_SIZE));
    }

    private static ProposalId readProposalId(PerunReader in) {
        return new ProposalId(in.fixed(32));
    }

    private static Bytes readShare(PerunReader in) {
        return in.fixed(ProposalBase.NONCE_SHARE_SIZE);
    }

    private static ChannelId readId(PerunReader in) {
        return new ChannelId(in.fixed(32));
    }
}
