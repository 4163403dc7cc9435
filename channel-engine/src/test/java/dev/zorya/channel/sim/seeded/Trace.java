package dev.zorya.channel.sim.seeded;

import dev.zorya.channel.core.Effect;
import dev.zorya.channel.core.Input;
import dev.zorya.channel.message.Message;
import java.util.ArrayList;
import java.util.List;

/** Sees what happens in a world. Words cost half of the time, so they are made only for worlds that are looked at. */
class Trace {
    static final Trace NONE = new Trace();

    void deed(Deed deed) {}

    void takes(Party party, Input input) {}

    void does(Party party, Effect effect) {}

    void isSent(Party party, Message forged) {}

    void crashes(Person person) {}

    void part(String title) {}

    /** Keeps every line. */
    static final class Kept extends Trace {
        private final List<String> lines = new ArrayList<>();

        List<String> lines() {
            return lines;
        }

        @Override
        void deed(Deed deed) {
            lines.add("- " + deed);
        }

        @Override
        void takes(Party party, Input input) {
            lines.add(party.name + " takes " + Words.of(input));
        }

        @Override
        void does(Party party, Effect effect) {
            lines.add(party.name + " " + Words.of(effect));
        }

        @Override
        void isSent(Party party, Message forged) {
            lines.add(party.name + " is sent " + Words.of(forged));
        }

        @Override
        void crashes(Person person) {
            lines.add(person.name + " crashes");
        }

        @Override
        void part(String title) {
            lines.add("--- " + title);
        }
    }
}
