package dev.zorya.storage;

import java.time.Instant;

/**
 * A credential and what this wallet has to do with it.
 *
 * @param id within this wallet, made from the content
 * @param other HELD: who has issued it; ISSUED: whom it is about; SHOWN: who showed it; WATCHED: who asked whether it holds
 * @param content as it was signed
 * @param revoked withdrawn by its issuer, for good
 * @param told everybody who has to know that it is revoked does
 */
public record KeptCredential(
        Role role, String id, String other, String content, boolean revoked, boolean told, Instant at) {
    public enum Role {
        HELD,
        ISSUED,
        SHOWN,
        WATCHED
    }

    public KeptCredential withdrawn() {
        return new KeptCredential(role, id, other, content, true, told, at);
    }

    public KeptCredential toldAll() {
        return new KeptCredential(role, id, other, content, revoked, true, at);
    }
}
