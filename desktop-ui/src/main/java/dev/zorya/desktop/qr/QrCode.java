package dev.zorya.desktop.qr;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.Binarizer;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.EncodeHintType;
import com.google.zxing.LuminanceSource;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.common.GlobalHistogramBinarizer;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;

/** Draws and reads QR codes. */
public final class QrCode {
    /** A longer link makes a code that a telephone cannot read from a screen (UI.md 8). */
    public static final int MOST_BYTES = 1_200;

    private static final int QUIET_MODULES = 4;
    /** Pixels for a module: enough to be scaled to any size and stay sharp. */
    private static final int MODULE = 4;

    private static final int DARK = 0xFF000000;
    private static final int LIGHT = 0xFFFFFFFF;

    private QrCode() {}

    /** The code of a text, always dark on white with its quiet zone; empty if the text is too long for one. */
    public static Optional<Image> of(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES ? Optional.empty() : Optional.of(draw(text));
    }

    private static Image draw(String text) {
        try {
            BitMatrix modules = new QRCodeWriter()
                    .encode(
                            text,
                            BarcodeFormat.QR_CODE,
                            0,
                            0,
                            Map.of(
                                    EncodeHintType.MARGIN,
                                    QUIET_MODULES,
                                    EncodeHintType.ERROR_CORRECTION,
                                    ErrorCorrectionLevel.L));
            return paint(modules);
        } catch (WriterException e) {
            throw new IllegalArgumentException("a text of so few bytes always has a code", e);
        }
    }

    private static Image paint(BitMatrix modules) {
        int width = modules.getWidth() * MODULE;
        int height = modules.getHeight() * MODULE;
        int[] pixels = new int[width * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                pixels[y * width + x] = modules.get(x / MODULE, y / MODULE) ? DARK : LIGHT;
            }
        }
        WritableImage image = new WritableImage(width, height);
        image.getPixelWriter().setPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        return image;
    }

    /** The text of the code in a picture, or empty if there is none that can be read. Takes a moment. */
    public static Optional<String> read(Image picture) {
        int width = (int) picture.getWidth();
        int height = (int) picture.getHeight();
        if (width == 0 || height == 0 || picture.getPixelReader() == null) {
            return Optional.empty();
        }
        int[] pixels = new int[width * height];
        picture.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = onWhite(pixels[i]);
        }
        LuminanceSource light = new RGBLuminanceSource(width, height, pixels);
        return List.of(
                        new HybridBinarizer(light),
                        new GlobalHistogramBinarizer(light),
                        new HybridBinarizer(light.invert()))
                .stream()
                .map(QrCode::decode)
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** What is transparent is drawn on white in most programs. */
    private static int onWhite(int argb) {
        return argb >>> 24 < 128 ? LIGHT : argb;
    }

    private static Optional<String> decode(Binarizer binarizer) {
        try {
            return Optional.of(new QRCodeReader()
                    .decode(new BinaryBitmap(binarizer), Map.of(DecodeHintType.TRY_HARDER, true))
                    .getText());
        } catch (NotFoundException none) {
            return Optional.empty();
        } catch (ReaderException damaged) {
            return Optional.empty();
        }
    }
}
