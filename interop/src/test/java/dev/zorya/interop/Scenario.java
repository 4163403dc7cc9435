package dev.zorya.interop;

import java.util.Set;

/**
 * One thing that two peers do together.
 *
 * @param name as the report shows it
 * @param serializers with which go-perun itself can do it
 */
record Scenario(String name, Set<String> serializers, Play play) {
    static final String PERUNIO = "perunio";
    static final String PROTOBUF = "protobuf";

    /** The steps and what must hold. */
    interface Play {
        void in(Scene scene) throws Exception;
    }

    /** One that every serializer can carry. */
    static Scenario of(String name, Play play) {
        return new Scenario(name, Set.of(PERUNIO, PROTOBUF), play);
    }

    /** One where all that matters happens on the chain: with one serializer it is as good as with all. */
    static Scenario onTheChain(String name, Play play) {
        return new Scenario(name, Set.of(PERUNIO), play);
    }

    /** One with locked funds: go-perun's protobuf serializer leaves those out of what it sends (OFFCHAIN.md 4.3). */
    static Scenario perunioOnly(String name, Play play) {
        return new Scenario(name, Set.of(PERUNIO), play);
    }
}
