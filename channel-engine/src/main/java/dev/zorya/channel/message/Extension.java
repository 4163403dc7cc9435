package dev.zorya.channel.message;

import dev.zorya.channel.value.Asset;
import dev.zorya.channel.value.Bytes;
import dev.zorya.channel.value.ChannelId;
import dev.zorya.channel.value.MalformedException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Our own messages. A go-perun peer hangs up on them, so they go only to a peer that announced them (DESIGN.md 4).
 * Body on the wire: uint32 LE length, then the fields; so that a later version can append fields. (Sixteen bits would not
 * hold {@link #MAX_NOTES} notes with texts of {@link #MAX_TEXT} bytes.)
 */
public sealed interface Extension extends Message {
    /** Texts are cut to this many UTF-8 bytes by the sender and refused beyond it by the receiver. */
    int MAX_TEXT = 512;

    /** Payments of one update; more than this wait for the next one. */
    int MAX_NOTES = 512;

    /** The longest letter, in bytes: a body of 48 KiB with all its characters escaped, in base 64. */
    int MAX_LETTER = 200 << 10;

    /** Size of the random ids of payments and requests, in bytes. */
    int ID_SIZE = 16;

    /**
     * What the payments are that travel in the update of the same channel and version, sent right before it.
     * It explains an update and never changes what it means: the sums must fit, or the notes are ignored.
     */
    record PaymentNotes(ChannelId channelId, long version, List<Note> notes) implements Extension {
        public PaymentNotes {
            notes = List.copyOf(notes);
            if (notes.size() > MAX_NOTES) {
                throw new MalformedException("more than " + MAX_NOTES + " payment notes: " + notes.size());
            }
        }

        @Override
        public int type() {
            return 17;
        }
    }

    /**
     * One payment within an update.
     *
     * @param id 16 random bytes, unique to the payment
     * @param asset index of the asset in the channel
     * @param amount smallest unit, above zero
     * @param request id of the request that this pays, or empty
     */
    record Note(Bytes id, int asset, BigInteger amount, String memo, Bytes request) {
        public Note {
            id.requireSize(ID_SIZE, "payment id");
            if (request.size() != 0) {
                request.requireSize(ID_SIZE, "request id");
            }
            if (asset < 0 || asset > 0xffff) {
                throw new MalformedException("asset index out of range: " + asset);
            }
            requirePositive(amount);
            requireShort(memo);
        }
    }

    /**
     * Asks the peer to pay.
     *
     * @param id 16 random bytes
     * @param expires Unix seconds
     */
    record PaymentRequest(Bytes id, ChannelId channelId, Asset asset, BigInteger amount, String memo, long expires)
            implements Extension {
        public PaymentRequest {
            id.requireSize(ID_SIZE, "request id");
            requirePositive(amount);
            requireShort(memo);
        }

        @Override
        public int type() {
            return 18;
        }
    }

    /** The person asked will not pay. A payment answers a request by its id in the {@link Note}. */
    record RequestDeclined(Bytes id, ChannelId channelId, String reason) implements Extension {
        public RequestDeclined {
            id.requireSize(ID_SIZE, "request id");
            requireShort(reason);
        }

        @Override
        public int type() {
            return 19;
        }
    }

    /**
     * From wallet to wallet, about no channel: the engine never reads one. What it says and who says it is in its signature.
     *
     * @param content 1 to {@link #MAX_LETTER} bytes
     */
    record Letter(Bytes content) implements Extension {
        public Letter {
            if (content.size() == 0 || content.size() > MAX_LETTER) {
                throw new MalformedException("a letter has 1 to " + MAX_LETTER + " bytes, not " + content.size());
            }
        }

        @Override
        public int type() {
            return 20;
        }
    }

    private static void requirePositive(BigInteger amount) {
        if (amount.signum() <= 0) {
            throw new MalformedException("amount is not above zero");
        }
    }

    /**
     * Checks a text before it is put into a message.
     *
     * @throws MalformedException if it has more than {@link #MAX_TEXT} bytes in UTF-8
     */
    static void requireShort(String text) {
        // a char never takes less than one byte, so the first test spares the encoding of a huge text
        if (text.length() > MAX_TEXT || text.getBytes(StandardCharsets.UTF_8).length > MAX_TEXT) {
            throw new MalformedException("text longer than " + MAX_TEXT + " bytes");
        }
    }
}
