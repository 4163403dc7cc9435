package dev.zorya.channel.ethereum;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.zorya.channel.value.Allocation;
import dev.zorya.channel.value.App;
import dev.zorya.channel.value.Bytes;
import dev.zorya.channel.value.State;
import dev.zorya.channel.vectors.RandomValues;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;

/** What holds for the encoding of any state. */
class EncodingPropertyTest {
    /** Any state can be encoded, however large; each field changes the hash, the app (part of the id) does not. */
    @Property
    @Tag("threat-8")
    void eachFieldCounts(@ForAll long seed) {
        State state = new RandomValues(seed).state();
        Bytes hash = EthereumEncoding.stateHash(state);
        assertEquals(0, EthereumEncoding.encode(state).size() % 32);
        Allocation all = state.allocation();
        State version = new State(state.id(), state.version() + 1, all, state.isFinal(), state.app(), state.data());
        State last = new State(state.id(), state.version(), all, !state.isFinal(), state.app(), state.data());
        State data = new State(state.id(), state.version(), all, state.isFinal(), state.app(), Bytes.zero(71));
        State app = new State(state.id(), state.version(), all, state.isFinal(), App.NONE, state.data());
        Set<Bytes> different = new HashSet<>(List.of(hash));
        List.of(version, last, data).forEach(changed -> different.add(EthereumEncoding.stateHash(changed)));
        assertEquals(4, different.size());
        assertEquals(hash, EthereumEncoding.stateHash(app));
    }
}
