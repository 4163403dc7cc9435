package dev.zorya.channel.port;

import java.util.concurrent.CompletionStage;

/** Decides in the person's name, or asks the person. May take as long as it likes; the engine has its own deadline. */
public interface Policy {
    CompletionStage<Decision> decide(Question question);
}
