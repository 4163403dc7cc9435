package dev.zorya.desktop.gate;

import dev.zorya.desktop.component.Action;
import dev.zorya.desktop.component.Buttons;
import dev.zorya.desktop.component.Icon;
import dev.zorya.desktop.component.Labels;
import dev.zorya.desktop.component.Note;
import dev.zorya.desktop.component.Segments;
import dev.zorya.desktop.component.Space;
import dev.zorya.desktop.component.Tone;
import dev.zorya.desktop.component.WordGrid;
import dev.zorya.desktop.text.Text;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** Creating a wallet: the words are shown, picked again from memory of the paper, then named and locked. */
final class CreateStep extends VBox {
    private static final List<Integer> COUNTS = List.of(12, 24);

    private final Hall hall;
    private int count = 24;
    private List<String> words = List.of();
    private boolean revealed;

    CreateStep(Hall hall) {
        super(16);
        this.hall = hall;
        fresh();
    }

    private void fresh() {
        int wanted = count;
        hall.work()
                .run(
                        () -> hall.wallets().newWords(wanted),
                        made -> {
                            words = made;
                            revealed = false;
                            showWords();
                        },
                        problem -> getChildren().setAll(Labels.paragraph(problem.what())));
    }

    private void showWords() {
        Segments<Integer> counts = new Segments<>(
                "create-count",
                COUNTS,
                COUNTS.stream().map(each -> Text.of("create.count", each)).toList(),
                chosen -> {
                    count = chosen;
                    fresh();
                });
        counts.show(count);
        WordGrid grid = new WordGrid();
        grid.setId("create-words");
        grid.show(revealed ? words : Collections.nCopies(words.size(), ""));
        Button reveal = Buttons.plain(new Action(revealed ? Text.of("words.hide") : Text.of("words.show"), () -> {
            revealed = !revealed;
            showWords();
        }));
        reveal.setId("create-show");
        Button next = Buttons.main(
                new Action(Text.of("create.written"), () -> ask(WordQuiz.about(words, new SecureRandom()))));
        next.setId("create-written");
        next.setDisable(!revealed);
        getChildren()
                .setAll(
                        Labels.line(Text.of("create.title"), "z-title"),
                        Labels.paragraph(Text.of("create.about"), "z-muted"),
                        new HBox(12, counts, Space.grow(), reveal),
                        grid,
                        Labels.paragraph(Text.of("create.paper"), "z-small", "z-muted"),
                        new HBox(
                                8,
                                Buttons.plain(new Action(Text.of("gate.back"), () -> hall.go(new Step.Welcome()))),
                                Space.grow(),
                                next));
    }

    private void ask(WordQuiz quiz) {
        if (quiz.right()) {
            getChildren().setAll(new LastPane(hall, LastPane.anew(hall, words), true, this::showWords));
            return;
        }
        FlowPane pool = new FlowPane(8, 8);
        List<String> left = new ArrayList<>(quiz.pool());
        quiz.picked().forEach(left::remove);
        for (String word : left) {
            Button button = Buttons.plain(new Action(word, () -> ask(quiz.pick(word))));
            button.getStyleClass().add("z-pool-word");
            pool.getChildren().add(button);
        }
        WordGrid grid = new WordGrid();
        grid.show(shown(quiz));
        getChildren()
                .setAll(
                        Labels.line(Text.of("create.confirm"), "z-title"),
                        quiz.complete()
                                ? new Note(
                                        Tone.WAIT,
                                        Icon.INFO,
                                        Text.of("create.wrong"),
                                        Text.of("create.wrong.about"),
                                        List.of())
                                : Labels.paragraph(Text.of("create.pick", quiz.nextPlace()), "z-muted"),
                        grid,
                        pool,
                        new HBox(
                                8,
                                Buttons.plain(new Action(Text.of("create.see-again"), this::showWords)),
                                Buttons.plain(new Action(Text.of("create.start-over"), () -> ask(quiz.restart())))));
    }

    private static List<String> shown(WordQuiz quiz) {
        List<String> shown = new ArrayList<>(Collections.nCopies(quiz.words().size(), ""));
        for (int i = 0; i < quiz.picked().size(); i++) {
            shown.set(quiz.places().get(i), quiz.picked().get(i));
        }
        return shown;
    }
}
