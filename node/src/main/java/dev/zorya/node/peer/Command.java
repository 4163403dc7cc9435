package dev.zorya.node.peer;

/** What a line of input can ask for. Runs on a thread of its own and may block until its deadline. */
@FunctionalInterface
interface Command {
    /**
     * Does it.
     *
     * @return the fields of the result
     * @throws Failure what the result says instead; any other exception is one of kind other
     */
    Fields run(Request request) throws Exception;
}
