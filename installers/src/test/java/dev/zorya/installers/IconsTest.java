package dev.zorya.installers;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IconsTest {
    @TempDir
    Path folder;

    @Test
    void everySizeIsDrawn() throws IOException {
        Path source = Path.of("..").toAbsolutePath().normalize();
        Places places = new Places(source, folder, folder);
        Icons.make(places, Platform.of("Linux", "amd64"));
        for (int size : Icons.SIZES) {
            var picture = ImageIO.read(folder.resolve("icons/" + size + ".png").toFile());
            assertEquals(size, picture.getWidth());
            assertEquals(size, picture.getHeight());
        }
        Path ico = Icons.make(places, Platform.of("Windows 11", "amd64"));
        assertEquals(
                7,
                ByteBuffer.wrap(Files.readAllBytes(ico))
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .getShort(4));
    }

    @Test
    void aWindowsIconLeadsToItsPictures() {
        SequencedMap<Integer, byte[]> pictures = new LinkedHashMap<>();
        pictures.put(16, new byte[] {1, 2, 3});
        pictures.put(256, new byte[] {4, 5});
        pictures.put(512, new byte[] {6});
        ByteBuffer ico = ByteBuffer.wrap(Icons.ico(pictures)).order(ByteOrder.LITTLE_ENDIAN);
        assertEquals(2, ico.getShort(4), "512 does not fit into the format");
        assertEquals(16, ico.get(6));
        assertEquals(0, ico.get(22), "256");
        for (int entry = 0; entry < 2; entry++) {
            int length = ico.getInt(6 + 16 * entry + 8);
            int at = ico.getInt(6 + 16 * entry + 12);
            assertArrayEquals(pictures.get(entry == 0 ? 16 : 256), Arrays.copyOfRange(ico.array(), at, at + length));
        }
    }

    @Test
    void anAppleIconSaysItsLength() throws IOException {
        SequencedMap<Integer, byte[]> pictures = new LinkedHashMap<>();
        pictures.put(24, new byte[] {9});
        pictures.put(512, new byte[] {1, 2, 3});
        byte[] icns = Icons.icns(pictures);
        ByteBuffer read = ByteBuffer.wrap(icns);
        byte[] magic = new byte[4];
        read.get(magic);
        assertEquals("icns", new String(magic, StandardCharsets.US_ASCII));
        assertEquals(icns.length, read.getInt());
        read.get(magic);
        assertEquals("ic09", new String(magic, StandardCharsets.US_ASCII), "24 has no name there");
        assertEquals(11, read.getInt());
        assertEquals(3, new ByteArrayInputStream(icns, 16, 3).available());
    }
}
