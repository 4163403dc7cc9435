package dev.zorya.wallet.credential;

import dev.zorya.identity.Claims;
import dev.zorya.identity.ContactRefused;
import dev.zorya.identity.Labels;
import dev.zorya.identity.credential.Credential;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/** Notes as bodies of letters: flat objects of texts. What is not as we write it is no note. */
final class NoteJson {
    static final String PREFIX = "credential/";
    private static final Pattern THREAD = Pattern.compile("[0-9a-f]{32}");
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9:._-]{1,100}");
    private static final Pattern DID = Pattern.compile("(did:[A-Za-z0-9:._#%-]{1,2000})?");
    private static final int LONG = 20_000;
    private static final long LAST_DATE = 253_402_300_799L;

    private NoteJson() {}

    /** A value that no note of ours has. */
    private static final class NoNote extends Exception {
        private static final long serialVersionUID = 1L;
    }

    static String kind(Note note) {
        return PREFIX
                + switch (note) {
                    case Note.Offer offer -> "offer";
                    case Note.Accept accept -> "accept";
                    case Note.Issued issued -> "issued";
                    case Note.Ask ask -> "ask";
                    case Note.Shown shown -> "shown";
                    case Note.Declined declined -> "declined";
                    case Note.Query query -> "query";
                    case Note.Standing standing -> "standing";
                };
    }

    static String body(Note note) {
        return Claims.write(json -> {
            switch (note) {
                case Note.Offer offer -> {
                    json.writeStringProperty("thread", offer.thread());
                    json.writeStringProperty("type", offer.type());
                    json.writeStringProperty("statement", offer.statement());
                    json.writeNumberProperty("expires", offer.expires().getEpochSecond());
                }
                case Note.Accept accept -> json.writeStringProperty("thread", accept.thread());
                case Note.Issued issued -> {
                    json.writeStringProperty("thread", issued.thread());
                    json.writeStringProperty("credential", issued.credential());
                }
                case Note.Ask ask -> {
                    json.writeStringProperty("thread", ask.thread());
                    json.writeStringProperty("type", ask.type());
                    json.writeStringProperty("issuer", ask.issuer());
                    json.writeStringProperty("reason", ask.reason());
                    json.writeStringProperty("challenge", ask.challenge());
                    json.writeNumberProperty("expires", ask.expires().getEpochSecond());
                }
                case Note.Shown shown -> {
                    json.writeStringProperty("thread", shown.thread());
                    json.writeStringProperty("presentation", shown.presentation());
                }
                case Note.Declined declined -> json.writeStringProperty("thread", declined.thread());
                case Note.Query query -> json.writeStringProperty("credential", query.credential());
                case Note.Standing standing -> {
                    json.writeStringProperty("credential", standing.credential());
                    json.writeStringProperty("standing", standing.revoked() ? "REVOKED" : "VALID");
                }
            }
        });
    }

    /** Texts for people come out cleaned. */
    static Optional<Note> read(String kind, String body) {
        try {
            Claims in = Claims.read(body.getBytes(StandardCharsets.UTF_8));
            return switch (kind.startsWith(PREFIX) ? kind.substring(PREFIX.length()) : "") {
                case "offer" ->
                    Optional.of(new Note.Offer(
                            text(in, "thread", THREAD),
                            type(in),
                            Labels.clean(in.text("statement"), Credential.STATEMENT),
                            date(in)));
                case "accept" -> Optional.of(new Note.Accept(text(in, "thread", THREAD)));
                case "issued" ->
                    Optional.of(new Note.Issued(text(in, "thread", THREAD), bounded(in.text("credential"))));
                case "ask" ->
                    Optional.of(new Note.Ask(
                            text(in, "thread", THREAD),
                            type(in),
                            text(in, "issuer", DID),
                            Labels.clean(in.text("reason"), Credential.STATEMENT),
                            text(in, "challenge", THREAD),
                            date(in)));
                case "shown" ->
                    Optional.of(new Note.Shown(text(in, "thread", THREAD), bounded(in.text("presentation"))));
                case "declined" -> Optional.of(new Note.Declined(text(in, "thread", THREAD)));
                case "query" -> Optional.of(new Note.Query(text(in, "credential", ID)));
                case "standing" -> standing(text(in, "credential", ID), in.text("standing"));
                default -> Optional.empty();
            };
        } catch (ContactRefused | NoNote e) {
            return Optional.empty();
        }
    }

    private static Optional<Note> standing(String credential, String standing) {
        return switch (standing) {
            case "REVOKED" -> Optional.of(new Note.Standing(credential, true));
            case "VALID" -> Optional.of(new Note.Standing(credential, false));
            default -> Optional.empty();
        };
    }

    private static String text(Claims in, String name, Pattern form) throws ContactRefused, NoNote {
        String text = in.text(name);
        if (!form.matcher(text).matches()) {
            throw new NoNote();
        }
        return text;
    }

    private static String type(Claims in) throws ContactRefused, NoNote {
        String type = in.text("type");
        if (!Credential.isType(type)) {
            throw new NoNote();
        }
        return type;
    }

    private static String bounded(String text) throws NoNote {
        if (text.length() > LONG) {
            throw new NoNote();
        }
        return text;
    }

    private static Instant date(Claims in) throws ContactRefused {
        return Instant.ofEpochSecond(Math.min(in.number("expires"), LAST_DATE));
    }
}
