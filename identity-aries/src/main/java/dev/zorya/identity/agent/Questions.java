package dev.zorya.identity.agent;

import dev.zorya.identity.agent.PresentationRefused.Reason;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What was asked and not yet answered. An answer takes its question away, so no answer counts twice. Guarded by its caller. */
final class Questions {
    private final Map<String, Question> open = new HashMap<>();

    void asked(Question question) {
        open.put(question.exchangeId(), question);
    }

    Question find(String exchangeId) throws PresentationRefused {
        @Nullable Question question = open.get(exchangeId);
        if (question == null) {
            throw new PresentationRefused(Reason.NOT_ASKED, exchangeId);
        }
        return question;
    }

    void answered(String exchangeId) {
        open.remove(exchangeId);
    }
}
