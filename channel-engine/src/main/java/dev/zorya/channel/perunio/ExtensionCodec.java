package dev.zorya.channel.perunio;

import dev.zorya.channel.codec.Received;
import dev.zorya.channel.message.Extension;
import dev.zorya.channel.message.Extension.Letter;
import dev.zorya.channel.message.Extension.Note;
import dev.zorya.channel.message.Extension.PaymentNotes;
import dev.zorya.channel.message.Extension.PaymentRequest;
import dev.zorya.channel.message.Extension.RequestDeclined;
import dev.zorya.channel.value.ChannelId;

/** Bodies of our own messages, 17 to 20. A reader ignores what a later version appended to the fields it knows. */
final class ExtensionCodec {
    private static final int MIN_NOTE = Extension.ID_SIZE + 7;

    private ExtensionCodec() {}

    static void write(PerunWriter out, Extension extension) {
        out.sized(() -> writeFields(out, extension));
    }

    private static void writeFields(PerunWriter out, Extension extension) {
        switch (extension) {
            case PaymentNotes notes -> {
                out.fixed(notes.channelId().bytes());
                out.int64(notes.version());
                out.list16(notes.notes(), ExtensionCodec::writeNote);
            }
            case PaymentRequest request -> {
                out.fixed(request.id());
                out.fixed(request.channelId().bytes());
                AllocationCodec.writeAsset(out, request.asset());
                out.bigInteger(request.amount());
                out.string(request.memo());
                out.int64(request.expires());
            }
            case RequestDeclined declined -> {
                out.fixed(declined.id());
                out.fixed(declined.channelId().bytes());
                out.string(declined.reason());
            }
            case Letter letter -> {
                out.int32(letter.content().size());
                out.fixed(letter.content());
            }
        }
    }

    static PaymentNotes readNotes(PerunReader in) {
        PerunReader body = in.sized();
        return new PaymentNotes(
                new ChannelId(body.fixed(32)),
                body.int64(),
                body.list(
                        Received.count(body.uint16(), 0, Extension.MAX_NOTES, "payment notes"),
                        MIN_NOTE,
                        ExtensionCodec::readNote));
    }

    static PaymentRequest readRequest(PerunReader in) {
        PerunReader body = in.sized();
        return new PaymentRequest(
                body.fixed(Extension.ID_SIZE),
                new ChannelId(body.fixed(32)),
                AllocationCodec.readAsset(body),
                body.bigInteger(),
                body.string(),
                body.int64());
    }

    static RequestDeclined readDeclined(PerunReader in) {
        PerunReader body = in.sized();
        return new RequestDeclined(body.fixed(Extension.ID_SIZE), new ChannelId(body.fixed(32)), body.string());
    }

    static Letter readLetter(PerunReader in) {
        PerunReader body = in.sized();
        return new Letter(body.fixed(Received.count(body.int32(), 1, Extension.MAX_LETTER, "length of a letter")));
    }

    private static void writeNote(PerunWriter out, Note note) {
        out.fixed(note.id());
        out.uint16(note.asset());
        out.bigInteger(note.amount());
        out.string(note.memo());
        out.object(note.request());
    }

    private static Note readNote(PerunReader in) {
        return new Note(in.fixed(Extension.ID_SIZE), in.uint16(), in.bigInteger(), in.string(), in.object());
    }
}
