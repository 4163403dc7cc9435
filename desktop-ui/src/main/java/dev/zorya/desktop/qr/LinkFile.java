package dev.zorya.desktop.qr;

import dev.zorya.desktop.text.Text;
import dev.zorya.wallet.api.WalletException;
import dev.zorya.wallet.api.WalletProblem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javafx.scene.image.Image;

/** A link in a file: as text, or as a QR code in a picture. Both methods block. */
public final class LinkFile {
    private static final List<String> PICTURES = List.of(".png", ".jpg", ".jpeg", ".gif", ".bmp");
    private static final long MOST_TEXT = 64 * 1024;
    private static final long MOST_PICTURE = 20 * 1024 * 1024;

    private LinkFile() {}

    /** The link that a file holds. */
    public static String read(Path file) throws WalletException {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        boolean picture = PICTURES.stream().anyMatch(name::endsWith);
        try {
            if (Files.size(file) > (picture ? MOST_PICTURE : MOST_TEXT)) {
                throw new WalletException(tooLarge(file));
            }
            byte[] content = Files.readAllBytes(file);
            return picture ? picture(new Image(new ByteArrayInputStream(content))) : text(content);
        } catch (IOException e) {
            throw new WalletException(unreadable(file, e), e);
        }
    }

    /** The link in a picture. */
    public static String picture(Image image) throws WalletException {
        return QrCode.read(image).orElseThrow(() -> new WalletException(noCode()));
    }

    /** Writes a link to a file. */
    public static void write(Path file, String link) throws WalletException {
        try {
            Files.writeString(file, link + "\n");
        } catch (IOException e) {
            throw new WalletException(
                    new WalletProblem(
                            WalletProblem.Code.FILE_NOT_WRITTEN,
                            Text.of("file.not-written", file.toString()),
                            Text.of("file.not-written.meaning"),
                            Text.of("file.not-written.next"),
                            e.toString()),
                    e);
        }
    }

    private static String text(byte[] content) {
        return new String(content, StandardCharsets.UTF_8).strip();
    }

    private static WalletProblem noCode() {
        return problem(Text.of("qr.none"), Text.of("qr.none.next"), "");
    }

    private static WalletProblem tooLarge(Path file) {
        return problem(Text.of("file.too-large", file.getFileName().toString()), Text.of("file.too-large.next"), "");
    }

    private static WalletProblem unreadable(Path file, IOException cause) {
        return problem(
                Text.of("file.unreadable", file.getFileName().toString()),
                Text.of("file.unreadable.next"),
                cause.toString());
    }

    private static WalletProblem problem(String what, String next, String details) {
        return new WalletProblem(
                WalletProblem.Code.CONTACT_TEXT_DAMAGED, what, Text.of("file.nothing-changed"), next, details);
    }
}
