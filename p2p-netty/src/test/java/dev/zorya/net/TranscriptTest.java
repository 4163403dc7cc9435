package dev.zorya.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zorya.channel.codec.Codec;
import dev.zorya.channel.codec.Decoding;
import dev.zorya.channel.message.Message;
import dev.zorya.channel.value.Bytes;
import dev.zorya.channel.vectors.Parties;
import dev.zorya.channel.vectors.Parties.Party;
import dev.zorya.channel.vectors.Vectors;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;

/**
 * The recorded runs of real go-perun clients (transcripts.json, both serializers), once with our bus in the place of each
 * party and in each role. Every frame passes a real socket and is the same byte for byte in both directions.
 */
class TranscriptTest {
    private static final int FRAMES = 66 + 18;

    private static Codec codec(String scenario) {
        return scenario.endsWith("/protobuf") ? Wallet.PROTOBUF : Wallet.CODEC;
    }

    /** Who said what to whom, in the order in which it was recorded. */
    private record Frame(String from, String to, Bytes bytes) {}

    private static List<Frame> frames(JsonNode scenario) {
        List<Frame> frames = new ArrayList<>();
        for (JsonNode step : scenario) {
            JsonNode wire = step.get("wire");
            if (wire == null) {
                continue;
            }
            for (JsonNode direction : wire) {
                String[] ends = Vectors.text(direction, "direction").split(">", 2);
                for (JsonNode frame : direction.required("frames")) {
                    frames.add(new Frame(ends[0], ends[1], Vectors.bytes(frame, "frame")));
                }
            }
        }
        return frames;
    }

    @TestFactory
    Stream<DynamicTest> transcripts() {
        List<DynamicTest> tests = new ArrayList<>();
        for (var scenario : Vectors.load("transcripts").properties()) {
            Codec codec = codec(scenario.getKey());
            List<Frame> frames = frames(scenario.getValue());
            Set<String> directions = new LinkedHashSet<>();
            frames.forEach(frame -> directions.add(frame.from() + ">" + frame.to()));
            for (String direction : directions) {
                String[] ends = direction.split(">", 2);
                String name = scenario.getKey() + ": " + ends[0] + " is ours, with " + ends[1];
                tests.add(DynamicTest.dynamicTest(name + ", listens", () -> listens(codec, ends[0], ends[1], frames)));
                tests.add(DynamicTest.dynamicTest(name + ", dials", () -> dials(codec, ends[0], ends[1], frames)));
            }
        }
        return tests.stream();
    }

    @Test
    void allFramesAreThere() {
        int count = 0;
        for (var scenario : Vectors.load("transcripts").properties()) {
            count += frames(scenario.getValue()).size();
        }
        assertEquals(FRAMES, count);
    }

    private static void listens(Codec codec, String ours, String theirs, List<Frame> frames) throws Exception {
        try (Wallet wallet = Wallet.plain(ours, config -> config.with(codec));
                RawPeer peer = RawPeer.plain(wallet.endpoint()).speaking(codec)) {
            peer.write(first(theirs, ours, frames).toArray());
            assertEquals(first(ours, theirs, frames), Bytes.of(peer.readFrame()));
            replay(codec, wallet, peer, ours, theirs, frames);
        }
    }

    private static void dials(Codec codec, String ours, String theirs, List<Frame> frames) throws Exception {
        Party them = Parties.party(theirs);
        try (Wallet wallet = Wallet.plain(ours, config -> config.with(codec));
                RawListener listener = new RawListener()) {
            wallet.contacts.put(them.identity(), new KnownPeer(listener.endpoint(), null, false));
            CompletionStage<Void> connected = wallet.bus.connect(them.identity());
            try (RawPeer peer = listener.accept().speaking(codec)) {
                assertEquals(first(ours, theirs, frames), Bytes.of(peer.readFrame()));
                peer.write(first(theirs, ours, frames).toArray());
                connected.toCompletableFuture().get(5, TimeUnit.SECONDS);
                replay(codec, wallet, peer, ours, theirs, frames);
            }
        }
    }

    /** The proof that opened the connection in the recording. */
    private static Bytes first(String from, String to, List<Frame> frames) {
        return frames.stream()
                .filter(frame -> frame.from().equals(from) && frame.to().equals(to))
                .findFirst()
                .orElseThrow()
                .bytes();
    }

    private static void replay(Codec codec, Wallet wallet, RawPeer peer, String ours, String theirs, List<Frame> frames)
            throws Exception {
        Set<String> greeted = new LinkedHashSet<>();
        int replayed = 0;
        for (Frame frame : frames) {
            boolean out = frame.from().equals(ours) && frame.to().equals(theirs);
            boolean in = frame.from().equals(theirs) && frame.to().equals(ours);
            if ((!out && !in) || greeted.add(frame.from())) {
                continue;
            }
            if (out) {
                wallet.send(Parties.party(theirs).identity(), message(codec, frame.bytes()));
                assertEquals(frame.bytes(), Bytes.of(peer.readFrame()));
            } else {
                peer.write(frame.bytes().toArray());
                assertEquals(frame.bytes(), Bytes.of(codec.encode(wallet.inbox.next())));
            }
            replayed++;
        }
        assertTrue(replayed > 0);
        wallet.inbox.expectNothing(0);
    }

    private static Message message(Codec codec, Bytes frame) {
        return codec.decode(ByteBuffer.wrap(frame.toArray()), frame.size()) instanceof Decoding.Complete complete
                ? complete.envelope().message()
                : Wallet.message(-1);
    }
}
