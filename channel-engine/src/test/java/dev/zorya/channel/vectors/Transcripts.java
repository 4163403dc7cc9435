package dev.zorya.channel.vectors;

import dev.zorya.channel.value.Bytes;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** The runs of real clients in transcripts.json: what they did, what went over the wire, what they had afterwards. */
public final class Transcripts {
    private Transcripts() {}

    /**
     * One step of a run.
     *
     * @param step what happens
     * @param result as in the file: ids, params, states, phases afterwards
     */
    public record Step(String step, JsonNode result, List<Flow> flows) {
        /** The frames from one party to another in this step, in order. */
        public List<Frame> frames(String from, String to) {
            return flows.stream()
                    .filter(flow -> flow.from().equals(from) && flow.to().equals(to))
                    .flatMap(flow -> flow.frames().stream())
                    .toList();
        }
    }

    /** Frames in one direction, in order; the order between directions follows from the protocol. */
    public record Flow(String from, String to, List<Frame> frames) {}

    /**
     * One message.
     *
     * @param type go-perun's name
     * @param bytes the envelope in perunio, or a frame of protobuf with its length
     */
    public record Frame(String type, Bytes bytes) {}

    /** A run by its key, such as {@code ledger/perunio}. */
    public static List<Step> run(String key) {
        return Vectors.list(Vectors.load("transcripts").required(key), Transcripts::step);
    }

    private static Step step(JsonNode row) {
        return new Step(
                Vectors.text(row, "step"),
                row.required("result"),
                Vectors.list(row.required("wire"), Transcripts::flow));
    }

    private static Flow flow(JsonNode row) {
        String[] ends = Vectors.text(row, "direction").split(">", -1);
        return new Flow(
                ends[0],
                ends[1],
                Vectors.list(
                        row.required("frames"),
                        frame -> new Frame(Vectors.text(frame, "type"), Vectors.bytes(frame, "frame"))));
    }
}
