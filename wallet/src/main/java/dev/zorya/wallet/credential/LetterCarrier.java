package dev.zorya.wallet.credential;

import dev.zorya.wallet.mail.Mail;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Notes as letters from wallet to wallet; works with every identity. */
public final class LetterCarrier implements CredentialCarrier {
    private static final Logger LOG = LoggerFactory.getLogger(LetterCarrier.class);

    private final Mail mail;

    public LetterCarrier(Mail mail) {
        this.mail = mail;
    }

    @Override
    public CompletionStage<Void> send(String did, Note note) {
        return mail.send(did, NoteJson.kind(note), NoteJson.body(note));
    }

    @Override
    public void deliverTo(Receiver receiver) {
        mail.on(NoteJson.PREFIX, (did, kind, body) -> {
            Optional<Note> note = NoteJson.read(kind, body);
            if (note.isPresent()) {
                receiver.received(did, note.get());
            } else {
                LOG.info("a letter of kind {} cannot be read and is ignored", kind);
            }
        });
    }
}
