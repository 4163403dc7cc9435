package dev.zorya.wallet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zorya.wallet.api.Amount;
import dev.zorya.wallet.api.Coin;
import dev.zorya.wallet.api.OpenQuestion;
import dev.zorya.wallet.api.WalletEvent;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class QuestionsTest {
    private static final Coin COIN = new Coin("pETH", 18, 0);
    private final Events events = new Events();
    private final List<WalletEvent> heard = Collections.synchronizedList(new ArrayList<>());
    private final Questions questions = new Questions(events, InstantSource.system());

    @BeforeEach
    void listen() {
        events.subscribe(heard::add);
    }

    @AfterEach
    void close() {
        events.close();
    }

    @Test
    void anAnswerEndsTheQuestion() throws Exception {
        OpenQuestion question = question("1", "nadia", Duration.ofMinutes(1));
        CompletableFuture<Questions.Answer> answer = questions.ask(question).toCompletableFuture();
        assertEquals(List.of(question), questions.all());
        assertFalse(answer.isDone());
        assertTrue(questions.answer("1", Questions.Answer.YES));
        assertEquals(Questions.Answer.YES, answer.join());
        assertEquals(List.of(), questions.all());
        assertFalse(questions.answer("1", Questions.Answer.YES), "a second answer finds nothing");
        Wait.until(() -> heard.size() == 2);
        assertEquals(List.of(new WalletEvent.QuestionAsked(question), new WalletEvent.QuestionGone("1")), heard);
    }

    @Test
    void silenceIsNo() throws Exception {
        CompletableFuture<Questions.Answer> answer =
                questions.ask(question("1", "nadia", Duration.ofMillis(50))).toCompletableFuture();
        Wait.until(answer::isDone);
        assertEquals(Questions.Answer.NONE, answer.join());
        assertFalse(questions.answer("1", Questions.Answer.YES));
        Wait.until(() -> heard.contains(new WalletEvent.QuestionGone("1")));
    }

    @Test
    @Tag("threat-20")
    void aFloodIsDeclinedUnseen() {
        for (int i = 0; i < 10_000; i++) {
            questions.ask(question("n" + i, "nadia", Duration.ofMinutes(1)));
        }
        assertEquals(3, questions.all().size());
        CompletableFuture<Questions.Answer> other =
                questions.ask(question("o", "ilya", Duration.ofMinutes(1))).toCompletableFuture();
        assertFalse(other.isDone(), "others still reach the person");
        for (int i = 0; i < 1000; i++) {
            questions.ask(question("c" + i, "contact" + i, Duration.ofMinutes(1)));
        }
        assertEquals(50, questions.all().size());
    }

    private static OpenQuestion question(String id, String did, Duration time) {
        Amount one = new Amount(BigInteger.ONE, COIN);
        return new OpenQuestion(
                id, did, one, one, Duration.ofHours(1), Instant.now().plus(time));
    }
}
