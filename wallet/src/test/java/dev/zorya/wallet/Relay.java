package dev.zorya.wallet;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** A node's HTTP interface at an address of our own, so that the way to it can be cut and restored. */
final class Relay implements AutoCloseable {
    private final HttpClient client = HttpClient.newHttpClient();
    private final URI node;
    private final int port;
    private @Nullable HttpServer server;

    Relay(URI node) throws IOException {
        this.node = node;
        HttpServer first = start(0);
        this.server = first;
        this.port = first.getAddress().getPort();
    }

    private HttpServer start(int where) throws IOException {
        HttpServer started = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), where), 0);
        started.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        started.createContext("/", this::pass);
        started.start();
        return started;
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + port);
    }

    void cut() {
        if (server != null) {
            server.stop(0);
            server = null;
        }
    }

    void restore() throws IOException {
        server = start(port);
    }

    private void pass(HttpExchange exchange) throws IOException {
        try (exchange) {
            var question = HttpRequest.newBuilder(node)
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofByteArray(
                            exchange.getRequestBody().readAllBytes()))
                    .build();
            byte[] answer = client.send(question, HttpResponse.BodyHandlers.ofByteArray())
                    .body();
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        cut();
        client.close();
    }
}
