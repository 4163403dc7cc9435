package dev.zorya.channel.codec;

import dev.zorya.channel.value.Bytes;
import java.util.Set;

/** The apps whose channels this wallet takes part in. Data of an unknown app cannot be judged, so it is not decoded. */
@FunctionalInterface
public interface Apps {
    /** Only channels without an app. */
    Apps NONE = id -> false;

    /**
     * Whether data of this app may be decoded.
     *
     * @param id the app's id; on Ethereum the 20 bytes of its contract's address
     */
    boolean knows(Bytes id);

    static Apps of(Bytes... ids) {
        return Set.of(ids)::contains;
    }
}
