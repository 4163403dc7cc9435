package dev.zorya.node.peer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.zorya.channel.value.MalformedException;
import dev.zorya.net.Security;
import dev.zorya.net.TlsKey;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyFilesTest {
    @TempDir
    Path folder;

    private static KeyFiles files(String... flags) throws UsageException {
        return KeyFiles.of(FlagValues.parse(List.of(flags)));
    }

    @Test
    void whatIsMadeIsKept() throws Exception {
        assertEquals(files().wire(folder).address("alice"), files().wire(folder).address("alice"));
        assertEquals(
                files().tls(folder).key().fingerprint(),
                files().tls(folder).key().fingerprint());
        Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
        assertNotEquals(
                files().wire(folder).address("alice"), files().wire(elsewhere).address("alice"));
        assertEquals(
                files().wire(folder).address("alice"),
                files("-wirekey", folder.resolve("wire.pem").toString())
                        .wire(elsewhere)
                        .address("alice"));
    }

    @Test
    void anAuthorityComesFromItsFile() throws Exception {
        Path file = Files.writeString(folder.resolve("ca.pem"), pem(TlsKey.create()) + pem(TlsKey.create()));
        Security.Tls security = files("-tls-ca", file.toString()).tls(folder);
        assertEquals(2, security.authorities().size());
        assertEquals(List.of(), files().tls(folder).authorities());
    }

    private static String pem(TlsKey key) {
        String base64 = Base64.getMimeEncoder(64, new byte[] {'\n'})
                .encodeToString(key.certificate().toArray());
        return "-----BEGIN CERTIFICATE-----\n" + base64 + "\n-----END CERTIFICATE-----\n";
    }

    @Test
    void filesOfAnotherKindAreRefused() throws Exception {
        Path file = Files.writeString(folder.resolve("words"), "words");
        String name = file.toString();
        assertThrows(MalformedException.class, () -> files("-wirekey", name).wire(folder));
        assertThrows(
                MalformedException.class,
                () -> files("-tls-cert", name, "-tls-key", name).tls(folder));
        assertThrows(MalformedException.class, () -> files("-tls-ca", name).tls(folder));
        assertFalse(Files.exists(folder.resolve("wire.pem")));
    }
}
