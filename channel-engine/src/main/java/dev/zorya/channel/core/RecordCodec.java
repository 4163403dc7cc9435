package dev.zorya.channel.core;

import dev.zorya.channel.message.ChannelProposal;
import dev.zorya.channel.message.Message;
import dev.zorya.channel.message.ProposalAnswer;
import dev.zorya.channel.perunio.Perunio;
import dev.zorya.channel.value.Bytes;
import dev.zorya.channel.value.MalformedException;
import dev.zorya.channel.value.Participant;
import dev.zorya.channel.value.State;
import dev.zorya.channel.value.Transaction;
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
    /** 2 knows sub-channels, 3 disputes, 4 what forced moves began with, 5 records from copies; everything else is as in 1. */
    private static final int LAYOUT = 5;

    /** The first with the base of a registration. */
    static final int BASES = 4;

    private static final int OLDEST = 1;

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
        ENDED,
        LOCKING,
        RETURNING,
        REGISTERING,
        REGISTERED,
        PROGRESSING,
        STALE
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
            case Locking s -> null;
            case Open s -> null;
            case Deciding s -> null;
            case Updating s -> null;
            case Finalising s -> null;
            case Stale s -> null;
            case Final s -> null;
            case Disputed s -> null;
            case Returning s -> null;
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
                        .blob(expected(s.expected()));
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
            case Locking s ->
                tag(out, Tag.LOCKING)
                        .transaction(s.initial())
                        .number(
                                switch (s.standing()) {
                                    case WANTED -> 0;
                                    case GIVEN_UP -> 1;
                                });
            case Open s -> live(tag(out, Tag.OPEN), s.live());
            case Deciding s -> live(tag(out, Tag.OPEN), s.live());
            case Updating s -> staged(tag(out, Tag.UPDATING), s.live(), s.staged());
            case Finalising s -> staged(tag(out, Tag.FINALISING), s.live(), s.staged());
            case Stale s -> live(tag(out, Tag.STALE), s.live());
            case Final s -> tag(out, Tag.FINAL).transaction(s.last()).number(s.proposer());
            case Registering s -> live(tag(out, Tag.REGISTERING), s.live());
            case Registered s -> live(tag(out, Tag.REGISTERED), s.live()).registration(s.fact());
            case Progressing s ->
                live(tag(out, Tag.PROGRESSING), s.live()).registration(s.fact()).authorised(s.move());
            case Returning s -> tag(out, Tag.RETURNING).transaction(s.last());
            case Withdrawing s -> {
                tag(out, Tag.WITHDRAWING).transaction(s.last()).number(s.left().size());
                new TreeSet<>(s.left()).forEach(out::number);
            }
            case Withdrawn s -> tag(out, Tag.WITHDRAWN).transaction(s.last());
            case Ended s -> tag(out, Tag.ENDED).allocation(s.proposed()).text(s.reason());
        }
        return out.done();
    }

    /**
     * The channel as it was when it was written.
     *
     * @throws MalformedException if the record was not written by {@link #terms} and {@link #body}; it is quarantined then
     */
    public ChannelState read(Env env, Bytes storedTerms, Bytes storedBody) {
        RecordReader terms = new RecordReader(perunio, storedTerms);
        Dossier dossier = requireLayout(terms) == 1 ? terms.ledgerDossier() : terms.dossier();
        RecordReader in = new RecordReader(perunio, storedBody);
        int layout = requireLayout(in);
        ChannelState state = switch (in.choice(List.of(Tag.values()))) {
            case PROPOSAL_SENT -> proposalSent(dossier, in);
            case ENDED -> new Ended(dossier, in.allocation(), in.text());
            case INIT_SIGNING -> initSigning(env, dossier, terms.terms(), in);
            case FUNDING -> funding(env, dossier, terms.terms(), in);
            case OPEN -> new Open(live(env, dossier, terms.terms(), in));
            case UPDATING -> {
                Live live = live(env, dossier, terms.terms(), in);
                Authorised staged = in.choice(live.authorised());
                yield new Updating(live.without(staged.payments()), staged, 0);
            }
            case FINALISING -> {
                Live live = live(env, dossier, terms.terms(), in);
                yield new Finalising(live, in.choice(live.authorised()), Finalising.Standing.ASKED);
            }
            case LOCKING -> locking(env, dossier, terms.terms(), in);
            case RETURNING -> returning(env, dossier, terms.terms(), in);
            case REGISTERING -> new Registering(live(env, dossier, terms.terms(), in));
            case REGISTERED -> registered(env, dossier, terms.terms(), in, layout);
            case PROGRESSING -> progressing(env, dossier, terms.terms(), in, layout);
            case STALE -> new Stale(live(env, dossier, terms.terms(), in));
            case FINAL -> last(env, dossier, terms.terms(), in);
            case WITHDRAWING -> withdrawing(env, dossier, terms.terms(), in);
            case WITHDRAWN -> withdrawn(env, dossier, terms.terms(), in);
        };
        terms.end();
        in.end();
        return state;
    }

    /** Empty for whoever answers. */
    private static Bytes expected(@Nullable Participant participant) {
        return participant == null ? Bytes.EMPTY : Bytes.wrap(Perunio.encode(participant.addresses()));
    }

    private ProposalSent proposalSent(Dossier dossier, RecordReader in) {
        var proposal = in.message(ChannelProposal.class);
        RecordChecks.require(proposal.base().proposalId().equals(dossier.key()), "another proposal");
        Bytes expected = in.blob();
        return new ProposalSent(
                dossier, proposal, expected.size() == 0 ? null : new Participant(perunio.addresses(expected)));
    }

    private InitSigning initSigning(Env env, Dossier dossier, Terms terms, RecordReader in) {
        RecordChecks checks = new RecordChecks(env, dossier, terms);
        var accept = in.message(ProposalAnswer.class);
        State initial = checks.state(perunio.state(in.blob()));
        return new InitSigning(
                dossier, terms, accept, initial, env.scheme().digest(initial), checks.own(initial, in.signature()));
    }

    private static Funding funding(Env env, Dossier dossier, Terms terms, RecordReader in) {
        return Funding.begin(dossier, terms, new RecordChecks(env, dossier, terms).complete(in.transaction()));
    }

    private static Locking locking(Env env, Dossier dossier, Terms terms, RecordReader in) {
        Transaction initial = new RecordChecks(env, dossier, terms).complete(in.transaction());
        Locking.Standing standing = in.bit() == 0 ? Locking.Standing.WANTED : Locking.Standing.GIVEN_UP;
        return new Locking(dossier, terms, initial, standing);
    }

    private static Returning returning(Env env, Dossier dossier, Terms terms, RecordReader in) {
        Transaction last = new RecordChecks(env, dossier, terms).complete(in.transaction());
        RecordChecks.require(last.state().isFinal(), "a last state that is not final");
        return new Returning(dossier, terms, last);
    }

    private static Registered registered(Env env, Dossier dossier, Terms terms, RecordReader in, int layout) {
        Live live = live(env, dossier, terms, in);
        return new Registered(live, new RecordChecks(env, dossier, terms).registration(in.registration(layout)));
    }

    private static Progressing progressing(Env env, Dossier dossier, Terms terms, RecordReader in, int layout) {
        Registered at = registered(env, dossier, terms, in, layout);
        Authorised move = new RecordChecks(env, dossier, terms).move(in.authorised(env), at.fact());
        return new Progressing(at.live(), at.fact(), move);
    }

    private static Final last(Env env, Dossier dossier, Terms terms, RecordReader in) {
        Transaction last = new RecordChecks(env, dossier, terms).complete(in.transaction());
        RecordChecks.require(last.state().isFinal(), "a last state that is not final");
        return new Final(dossier, terms, last, in.bit());
    }

    private static Withdrawing withdrawing(Env env, Dossier dossier, Terms terms, RecordReader in) {
        RecordChecks checks = new RecordChecks(env, dossier, terms);
        Transaction last = checks.concluded(in.transaction());
        Set<Integer> left = new TreeSet<>();
        for (int count = in.count(); count > 0; count--) {
            left.add(checks.asset(in.number()));
        }
        return new Withdrawing(dossier, terms, last, left);
    }

    private static Withdrawn withdrawn(Env env, Dossier dossier, Terms terms, RecordReader in) {
        return new Withdrawn(dossier, terms, new RecordChecks(env, dossier, terms).concluded(in.transaction()));
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
                .number(
                        switch (live.wish()) {
                            case STAY_OPEN -> 0;
                            case CLOSE -> 1;
                        })
                .number(live.authorised().size());
        live.authorised().forEach(out::authorised);
        return out;
    }

    /** The state that is out stands in the list of those that left our hands: its place there is enough. */
    private static void staged(RecordWriter out, Live live, Authorised staged) {
        live(out, live).number(live.authorised().indexOf(staged));
    }

    /** Payments that were tried and shall be tried again stand in the authorised states; they form the queue again. */
    private static Live live(Env env, Dossier dossier, Terms terms, RecordReader in) {
        RecordChecks checks = new RecordChecks(env, dossier, terms);
        Live fresh = Live.fresh(dossier, terms, checks.complete(in.transaction()));
        Live.Wish wish = in.bit() == 0 ? Live.Wish.STAY_OPEN : Live.Wish.CLOSE;
        List<Authorised> authorised = new ArrayList<>();
        List<Order> queue = new ArrayList<>();
        for (int count = in.count(); count > 0; count--) {
            Authorised one = checks.authorised(in.authorised(env), fresh.state());
            authorised.add(one);
            if (one.afterwards() == Authorised.Afterwards.RETRY) {
                one.payments().stream().filter(p -> !queue.contains(p)).forEach(queue::add);
            }
        }
        return fresh.with(authorised, queue).withWish(wish);
    }

    private static int requireLayout(RecordReader in) {
        int layout = in.number();
        if (layout < OLDEST || layout > LAYOUT) {
            throw new MalformedException("a channel record of layout " + layout + ", known is up to " + LAYOUT);
        }
        return layout;
    }
}
