package dev.zorya.channel.port;

import dev.zorya.channel.value.Asset;
import dev.zorya.channel.value.Bytes;
import dev.zorya.channel.value.ChannelId;
import dev.zorya.channel.value.Params;
import dev.zorya.channel.value.Signature;
import dev.zorya.channel.value.SignedState;
import dev.zorya.channel.value.State;
import dev.zorya.channel.value.Transaction;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Something that shall happen on the ledger exactly once. It may be handed over before the ledger would take it: whoever
 * carries it out waits for the moment, in the ledger's own time (safety rule 8). An intent that can never be carried out any
 * more, because the ledger has gone on without it, ends quietly; how the channel stands then is reported as always.
 */
public sealed interface Intent {
    ChannelId channel();

    /** A version and what it says: two states of one version can be signed by everybody (safety rule 2). */
    private static String name(State state) {
        String says = state.balances().rows() + " " + state.data().hex() + " " + state.isFinal();
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(says.getBytes(StandardCharsets.UTF_8));
            return Long.toUnsignedString(state.version()) + "-"
                    + Bytes.wrap(digest).slice(0, 16).hex();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** Two trees of the same root version differ in their sub-channels. */
    private static String names(State root, Stream<State> subs) {
        return Stream.concat(Stream.of(root), subs).map(Intent::name).collect(Collectors.joining("."));
    }

    /** The same key is the same intent, also after a restart (safety rule 9). */
    String key();

    /**
     * Pays our part of one asset into the channel.
     *
     * @param assetIndex position in the channel
     * @param participant own index
     * @param amount smallest unit, above zero
     */
    record Deposit(ChannelId channel, Params params, int assetIndex, Asset asset, int participant, BigInteger amount)
            implements Intent {
        @Override
        public String key() {
            return "deposit/" + channel + "/" + assetIndex;
        }
    }

    /**
     * Ends the channel with a final state that everybody signed. Either party may; the second finds it done. A ledger that can
     * pay everybody in the same step does, and leaves nothing to withdraw.
     */
    record ConcludeFinal(Params params, Transaction last) implements Intent {
        @Override
        public ChannelId channel() {
            return last.state().id();
        }

        @Override
        public String key() {
            return "conclude/" + channel();
        }
    }

    /** Takes all that a concluded channel holds for us in one asset to our own account. */
    record Withdraw(ChannelId channel, Params params, int assetIndex, Asset asset, int participant) implements Intent {
        @Override
        public String key() {
            return "withdraw/" + channel + "/" + assetIndex;
        }
    }

    /**
     * Puts a tree of signed states before the judge: to begin a dispute, or to refute older states of any of its channels
     * before the first registration's timeout. Done when each of them is registered with this version or a higher one.
     *
     * @param root a ledger channel
     * @param subs what it locks, depth first, in the order of the locked entries
     */
    record Register(SignedState root, List<SignedState> subs) implements Intent {
        public Register {
            subs = List.copyOf(subs);
        }

        @Override
        public ChannelId channel() {
            return root.channel();
        }

        @Override
        public String key() {
            Stream<State> states = subs.stream().map(sub -> sub.transaction().state());
            return "register/" + channel() + "/" + names(root.transaction().state(), states);
        }
    }

    /**
     * Moves an app channel on without the peer, from the registered state. Waits until the dispute's timeout has passed, or goes
     * at once where execution is forced already.
     *
     * @param root ledger channel of the tree
     * @param from the registered state
     * @param to the next version
     * @param actor index of the participant who moves
     * @param signature the actor's, for {@code to}
     */
    record Progress(ChannelId root, Params params, State from, State to, int actor, Signature signature)
            implements Intent {
        @Override
        public ChannelId channel() {
            return to.id();
        }

        @Override
        public String key() {
            return "progress/" + channel() + "/" + name(to);
        }
    }

    /**
     * Ends a disputed ledger channel with what is registered, as soon as its timeouts have passed.
     *
     * @param registered the registered state of the root
     * @param subs the registered states of what it locks, depth first
     */
    record Conclude(Params params, State registered, List<State> subs) implements Intent {
        public Conclude {
            subs = List.copyOf(subs);
        }

        @Override
        public ChannelId channel() {
            return registered.id();
        }

        @Override
        public String key() {
            return "conclude/" + channel() + "/" + names(registered, subs.stream());
        }
    }
}
