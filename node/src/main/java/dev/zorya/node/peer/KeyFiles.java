package dev.zorya.node.peer;

import dev.zorya.channel.value.MalformedException;
import dev.zorya.channel.wire.WireKey;
import dev.zorya.net.Security;
import dev.zorya.net.TlsKey;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.List;

/**
 * Where the keys of the network come from. What is not given is made once and kept in the store's folder, so that an identity
 * survives a restart.
 *
 * @param wireKey PEM file, or empty
 * @param tlsCertificate PEM file, or empty
 * @param tlsKey PEM file, or empty
 * @param tlsAuthority PEM file, or empty
 */
record KeyFiles(String wireKey, String tlsCertificate, String tlsKey, String tlsAuthority) {
    static KeyFiles of(FlagValues flags) throws UsageException {
        KeyFiles files = new KeyFiles(
                flags.text(Flag.WIRE_KEY),
                flags.text(Flag.TLS_CERT),
                flags.text(Flag.TLS_KEY),
                flags.text(Flag.TLS_CA));
        if (files.tlsCertificate.isEmpty() != files.tlsKey.isEmpty()) {
            throw new UsageException("The flags -tls-cert and -tls-key belong together.");
        }
        return files;
    }

    WireKey wire(Path folder) throws IOException {
        Path file = wireKey.isEmpty() ? folder.resolve("wire.pem") : Path.of(wireKey);
        if (!Files.exists(file)) {
            WireKey made = WireKey.generate(new SecureRandom());
            write(file, made.pem().getBytes(StandardCharsets.US_ASCII));
            return made;
        }
        return WireKey.fromPem(Files.readString(file));
    }

    Security.Tls tls(Path folder) throws IOException {
        return new Security.Tls(tlsKey.isEmpty() ? made(folder) : given(), authorities());
    }

    private List<X509Certificate> authorities() throws IOException {
        if (tlsAuthority.isEmpty()) {
            return List.of();
        }
        try (InputStream in = Files.newInputStream(Path.of(tlsAuthority))) {
            return CertificateFactory.getInstance("X.509").generateCertificates(in).stream()
                    .map(X509Certificate.class::cast)
                    .toList();
        } catch (CertificateException e) {
            throw new MalformedException("not certificates in PEM: " + tlsAuthority, e);
        }
    }

    private TlsKey given() throws IOException {
        return TlsKey.fromPem(Files.readString(Path.of(tlsCertificate)), Files.readString(Path.of(tlsKey)));
    }

    private static TlsKey made(Path folder) throws IOException {
        Path file = folder.resolve("tls.key");
        if (!Files.exists(file)) {
            TlsKey made = TlsKey.create();
            write(file, made.secret());
            return made;
        }
        return TlsKey.read(Files.readAllBytes(file));
    }

    /** For nobody else to read, from its first moment on. */
    private static void write(Path file, byte[] secret) throws IOException {
        boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
        FileAttribute<?>[] rights = posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
        Files.createFile(file, rights);
        Files.write(file, secret);
    }
}
