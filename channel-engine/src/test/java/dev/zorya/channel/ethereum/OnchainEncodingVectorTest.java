package dev.zorya.channel.ethereum;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zorya.channel.crypto.AddressText;
import dev.zorya.channel.value.Bytes;
import dev.zorya.channel.value.ChannelId;
import dev.zorya.channel.value.Params;
import dev.zorya.channel.value.Participant;
import dev.zorya.channel.value.Signature;
import dev.zorya.channel.value.State;
import dev.zorya.channel.vectors.OnchainVectors;
import dev.zorya.channel.vectors.Vectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;

/** Every row of onchain-encodings.json. */
class OnchainEncodingVectorTest {
    private final EthereumScheme scheme = new EthereumScheme();

    @TestFactory
    @Tag("threat-8")
    Stream<DynamicTest> params() {
        return Vectors.each(OnchainVectors.cases(), row -> {
            Params params = OnchainVectors.params(row);
            assertEquals(Vectors.bytes(row, "encodedParams"), EthereumEncoding.encode(params));
            ChannelId id = scheme.channelId(params);
            assertEquals(Vectors.bytes(row, "channelID"), id.bytes());
            assertEquals(OnchainVectors.state(row).id(), id);
        });
    }

    @TestFactory
    @Tag("threat-8")
    Stream<DynamicTest> states() {
        return Vectors.each(OnchainVectors.cases(), row -> {
            State state = OnchainVectors.state(row);
            assertEquals(Vectors.bytes(row, "encodedState"), EthereumEncoding.encode(state));
            assertEquals(Vectors.bytes(row, "stateHash"), EthereumEncoding.stateHash(state));
            assertEquals(Vectors.bytes(row, "signedDigest"), scheme.digest(state));
        });
    }

    @TestFactory
    Stream<DynamicTest> signatures() {
        return Vectors.each(OnchainVectors.cases(), row -> {
            Bytes digest = scheme.digest(OnchainVectors.state(row));
            for (JsonNode sig : row.required("signatures")) {
                Signature signature = new Signature(Vectors.bytes(sig, "signature"));
                assertEquals(
                        signature,
                        OnchainVectors.key(sig.required("key").intValue()).sign(digest));
                assertTrue(scheme.verify(digest, signature, Participant.ethereum(Vectors.bytes(sig, "address"))));
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> fundingIds() {
        return Vectors.each(OnchainVectors.cases(), row -> {
            ChannelId channel = new ChannelId(Vectors.bytes(row, "channelID"));
            for (JsonNode funding : row.required("fundingIDs")) {
                Bytes address = AddressText.parse(Vectors.text(funding, "address"));
                assertEquals(
                        OnchainVectors.key(funding.required("key").intValue()).address(), address);
                assertEquals(Vectors.bytes(funding, "fundingID"), EthereumEncoding.fundingId(channel, address));
            }
        });
    }

    @TestFactory
    @Tag("threat-40")
    Stream<DynamicTest> withdrawals() {
        return Vectors.each(OnchainVectors.withdrawalAuths(), row -> {
            WithdrawalAuth auth = OnchainVectors.auth(row);
            assertEquals(Vectors.bytes(row, "encoded"), EthereumEncoding.encode(auth));
            Bytes digest = EthereumEncoding.digest(auth);
            assertEquals(Vectors.bytes(row, "signedDigest"), digest);
            Signature signature =
                    OnchainVectors.key(row.required("key").intValue()).sign(digest);
            assertEquals(Vectors.bytes(row, "signature"), signature.bytes());
        });
    }

    @TestFactory
    Stream<DynamicTest> keys() {
        return Vectors.each(
                Vectors.load("onchain-encodings").required("keys"),
                row -> Vectors.text(row, "seed"),
                row -> assertEquals(
                        Vectors.text(row, "address"),
                        OnchainVectors.key(row.required("index").intValue()).toString()));
    }
}
