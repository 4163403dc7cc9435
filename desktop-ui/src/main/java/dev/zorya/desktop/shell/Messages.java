package dev.zorya.desktop.shell;

import dev.zorya.desktop.component.Action;
import dev.zorya.desktop.component.Toasts;
import dev.zorya.desktop.present.Look;
import dev.zorya.desktop.text.Text;
import java.util.Optional;
import java.util.function.Consumer;

/** Short messages; one about a page opens it by mouse or keyboard, F8 goes to the last one also when it is gone (UI.md 9). */
final class Messages {
    private final Toasts toasts = new Toasts();
    private final Consumer<Place> go;
    private Optional<Place> last = Optional.empty();

    Messages(Consumer<Place> go) {
        this.go = go;
    }

    Toasts view() {
        return toasts;
    }

    void tell(Look look) {
        toasts.show(look.icon(), look.tone(), look.word());
    }

    void tell(Notice notice) {
        Place place = notice.leads();
        last = Optional.of(place);
        toasts.show(
                notice.look().icon(),
                notice.look().tone(),
                notice.look().word(),
                new Action(Text.of("toast.show"), () -> go.accept(place)));
    }

    /** The focus to the newest message that leads somewhere; if it is gone already, to where it led. */
    void toLast() {
        if (!toasts.focusNewest()) {
            last.ifPresent(go);
        }
    }
}
