package dev.zorya.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DidKeyTest {
    /** From the did:key specification: the key of the seed of 32 zero bytes. */
    private static final String ZERO_SEED = "did:key:z6MkiTBz1ymuepAQ4HEHYSF1H8quG5GLVVQR3djdX3mDooWp";

    @Test
    void seedGivesTheDidOfTheSpecification() {
        assertEquals(ZERO_SEED, EmbeddedIdentity.of(new byte[32]).did());
    }

    @Test
    void comesBack() {
        DidKey did = DidKey.parse(ZERO_SEED).orElseThrow();
        assertEquals(ZERO_SEED, did.did());
        assertEquals(ZERO_SEED + "#" + ZERO_SEED.substring("did:key:".length()), did.keyId());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "did:key:",
                "did:key:z",
                "did:web:example.org",
                "DID:KEY:z6MkiTBz1ymuepAQ4HEHYSF1H8quG5GLVVQR3djdX3mDooWp",
                "did:key:m6MkiTBz1ymuepAQ4HEHYSF1H8quG5GLVVQR3djdX3mDooWp",
                "did:key:z6MkiTBz1ymuepAQ4HEHYSF1H8quG5GLVVQR3djdX3mDooW",
                "did:key:z6MkiTBz1ymuepAQ4HEHYSF1H8quG5GLVVQR3djdX3mDooWpp",
                "did:key:z16MkiTBz1ymuepAQ4HEHYSF1H8quG5GLVVQR3djdX3mDooWp",
                // a P-256 key of the specification
                "did:key:zDnaerDaTF5BXEavCrfRZEk316dpbLsfPDZ3WJ5hRTPFU2169",
                // a secp256k1 key of the specification
                "did:key:zQ3shokFTS3brHcDQrn82RUDfCZESWL1ZdCEJwekUDPQiYBme"
            })
    void othersAreNothing(String did) {
        assertTrue(DidKey.parse(did).isEmpty());
    }
}
