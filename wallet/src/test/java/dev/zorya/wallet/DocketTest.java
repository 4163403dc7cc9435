package dev.zorya.wallet;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.zorya.channel.port.JournalEntry;
import dev.zorya.wallet.Docket.Move;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The lines are those of the engine, word for word. */
class DocketTest {
    private static JournalEntry line(String event, long version, String details) {
        return new JournalEntry(Instant.EPOCH, event, version, details);
    }

    private static JournalEntry fact(String event, long version, long ours) {
        return line(event, version, "ours=" + ours + " timeout=2026-11-24T14:02:00Z block=9 state=0xab");
    }

    private static List<Move> moves(JournalEntry... lines) {
        return Docket.read(Arrays.asList(lines)).stream().map(Docket.Line::move).toList();
    }

    @Test
    void ourOwnRegistrationIsTheOneThatWasAnnounced() {
        assertEquals(
                List.of(Move.CLOSED_ALONE, Move.WE_REGISTERED),
                moves(line("REGISTERING", 7, "alone"), fact("REGISTERED", 7, 7)));
        assertEquals(List.of(Move.THEY_REGISTERED), moves(fact("REGISTERED", 7, 7)));
    }

    @Test
    void whoComesFirstWithAnOldBalanceCheatsAlsoWhileWeClose() {
        assertEquals(
                List.of(Move.CLOSED_ALONE, Move.THEY_CHEATED, Move.WE_ANSWERED),
                moves(line("REGISTERING", 7, "alone"), fact("REGISTERED", 3, 7), fact("REFUTED", 7, 7)));
    }

    @Test
    void aNewerBalanceThatWeSignedIsRightAndOneThatWeDoNotHaveIsSaid() {
        assertEquals(List.of(Move.THEY_REGISTERED), moves(fact("REGISTERED", 8, 7)));
        String unknown = "ours=7 timeout=2026-11-24T14:02:00Z block=9 state=0xab unknown";
        assertEquals(List.of(Move.THEY_SURPRISED), moves(line("REGISTERED", 8, unknown)));
        assertEquals(
                List.of(Move.THEY_REGISTERED, Move.THEY_SURPRISED),
                moves(fact("REGISTERED", 7, 7), line("REFUTED", 8, unknown)));
        assertEquals(
                List.of(Move.THEY_REGISTERED, Move.THEY_ANSWERED),
                moves(fact("REGISTERED", 7, 7), fact("REFUTED", 8, 7)));
    }

    @Test
    void whatIsWrittenTwiceIsToldOnceAndAfterAReorganisationAgain() {
        assertEquals(
                List.of(Move.THEY_CHEATED, Move.OTHER, Move.REPEATED),
                moves(
                        line("REGISTERED", 3, "ours=7 timeout=2026-11-24T14:02:00Z block=9 state=0xab unknown"),
                        line("MINED", 0, "intent=register/5be3/7 transaction=0x9aec block=8 gas=1 fee=2"),
                        fact("REGISTERED", 3, 7)));
        assertEquals(
                List.of(Move.THEY_CHEATED, Move.THEY_CHEATED),
                moves(
                        fact("REGISTERED", 3, 7),
                        line("REGISTERED", 3, "ours=7 timeout=2026-11-24T14:02:12Z block=10 state=0xab")));
    }

    @Test
    void versionsAreUnsignedAndOddDetailsHarmless() {
        assertEquals(List.of(Move.THEY_CHEATED), moves(line("REGISTERED", 5, "ours=18446744073709551615 timeout=x")));
        assertEquals(List.of(Move.THEY_REGISTERED), moves(line("REGISTERED", 5, "ours=none")));
        assertEquals(
                List.of(Move.OTHER, Move.OTHER), moves(line("REGISTERING", 5, "with=parent"), line("OPENED", 0, "")));
    }

    @Test
    void anAppsMoveIsOne() {
        assertEquals(
                List.of(Move.THEY_REGISTERED, Move.OTHER, Move.APP_MOVED),
                moves(fact("REGISTERED", 7, 7), line("PROGRESSING", 8, ""), fact("PROGRESSED", 8, 7)));
    }
}
