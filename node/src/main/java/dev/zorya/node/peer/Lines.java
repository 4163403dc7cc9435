package dev.zorya.node.peer;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.json.JsonMapper;

/** Standard output: one JSON object a line, and nothing else. For several threads. */
final class Lines {
    private final PrintStream out;
    private final String peer;

    Lines(OutputStream out, String peer) {
        this.out = new PrintStream(out, false, StandardCharsets.UTF_8);
        this.peer = peer;
    }

    void event(String name, Fields fields) {
        write(new Fields()
                .with("type", "event")
                .with("event", name)
                .with("peer", peer)
                .with("t", System.currentTimeMillis())
                .with(fields));
    }

    void result(Request request, boolean ok, Fields fields) {
        write(new Fields()
                .with("type", "result")
                .with("id", request.id())
                .with("cmd", request.command())
                .with("peer", peer)
                .with("ok", ok)
                .with("ms", request.elapsedMillis())
                .with("t", System.currentTimeMillis())
                .with(fields));
    }

    private void write(Fields fields) {
        String line = JsonMapper.shared().writeValueAsString(fields.map());
        synchronized (out) {
            out.print(line + "\n");
            out.flush();
        }
    }
}
