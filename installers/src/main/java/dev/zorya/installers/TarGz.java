package dev.zorya.installers;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

/** A tar archive (POSIX ustar) of which the bytes depend on the files alone: sorted, one time, no owner, two kinds of rights. */
final class TarGz {
    private static final int BLOCK = 512;
    private static final int NAME = 100;
    private static final int PREFIX = 155;

    private TarGz() {}

    /** @param top the folder's name in the archive */
    static void write(Path folder, String top, Path archive, Instant epoch) throws IOException {
        List<Path> all;
        try (Stream<Path> files = Files.walk(folder)) {
            all = files.sorted().toList();
        }
        try (OutputStream file = new BufferedOutputStream(Files.newOutputStream(archive));
                GZIPOutputStream out = new GZIPOutputStream(file, 1 << 16)) {
            for (Path each : all) {
                String inside = folder.relativize(each).toString().replace('\\', '/');
                entry(out, each, inside.isEmpty() ? top : top + "/" + inside, epoch);
            }
            out.write(new byte[2 * BLOCK]);
        }
    }

    private static void entry(OutputStream out, Path file, String name, Instant epoch) throws IOException {
        if (Files.isSymbolicLink(file)) {
            out.write(header(name, '2', 0, 0777, Files.readSymbolicLink(file).toString(), epoch));
        } else if (Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
            out.write(header(name + "/", '5', 0, 0755, "", epoch));
        } else {
            long size = Files.size(file);
            out.write(header(name, '0', size, Files.isExecutable(file) ? 0755 : 0644, "", epoch));
            Files.copy(file, out);
            out.write(new byte[(int) ((BLOCK - size % BLOCK) % BLOCK)]);
        }
    }

    private static byte[] header(String name, char kind, long size, int rights, String link, Instant epoch)
            throws IOException {
        byte[] block = new byte[BLOCK];
        int cut = split(name);
        put(block, 0, NAME, name.substring(cut == 0 ? 0 : cut + 1));
        octal(block, 100, 8, rights);
        octal(block, 108, 8, 0);
        octal(block, 116, 8, 0);
        octal(block, 124, 12, size);
        octal(block, 136, 12, epoch.getEpochSecond());
        Arrays.fill(block, 148, 156, (byte) ' ');
        block[156] = (byte) kind;
        put(block, 157, NAME, link);
        put(block, 257, 8, "ustar\u000000");
        put(block, 265, 32, "root");
        put(block, 297, 32, "root");
        put(block, 345, PREFIX, name.substring(0, cut));
        int sum = 0;
        for (byte each : block) {
            sum += each & 0xff;
        }
        octal(block, 148, 7, sum);
        return block;
    }

    /** Where a name that is too long for its field is cut: at a slash, so that both parts fit. */
    private static int split(String name) throws IOException {
        if (name.getBytes(StandardCharsets.UTF_8).length <= NAME) {
            return 0;
        }
        int cut = name.lastIndexOf('/', PREFIX);
        if (cut <= 0 || name.length() - cut - 1 > NAME) {
            throw new IOException("This name is too long for the archive: " + name);
        }
        return cut;
    }

    private static void put(byte[] block, int at, int room, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (bytes.length > room) {
            throw new IOException("This name is too long for the archive: " + text);
        }
        System.arraycopy(bytes, 0, block, at, bytes.length);
    }

    private static void octal(byte[] block, int at, int room, long number) throws IOException {
        put(block, at, room, String.format("%0" + (room - 1) + "o", number));
    }
}
