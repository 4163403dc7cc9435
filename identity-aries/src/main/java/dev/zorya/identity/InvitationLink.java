package dev.zorya.identity;

import dev.zorya.channel.value.Bytes;
import dev.zorya.channel.value.MalformedException;
import dev.zorya.channel.value.WireIdentity;
import dev.zorya.channel.wire.SimpleAddress;
import dev.zorya.channel.wire.WireKey;
import dev.zorya.identity.ContactRefused.Reason;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What one person gives to one other person: where a wallet is, which keys it will show there, and a token that can be used once. Nothing in
 * it is signed; who has it knows whom to ask for a card, and that card has to fit all of it (ARIES.md 7).
 *
 * @param tlsSpkiSha256 32 bytes, of the TLS key at the endpoint
 * @param wireAddress binary {@code simple} wire address with its key: without it nobody can be dialled (OFFCHAIN.md 2.3)
 * @param token 16 random bytes
 * @param expires to the second
 * @param label what the owner calls itself; proves nothing
 */
public record InvitationLink(
        String did,
        Endpoint endpoint,
        Bytes tlsSpkiSha256,
        Bytes wireAddress,
        long chainId,
        Bytes token,
        Instant expires,
        String label) {
    public static final int TOKEN_SIZE = 16;

    /** Characters, all of them ASCII; so that a QR code stays readable (UI.md 8). */
    public static final int MAX_LENGTH = 1200;

    private static final int MAX_LABEL = 24;
    private static final String START = "zorya:invite?v=1&";
    private static final Pattern ANY_START = Pattern.compile("zorya:invite\\b", Pattern.CASE_INSENSITIVE);

    /** One order, each name once, nothing else; the token ends the link whatever stands behind it. */
    private static final Pattern LINK = Pattern.compile("zorya:invite\\?v=1&did=(did:key:z[1-9A-HJ-NP-Za-km-z]{1,56})"
            + "&at=([A-Za-z0-9.:\\[\\]-]{3,261})&tls=([A-Za-z0-9_-]{43})&wire=([A-Za-z0-9_-]{300,500})"
            + "&net=([1-9][0-9]{0,17})&exp=([1-9][0-9]{0,10})&label=([A-Za-z0-9%._~-]{0,300})"
            + "&once=([A-Za-z0-9_-]{22})");

    private static final String LAST = "&once=";
    private static final int TOKEN_CHARS = 22;
    private static final Pattern OF_A_LINK = Pattern.compile("[A-Za-z0-9_&=%-]");
    private static final String BREAKS = "\r\n\u00ad\u200b\u200c\u200d\ufeff>";

    public InvitationLink {
        label = Labels.clean(label, MAX_LABEL);
        token.requireSize(TOKEN_SIZE, "token of an invitation");
    }

    /** Whether the text is meant to be an invitation, a good one or not. */
    public static boolean isIn(String pasted) {
        return pasted.length() <= ContactText.MAX_PASTED
                && ANY_START.matcher(pasted).find();
    }

    public WireIdentity wire() {
        return WireIdentity.single(wireAddress);
    }

    public String write() {
        return START + "did=" + did + "&at=" + endpoint + "&tls=" + CompactJws.encode(tlsSpkiSha256.toArray())
                + "&wire="
                + CompactJws.encode(wireAddress.toArray()) + "&net=" + chainId + "&exp=" + expires.getEpochSecond()
                + "&label="
                + URLEncoder.encode(label, StandardCharsets.UTF_8)
                        .replace("+", "%20")
                        .replace("*", "%2A")
                + "&once=" + CompactJws.encode(token.toArray());
    }

    /**
     * Reads what a person pasted: line breaks that programs put in are taken out, words before and after are ignored.
     *
     * @throws ContactRefused DAMAGED, EXPIRED, OTHER_NETWORK or OWN_CARD
     */
    public static InvitationLink read(String pasted, String ownDid, long chainId, Instant now) throws ContactRefused {
        InvitationLink link = parse(pasted);
        if (!link.expires.isAfter(now)) {
            throw new ContactRefused(Reason.EXPIRED, "expired " + link.expires);
        }
        if (link.chainId != chainId) {
            throw new ContactRefused(Reason.OTHER_NETWORK, "chain " + link.chainId + ", ours is " + chainId);
        }
        if (link.did.equals(ownDid)) {
            throw new ContactRefused(Reason.OWN_CARD, link.did);
        }
        return link;
    }

    private static InvitationLink parse(String pasted) throws ContactRefused {
        if (!isIn(pasted)) {
            throw CompactJws.damaged("no invitation");
        }
        Matcher start = ANY_START.matcher(pasted);
        start.find();
        Matcher link = LINK.matcher("zorya:invite" + extract(pasted.substring(start.end())));
        if (!link.matches()
                || link.end() > MAX_LENGTH
                || DidKey.parse(link.group(1)).isEmpty()) {
            throw CompactJws.damaged("invitation");
        }
        try {
            return new InvitationLink(
                    link.group(1),
                    Endpoint.parse(link.group(2)).orElseThrow(() -> CompactJws.damaged("endpoint")),
                    CompactJws.bytes(link.group(3)),
                    wireAddress(CompactJws.bytes(link.group(4))),
                    Long.parseLong(link.group(5)),
                    CompactJws.bytes(link.group(8)),
                    Instant.ofEpochSecond(Long.parseLong(link.group(6))),
                    URLDecoder.decode(link.group(7), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException | MalformedException e) {
            throw CompactJws.damaged("invitation");
        }
    }

    /** Without the line breaks and marks of quotation that programs put in, up to the last character of the token. */
    private static String extract(String rest) throws ContactRefused {
        StringBuilder link = new StringBuilder();
        int end = MAX_LENGTH;
        for (int i = 0; i < rest.length() && link.length() < end; i++) {
            if (BREAKS.indexOf(rest.charAt(i)) >= 0) {
                continue;
            }
            link.append(rest.charAt(i));
            if (end == MAX_LENGTH && link.indexOf(LAST, link.length() - LAST.length()) >= 0) {
                end = Math.min(MAX_LENGTH, link.length() + TOKEN_CHARS);
            }
            if (link.length() == end
                    && OF_A_LINK.matcher(rest).region(i + 1, rest.length()).lookingAt()) {
                throw CompactJws.damaged("more than an invitation");
            }
        }
        return link.toString();
    }

    private static Bytes wireAddress(Bytes binary) throws ContactRefused {
        SimpleAddress address = SimpleAddress.parse(binary);
        boolean usable = DidKey.parse(address.text()).isPresent()
                && address.binary().equals(binary)
                && address.key()
                        .filter(key -> key.modulus().bitLength() == WireKey.BITS)
                        .isPresent();
        if (!usable) {
            throw CompactJws.damaged("wire address");
        }
        return binary;
    }
}
