package dev.zorya.wallet.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.zorya.wallet.agent.Attempt.Step;
import dev.zorya.wallet.api.ConnectionView.State;
import dev.zorya.wallet.api.WalletProblem.Code;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AttemptJsonTest {
    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
    private static final Attempt ACCEPTED = Attempt.accepting("id", "Bob", "bob", NOW, NOW.plusSeconds(60));

    @Test
    void eachStepIsKeptAsItWas() {
        Attempt invited = Attempt.inviting("id", NOW, NOW.plusSeconds(60));
        Attempt proven = ACCEPTED.at(Step.CONNECTED, "connection", "bob \"b\"").proven("did:key:z6Mk", "a.b.c");
        for (Attempt attempt : new Attempt[] {
            invited,
            ACCEPTED,
            proven,
            proven.acknowledged(),
            proven.acknowledged().verified().told(7),
            proven.failed(Code.CONTACT_PROOF_REFUSED, "It was made for another question."),
            proven.failed(Code.CONTACT_SILENT, "").again(NOW.plusSeconds(5))
        }) {
            assertEquals(Optional.of(attempt), AttemptJson.read(AttemptJson.write(attempt)));
        }
    }

    @Test
    void whatThePersonSees() {
        assertEquals(State.CONNECTING, ACCEPTED.view().state());
        assertEquals("Bob", ACCEPTED.view().name());
        assertEquals(
                "bob",
                Attempt.inviting("id", NOW, NOW)
                        .at(Step.CONNECTED, "c", "bob")
                        .view()
                        .name());
        Attempt failed = ACCEPTED.failed(Code.CONTACT_PROOF_REFUSED, "Its signatures do not hold.");
        assertEquals(State.PROBLEM, failed.view().state());
        String meaning =
                failed.view().problem() == null ? "" : failed.view().problem().meaning();
        assertEquals("Its signatures do not hold. They were not added, and no money is affected.", meaning);
        assertEquals(State.CONNECTING, failed.again(NOW).view().state());
        assertEquals(State.VERIFIED, failed.verified().view().state());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "{}", "[]", "nonsense", "{\"step\":\"NEVER\"}", "{\"step\":\"INVITED\",\"since\":\"x\"}"})
    void anythingElseIsPassedOver(String text) {
        assertEquals(Optional.empty(), AttemptJson.read(text));
    }
}
