package dev.zorya.desktop.guard;

import dev.zorya.desktop.component.Tone;
import dev.zorya.desktop.text.Text;
import dev.zorya.desktop.text.When;
import dev.zorya.wallet.api.CopyHealth;
import dev.zorya.wallet.api.CopyView;
import java.nio.file.Path;
import java.util.List;

/**
 * What the page of the copies says.
 *
 * @param state in a few words
 * @param about what that means for the money
 */
record CopiesModel(Tone tone, String state, String about, String folder, List<CopyRow> rows) {
    static CopiesModel of(Path folder, List<CopyView> copies, CopyHealth health, When when) {
        List<CopyRow> rows = copies.stream().map(copy -> CopyRow.of(copy, when)).toList();
        String newest = when.ago(health.newest());
        return switch (health.state()) {
            case NONE ->
                new CopiesModel(
                        Tone.WAIT, Text.of("copies.none"), Text.of("copies.none.about"), folder.toString(), rows);
            case CURRENT ->
                new CopiesModel(
                        Tone.OK,
                        Text.of("copies.current", newest),
                        Text.of("copies.current.about"),
                        folder.toString(),
                        rows);
            case BEHIND ->
                new CopiesModel(
                        Tone.NEUTRAL,
                        Text.of("copies.behind", newest),
                        Text.of("copies.behind.about"),
                        folder.toString(),
                        rows);
            case FAILED ->
                new CopiesModel(
                        Tone.BAD, Text.of("copies.failed"), Text.of("copies.failed.about"), folder.toString(), rows);
        };
    }
}
