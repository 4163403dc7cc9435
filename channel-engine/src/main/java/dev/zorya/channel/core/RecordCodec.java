package dev.zorya.channel.core;

import dev.zorya.channel.message.ChannelProposal;
import dev.zorya.channel.message.Message;
import dev.zorya.channel.message.ProposalAnswer;
import dev.zorya.channel.perunio.Perunio;
import dev.zorya.channel.value.Bytes;
import dev.zorya.channel.value.MalformedException;
import dev.zorya.channel.value.Participant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * How a channel is kept in the store: {@code terms} written while it opens, {@code body} with every step. The layout has a
 * version byte of its own; values inside are in perunio. Phases that are not durable are kept as what they would be after a
 * crash.
 */
public final class RecordCodec {
    private static final int LAYOUT = 1;

    private enum Tag {
        PROPOSAL_SENT,
        INIT_SIGNING,
        FUNDING,
        OPEN,
        UPDATING,
        FINALISING,
        FINAL,
        WITHDRAWING,
        WITHDRAWN,
        ENDED
    }

    private final Perunio perunio;

    public RecordCodec(Perunio perunio) {
        this.perunio = perunio;
    }

    /** What does not change after opening, or null where it is stored already. */
    public @Nullable Bytes terms(ChannelState state) {
        return switch (state) {
            case ProposalSent s -> terms(s.dossier(), null);
            case ProposalReceived s -> terms(s.dossier(), null);
            case InitSigning s -> terms(s.dossier(), s.terms());
            case Funding s -> null;
            case Open s -> null;
            case Deciding s -> null;
            case Updating s -> null;
            case Finalising s -> null;
            case Final s -> null;
            case Withdrawing s -> null;
            case Withdrawn s -> null;
            case Ended s -> terms(s.dossier(), null);
        };
    }

    public Bytes body(ChannelState state) {
        RecordWriter out = new RecordWriter().number(LAYOUT);
        switch (state) {
            case ProposalSent s ->
                tag(out, Tag.PROPOSAL_SENT)
                        .blob(Perunio.encode((Message) s.proposal()))
                        .blob(Perunio.encode(s.expected().addresses()));
            case ProposalReceived s ->
                tag(out, Tag.ENDED)
                        .allocation(s.proposal().base().initialBalances())
                        .text("");
            case InitSigning s ->
                tag(out, Tag.INIT_SIGNING)
                        .blob(Perunio.encode((Message) s.accept()))
                        .blob(Perunio.encode(s.initial()))
                        .signature(s.own());
            case Funding s -> tag(out, Tag.FUNDING).transaction(s.initial());
            case Open s -> live(tag(out, Tag.OPEN), s.live());
            case Deciding s -> live(tag(out, Tag.OPEN), s.live());
            case Updating s -> live(tag(out, Tag.UPDATING), s.live()).authorised(s.staged());
            case Finalising s -> live(tag(out, Tag.FINALISING), s.live()).authorised(s.staged());
            case Final s -> tag(out, Tag.FINAL).transaction(s.last()).number(s.proposer());
            case Withdrawing s -> {
                tag(out, Tag.WITHDRAWING).transaction(s.last()).number(s.left().size());
                new TreeSet<>(s.left()).forEach(out::number);
            }
            case Withdrawn s -> tag(out, Tag.WITHDRAWN).transaction(s.last());
            case Ended s -> tag(out, Tag.ENDED).allocation(s.proposed()).text(s.reason());
        }
        return out.done();
    }

    /** @throws MalformedException if the record was not written by {@link #terms} and {@link #body}; it is quarantined then */
    public ChannelState read(Env env, Bytes storedTerms, Bytes storedBody) {
        RecordReader terms = new RecordReader(perunio, storedTerms);
        requireLayout(terms);
        Dossier dossier = terms.dossier();
        RecordReader in = new RecordReader(perunio, storedBody);
        requireLayout(in);
        int number = in.number();
        if (number < 0 || number >= Tag.values().length) {
            throw new MalformedException("a channel in a phase that this program does not know: " + number);
        }
        return switch (Tag.values()[number]) {
            case PROPOSAL_SENT ->
                new ProposalSent(
                        dossier,
                        in.message(ChannelProposal.Ledger.class),
                        new Participant(perunio.addresses(in.blob())));
            case INIT_SIGNING -> {
                var accept = in.message(ProposalAnswer.LedgerAccept.class);
                var initial = perunio.state(in.blob());
                yield new InitSigning(
                        dossier, terms.terms(), accept, initial, env.scheme().digest(initial), in.signature());
            }
            case FUNDING -> Funding.begin(dossier, terms.terms(), in.transaction());
            case OPEN -> new Open(live(env, dossier, terms.terms(), in));
            case UPDATING -> {
                Live live = live(env, dossier, terms.terms(), in);
                yield new Updating(live, in.authorised(env), 0);
            }
            case FINALISING -> {
                Live live = live(env, dossier, terms.terms(), in);
                yield new Finalising(live, in.authorised(env), Finalising.Standing.ASKED);
            }
            case FINAL -> new Final(dossier, terms.terms(), in.transaction(), in.number());
            case WITHDRAWING -> {
                var last = in.transaction();
                Set<Integer> left = new TreeSet<>();
                for (int count = in.number(); count > 0; count--) {
                    left.add(in.number());
                }
                yield new Withdrawing(dossier, terms.terms(), last, left);
            }
            case WITHDRAWN -> new Withdrawn(dossier, terms.terms(), in.transaction());
            case ENDED -> new Ended(dossier, perunio.allocation(in.blob()), in.text());
        };
    }

    private static Bytes terms(Dossier dossier, @Nullable Terms terms) {
        RecordWriter out = new RecordWriter().number(LAYOUT).dossier(dossier);
        if (terms != null) {
            out.terms(terms);
        }
        return out.done();
    }

    private static RecordWriter tag(RecordWriter out, Tag tag) {
        return out.number(tag.ordinal());
    }

    private static RecordWriter live(RecordWriter out, Live live) {
        out.transaction(live.current())
                .number(live.wish().ordinal())
                .number(live.authorised().size());
        live.authorised().forEach(out::authorised);
        return out;
    }

    /** Payments that were tried and shall be tried again stand in the authorised states; they form the queue again. */
    private Live live(Env env, Dossier dossier, Terms terms, RecordReader in) {
        Live fresh = Live.fresh(dossier, terms, in.transaction());
        Live.Wish wish = in.number() == 0 ? Live.Wish.STAY_OPEN : Live.Wish.CLOSE;
        List<Authorised> authorised = new ArrayList<>();
        List<Payment> queue = new ArrayList<>();
        for (int count = in.number(); count > 0; count--) {
            Authorised one = in.authorised(env);
            authorised.add(one);
            if (one.afterwards() == Authorised.Afterwards.RETRY) {
                one.payments().stream().filter(p -> !queue.contains(p)).forEach(queue::add);
            }
        }
        return fresh.with(authorised, queue).withWish(wish);
    }

    private static void requireLayout(RecordReader in) {
        int layout = in.number();
        if (layout != LAYOUT) {
            throw new MalformedException("a channel record of layout " + layout + ", known is " + LAYOUT);
        }
    }
}
