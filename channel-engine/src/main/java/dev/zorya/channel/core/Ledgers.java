package dev.zorya.channel.core;

import dev.zorya.channel.port.LedgerEvent;
import java.time.Instant;
import java.util.List;

/** Facts about our own transactions change nothing in the protocol; people want them in the journal. */
final class Ledgers {
    private Ledgers() {}

    static Transition mined(ChannelState state, LedgerEvent.Mined mined, Instant now) {
        String details = "intent=" + mined.intentKey() + " transaction=0x" + mined.transaction() + " block="
                + mined.block() + " gas=" + mined.gasUsed() + " fee=" + mined.fee();
        return Transition.to(state)
                .persist(List.of(), Journal.line(now, "MINED", 0, details))
                .done();
    }

    static Transition stuck(ChannelState state, LedgerEvent.Stuck stuck, Instant now) {
        String details = "intent=" + stuck.intentKey() + " reason=" + stuck.reason() + " " + stuck.sentence();
        return Transition.to(state)
                .persist(List.of(), Journal.line(now, "STUCK", 0, details))
                .done();
    }
}
