package dev.zorya.storage;

import java.util.List;

/**
 * What happens together or not at all.
 *
 * @param ended steps that have to be there still; if one is not, nothing happens
 * @param begun steps that must not be there yet; if one is, nothing happens
 * @param kept credentials, inserted or replaced
 * @param shared lines of the sharing history
 */
public record CredentialChange(
        List<Exchange> ended, List<Exchange> begun, List<KeptCredential> kept, List<Share> shared) {
    public static final CredentialChange NOTHING = new CredentialChange(List.of(), List.of(), List.of(), List.of());

    public CredentialChange {
        ended = List.copyOf(ended);
        begun = List.copyOf(begun);
        kept = List.copyOf(kept);
        shared = List.copyOf(shared);
    }

    public CredentialChange ending(Exchange step) {
        return new CredentialChange(List.of(step), begun, kept, shared);
    }

    public CredentialChange beginning(Exchange step) {
        return new CredentialChange(ended, List.of(step), kept, shared);
    }

    public CredentialChange keeping(KeptCredential credential) {
        return new CredentialChange(ended, begun, List.of(credential), shared);
    }

    public CredentialChange sharing(Share share) {
        return new CredentialChange(ended, begun, kept, List.of(share));
    }
}
