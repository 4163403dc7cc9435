package dev.zorya.net;

import java.io.IOException;
import java.io.StringWriter;
import java.math.BigInteger;
import java.security.KeyPair;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.openssl.jcajce.JcaPKCS8Generator;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Keys and certificates in the text form of other tools. */
final class Pem {
    private Pem() {}

    static String pkcs8(KeyPair pair) throws Exception {
        return text(new JcaPKCS8Generator(pair.getPrivate(), null));
    }

    /** BEGIN RSA PRIVATE KEY. */
    static String traditional(KeyPair pair) throws IOException {
        return text(pair.getPrivate());
    }

    /** Of 127.0.0.1, by itself. */
    static String certificate(KeyPair pair) throws Exception {
        return certificate(pair, pair, "127.0.0.1", false);
    }

    /** Of an IP address, by an authority; or of an authority. */
    static String certificate(KeyPair pair, KeyPair issuer, String host, boolean authority) throws Exception {
        Instant now = Instant.now();
        var builder = new JcaX509v3CertificateBuilder(
                new X500Name(pair.equals(issuer) ? "CN=" + host : "CN=authority"),
                BigInteger.valueOf(now.toEpochMilli()),
                Date.from(now.minusSeconds(60)),
                Date.from(now.plusSeconds(3600)),
                new X500Name(authority ? "CN=authority" : "CN=" + host),
                pair.getPublic());
        builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(authority));
        builder.addExtension(
                Extension.subjectAlternativeName,
                false,
                new GeneralNames(new GeneralName(GeneralName.iPAddress, host)));
        String algorithm = issuer.getPrivate().getAlgorithm().equals("RSA") ? "SHA256withRSA" : "SHA256withECDSA";
        return text(builder.build(new JcaContentSignerBuilder(algorithm).build(issuer.getPrivate())));
    }

    private static String text(Object part) throws IOException {
        StringWriter text = new StringWriter();
        try (JcaPEMWriter writer = new JcaPEMWriter(text)) {
            writer.writeObject(part);
        }
        return text.toString();
    }
}
