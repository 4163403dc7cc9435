package dev.zorya.node.peer;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Fields of a message, in the order in which they are written. */
final class Fields {
    private final Map<String, Object> all = new LinkedHashMap<>();

    Fields with(String name, Object value) {
        all.put(name, value);
        return this;
    }

    Fields with(Fields others) {
        all.putAll(others.all);
        return this;
    }

    Map<String, Object> map() {
        return Collections.unmodifiableMap(all);
    }
}
