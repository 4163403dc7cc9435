package dev.zorya.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.zorya.channel.value.Bytes;
import org.junit.jupiter.api.Test;
import org.web3j.crypto.StructuredDataEncoder;

class EthBindingTest {
    @Test
    void isTheTypedDataHashOfEip712() throws Exception {
        CardClaims card = Cards.alice(3);
        String typedData = """
            {"types": {
               "EIP712Domain": [{"name": "name", "type": "string"}, {"name": "version", "type": "string"},
                                {"name": "chainId", "type": "uint256"}],
               "PerunContactCard": [{"name": "id", "type": "string"}, {"name": "perunAddress", "type": "address"},
                                {"name": "endpoint", "type": "string"}, {"name": "tlsSpkiSha256", "type": "bytes32"},
                                {"name": "wireAddress", "type": "bytes"}, {"name": "seq", "type": "uint64"},
                                {"name": "expirationDate", "type": "uint64"}]},
             "primaryType": "PerunContactCard",
             "domain": {"name": "PerunContactCard", "version": "1", "chainId": 31337},
             "message": {"id": "%s", "perunAddress": "0x%s", "endpoint": "tls://127.0.0.1:5750",
                         "tlsSpkiSha256": "0x%s", "wireAddress": "0x%s", "seq": 3, "expirationDate": %d}}
            """.formatted(
                        card.did(),
                        card.perunAddress(),
                        card.tlsSpkiSha256(),
                        card.wireAddress(),
                        card.expires().getEpochSecond());
        assertEquals(Bytes.of(new StructuredDataEncoder(typedData).hashStructuredData()), EthBinding.digest(card));
    }
}
