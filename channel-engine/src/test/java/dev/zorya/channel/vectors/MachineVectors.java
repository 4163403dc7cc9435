package dev.zorya.channel.vectors;

import dev.zorya.channel.value.Params;
import dev.zorya.channel.value.State;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** machine.json: what go-perun's state machine permits. */
public final class MachineVectors {
    private static final JsonNode FILE = Vectors.load("machine");

    private MachineVectors() {}

    /** An operation, and by phase the phase that it leads to or {@code error}. */
    public record Operation(String name, Map<String, String> resultByPhase) {}

    /**
     * A transition and whether the machine takes it.
     *
     * @param next not mapped yet: some of these states cannot even be made, which is a refusal too
     */
    public record Transition(String name, Params params, State from, JsonNode next, int actor, boolean valid) {
        /**
         * The state that follows.
         *
         * @throws dev.zorya.channel.value.MalformedException if there can be no such state
         */
        public State to() {
            return Vectors.state(next);
        }
    }

    /** The phases in the order of their numbers. */
    public static List<String> phases() {
        return Vectors.list(FILE.required("phases"), JsonNode::asString);
    }

    public static List<Operation> operations() {
        return Vectors.list(FILE.required("operations"), row -> {
            Map<String, String> results = new LinkedHashMap<>();
            row.required("resultByPhase")
                    .properties()
                    .forEach(entry ->
                            results.put(entry.getKey(), entry.getValue().asString()));
            return new Operation(Vectors.text(row, "operation"), results);
        });
    }

    public static List<Transition> transitions() {
        return Vectors.list(
                FILE.required("transitions"),
                row -> new Transition(
                        Vectors.text(row, "name"),
                        Vectors.params(row.required("params")),
                        Vectors.state(row.required("from")),
                        row.required("to"),
                        row.required("actor").intValue(),
                        Vectors.text(row, "result").equals("ok")));
    }

    /** Rows of name and result; the allocations themselves are described by their names. */
    public static JsonNode allocationValidity() {
        return FILE.required("allocationValidity");
    }
}
