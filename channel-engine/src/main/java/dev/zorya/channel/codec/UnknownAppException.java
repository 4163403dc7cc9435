package dev.zorya.channel.codec;

import dev.zorya.channel.value.Bytes;
import dev.zorya.channel.value.MalformedException;

/** The peer speaks of a channel whose app this wallet does not know (OFFCHAIN.md 3.2). */
public final class UnknownAppException extends MalformedException {
    private static final long serialVersionUID = 1L;

    private final transient Bytes appId;

    public UnknownAppException(Bytes appId) {
        super("app not known to this wallet: " + appId.hex());
        this.appId = appId;
    }

    public Bytes appId() {
        return appId;
    }
}
