package dev.zorya.identity.credential;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zorya.identity.Claims;
import dev.zorya.identity.EmbeddedIdentity;
import dev.zorya.identity.credential.CredentialRefused.Reason;
import dev.zorya.identity.credential.Presentation.Demand;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PresentationTest {
    private static final Instant NOW = Instant.parse("2026-11-23T10:15:30Z");
    private static final EmbeddedIdentity BANK = identity(1);
    private static final EmbeddedIdentity BOB = identity(2);
    private static final EmbeddedIdentity MALLORY = identity(3);
    private static final EmbeddedIdentity ALICE = identity(4);
    private static final String VOUCHER = Credential.VOUCHER;
    private static final Demand DEMAND = new Demand(BOB.did(), ALICE.did(), "c1", VOUCHER, BANK.did());

    private static EmbeddedIdentity identity(int seed) {
        byte[] bytes = new byte[32];
        Arrays.fill(bytes, (byte) seed);
        return EmbeddedIdentity.of(bytes);
    }

    private static SignedCredential voucher(
            EmbeddedIdentity issuer, EmbeddedIdentity subject, String type, Instant issued, Duration life)
            throws Exception {
        return SignedCredential.sign(
                new Credential(
                        "urn:uuid:1", type, issuer.did(), subject.did(), "pays in time", issued, issued.plus(life)),
                issuer);
    }

    private static SignedCredential good() throws Exception {
        return voucher(BANK, BOB, VOUCHER, NOW, Duration.ofDays(30));
    }

    private static String shown(SignedCredential credential) throws Exception {
        return Presentation.sign(credential, ALICE.did(), "c1", BOB, NOW);
    }

    @Test
    void whatItsSubjectShowsCounts() throws Exception {
        SignedCredential credential = good();
        assertEquals(credential, SignedCredential.read(credential.text()));
        assertEquals(credential, Presentation.read(shown(credential), DEMAND, NOW));
        Demand anybody = new Demand(BOB.did(), ALICE.did(), "c1", VOUCHER, "");
        assertEquals(credential, Presentation.read(shown(credential), anybody, NOW));
        assertEquals(credential, Presentation.read(shown(credential), DEMAND, NOW.plus(Duration.ofDays(29))));
    }

    static Stream<Arguments> refusals() throws Exception {
        SignedCredential good = good();
        return Stream.of(
                // the stolen card of ARIES.md 3: good credential, wrong hands
                Arguments.of(Reason.OTHER_HOLDER, Presentation.sign(good, ALICE.did(), "c1", MALLORY, NOW)),
                Arguments.of(Reason.OTHER_AUDIENCE, Presentation.sign(good, MALLORY.did(), "c1", BOB, NOW)),
                Arguments.of(Reason.OTHER_CHALLENGE, Presentation.sign(good, ALICE.did(), "c0", BOB, NOW)),
                Arguments.of(Reason.OTHER_HOLDER, shown(voucher(BANK, MALLORY, VOUCHER, NOW, Duration.ofDays(1)))),
                Arguments.of(Reason.OTHER_ISSUER, shown(voucher(MALLORY, BOB, VOUCHER, NOW, Duration.ofDays(1)))),
                Arguments.of(Reason.OTHER_ISSUER, shown(voucher(BOB, BOB, VOUCHER, NOW, Duration.ofDays(1)))),
                Arguments.of(Reason.OTHER_TYPE, shown(voucher(BANK, BOB, "Other", NOW, Duration.ofDays(1)))),
                Arguments.of(Reason.OTHER_TYPE, shown(voucher(BANK, BOB, "perunPeerVoucher", NOW, Duration.ofDays(1)))),
                Arguments.of(
                        Reason.EXPIRED,
                        shown(voucher(BANK, BOB, VOUCHER, NOW.minus(Duration.ofDays(1)), Duration.ofDays(1)))),
                Arguments.of(
                        Reason.NOT_YET_VALID,
                        shown(voucher(BANK, BOB, VOUCHER, NOW.plusSeconds(601), Duration.ofDays(1)))),
                Arguments.of(Reason.DAMAGED, shown(voucher(BANK, BOB, VOUCHER, NOW, Duration.ofDays(732)))),
                Arguments.of(Reason.DAMAGED, good.text()),
                Arguments.of(Reason.DAMAGED, ""),
                Arguments.of(Reason.DAMAGED, "A".repeat(1_000_000)),
                Arguments.of(
                        Reason.DAMAGED,
                        shown(new SignedCredential(
                                good.credential(), good.text().replace('A', 'B')))));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    @Tag("threat-54")
    @Tag("threat-55")
    void nothingElseCounts(Reason reason, String text) {
        assertEquals(
                reason,
                assertThrows(CredentialRefused.class, () -> Presentation.read(text, DEMAND, NOW))
                        .reason());
    }

    /** The issuer moved to another key: what the new one is asked for, the old one's credential is not. */
    @Test
    @Tag("threat-55")
    void anotherKeyIsAnotherIssuer() throws Exception {
        Demand rotated =
                new Demand(BOB.did(), ALICE.did(), "c1", VOUCHER, identity(9).did());
        String text = shown(good());
        assertEquals(
                Reason.OTHER_ISSUER,
                assertThrows(CredentialRefused.class, () -> Presentation.read(text, rotated, NOW))
                        .reason());
    }

    /** Everything is one field or one letter away from a credential that counts. */
    @Test
    @Tag("threat-56")
    void readingIsStrict() throws Exception {
        String good = "'iss':'" + BANK.did() + "','sub':'" + BOB.did()
                + "','jti':'1','iat':1700000000,'exp':1700000001,'type':'T','statement':'x'";
        SignedCredential.read(signed(good));
        for (String change : new String[] {
            "'jti':'1' => 'jti':''",
            "'jti':'1' => 'jti':'a b'",
            "'jti':'1', => ",
            "'iat':1700000000 => 'iat':-1",
            "'iat':1700000000 => 'iat':1e9",
            "'exp':1700000001 => 'exp':999999999999999",
            "'type':'T' => 'type':'T T'",
            "'type':'T' => 'type':['T']",
            "'statement':'x' => 'statement':'x','more':'y'",
            "'statement':'x' => 'statement':'x','statement':'x'",
            "'statement':'x' => 'statement':'a\\u202eb'",
            "'statement':'x' => 'statement':' x'",
            "'statement':'x' => 'statement':'" + "x".repeat(201) + "'",
            BANK.did() + " => " + MALLORY.did()
        }) {
            String[] parts = change.split(" => ", -1);
            String text = signed(good.replace(parts[0], parts[1]));
            assertEquals(
                    Reason.DAMAGED,
                    assertThrows(CredentialRefused.class, () -> SignedCredential.read(text), change)
                            .reason());
        }
    }

    private static String signed(String fields) throws Exception {
        return BANK.sign("perun-credential+jwt", "{" + fields.replace('\'', '"') + "}");
    }

    @Test
    void typesOfTextsAreNotMixedUp() throws Exception {
        String claims = Claims.write(json -> json.writeStringProperty("iss", BANK.did()));
        assertThrows(CredentialRefused.class, () -> SignedCredential.read(BANK.sign("perun-contact-card+jwt", claims)));
    }

    @Test
    @Tag("threat-63")
    void statementsAreCleanedBeforeTheyAreSigned() throws Exception {
        SignedCredential made = SignedCredential.sign(
                new Credential("1", VOUCHER, BANK.did(), BOB.did(), "good\u202e\n\u0007  man ".repeat(40), NOW, NOW),
                BANK);
        String statement = SignedCredential.read(made.text()).credential().statement();
        assertEquals(made.credential().statement(), statement);
        assertFalse(statement.matches(".*[\\p{Cntrl}\u202e].*"), statement);
        assertTrue(statement.startsWith("good man good") && statement.length() <= 200, statement);
    }
}
