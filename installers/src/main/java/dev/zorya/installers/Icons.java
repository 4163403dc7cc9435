package dev.zorya.installers;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import javax.imageio.ImageIO;

/** The mark in all sizes, drawn from the one of 512 pixels; the smallest two are drawings of their own. */
final class Icons {
    static final int[] SIZES = {16, 24, 32, 48, 64, 128, 256, 512};
    private static final Map<Integer, String> DRAWN = Map.of(16, "mark-16.png", 32, "mark-32.png", 512, "tile-512.png");

    /** The entries of Apple's format for pictures as PNG: kind and size. */
    private static final Map<Integer, String> APPLE =
            Map.of(16, "icp4", 32, "icp5", 64, "icp6", 128, "ic07", 256, "ic08", 512, "ic09");

    /** The largest that a Windows icon can say. */
    private static final int WINDOWS_MOST = 256;

    private static final int ICO_HEADER = 6;
    private static final int ICO_ENTRY = 16;

    private Icons() {}

    /** Writes all sizes below {@code work/icons} and returns the file that jpackage wants on this system. */
    static Path make(Places places, Platform platform) throws IOException {
        Path folder = Files.createDirectories(places.work().resolve("icons"));
        SequencedMap<Integer, byte[]> pictures = new LinkedHashMap<>();
        for (int size : SIZES) {
            byte[] png = png(places.resources().resolve("icons"), size);
            pictures.put(size, png);
            Files.write(folder.resolve(size + ".png"), png);
        }
        return switch (platform.os()) {
            case LINUX -> folder.resolve("512.png");
            case WINDOWS -> Files.write(folder.resolve("zorya.ico"), ico(pictures));
            case MAC -> Files.write(folder.resolve("zorya.icns"), icns(pictures));
        };
    }

    private static byte[] png(Path drawings, int size) throws IOException {
        String drawn = DRAWN.get(size);
        if (drawn != null) {
            return Files.readAllBytes(drawings.resolve(drawn));
        }
        BufferedImage picture = ImageIO.read(drawings.resolve("tile-512.png").toFile());
        // halving keeps thin lines; one big step would lose them
        while (picture.getWidth() / 2 >= size) {
            picture = scaled(picture, picture.getWidth() / 2);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(picture.getWidth() == size ? picture : scaled(picture, size), "png", out);
        return out.toByteArray();
    }

    private static BufferedImage scaled(BufferedImage picture, int size) {
        BufferedImage smaller = new BufferedImage(size, size, BufferedImage.TYPE_INT_ARGB);
        Graphics2D graphics = smaller.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        graphics.drawImage(picture, 0, 0, size, size, null);
        graphics.dispose();
        return smaller;
    }

    /** Header, one entry a picture, the pictures: PNG is allowed since Windows Vista. */
    static byte[] ico(SequencedMap<Integer, byte[]> pictures) {
        SequencedMap<Integer, byte[]> small = new LinkedHashMap<>(pictures);
        small.keySet().removeIf(size -> size > WINDOWS_MOST);
        int offset = ICO_HEADER + ICO_ENTRY * small.size();
        int length =
                offset + small.values().stream().mapToInt(png -> png.length).sum();
        ByteBuffer out = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        out.putShort((short) 0).putShort((short) 1).putShort((short) small.size());
        for (Map.Entry<Integer, byte[]> each : small.entrySet()) {
            // 256 is written as 0
            byte size = (byte) (int) each.getKey();
            out.put(size).put(size).put((byte) 0).put((byte) 0);
            out.putShort((short) 1)
                    .putShort((short) 32)
                    .putInt(each.getValue().length)
                    .putInt(offset);
            offset += each.getValue().length;
        }
        small.values().forEach(out::put);
        return out.array();
    }

    /** Magic, whole length, then kind, length and picture for each. */
    static byte[] icns(SequencedMap<Integer, byte[]> pictures) {
        SequencedMap<Integer, byte[]> known = new LinkedHashMap<>(pictures);
        known.keySet().retainAll(APPLE.keySet());
        int length = 8 + known.values().stream().mapToInt(png -> 8 + png.length).sum();
        ByteBuffer out = ByteBuffer.allocate(length);
        out.put("icns".getBytes(StandardCharsets.US_ASCII)).putInt(length);
        known.forEach((size, png) -> out.put(APPLE.getOrDefault(size, "").getBytes(StandardCharsets.US_ASCII))
                .putInt(8 + png.length)
                .put(png));
        return out.array();
    }
}
