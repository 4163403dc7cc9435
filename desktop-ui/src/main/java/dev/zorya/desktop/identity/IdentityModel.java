package dev.zorya.desktop.identity;

import dev.zorya.desktop.component.Icon;
import dev.zorya.desktop.component.Tone;
import dev.zorya.desktop.present.Look;
import dev.zorya.desktop.text.Text;
import dev.zorya.wallet.api.IdentityView;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/** The choice of an identity in words. */
final class IdentityModel {
    private IdentityModel() {}

    static String name(IdentityView.Kind kind) {
        return switch (kind) {
            case BUILT_IN -> Text.of("where.built-in");
            case LOCAL_AGENT -> Text.of("where.local");
            case OWN_AGENT -> Text.of("where.own");
        };
    }

    static String about(IdentityView.Kind kind) {
        return switch (kind) {
            case BUILT_IN -> Text.of("where.built-in.about");
            case LOCAL_AGENT -> Text.of("where.local.about");
            case OWN_AGENT -> Text.of("where.own.about");
        };
    }

    /** What the button of a way says that is not in use. */
    static String action(IdentityView.Kind kind) {
        return switch (kind) {
            case BUILT_IN -> Text.of("where.built-in.act");
            case LOCAL_AGENT -> Text.of("where.local.act");
            case OWN_AGENT -> Text.of("where.own.act");
        };
    }

    static Look state(IdentityView identity) {
        return switch (identity.state()) {
            case READY -> new Look(Icon.DONE, Text.of("where.ready"), Tone.OK);
            case STARTING -> new Look(Icon.WORKING, Text.of("where.starting"), Tone.BUSY);
            case UNREACHABLE -> new Look(Icon.NO_CHAIN, Text.of("where.unreachable"), Tone.WAIT);
            case KEY_REFUSED -> new Look(Icon.KEY, Text.of("where.key-refused"), Tone.BAD);
        };
    }

    /** The admin interface of an agent as typed; empty if that is no address. */
    static Optional<URI> admin(String typed) {
        try {
            URI uri = new URI(typed.strip());
            boolean web = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
            return web && uri.getHost() != null ? Optional.of(uri) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }
}
