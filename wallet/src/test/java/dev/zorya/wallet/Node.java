package dev.zorya.wallet;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** The practice chain's node, asked directly: for what no wallet would do. */
record Node(URI uri) {
    /** The first account of the node's public test mnemonic: anybody may send from it. */
    private static final String ANYBODY = "0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266";

    void send(String to, String data) throws Exception {
        request(
                "eth_sendTransaction",
                "{\"from\":\"" + ANYBODY + "\",\"to\":\"" + to + "\",\"data\":\"" + data + "\"}");
    }

    /** @param wei in hexadecimal with 0x */
    void setBalance(String account, String wei) throws Exception {
        request("anvil_setBalance", "\"" + account + "\",\"" + wei + "\"");
    }

    private void request(String method, String parameters) throws Exception {
        String body = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"" + method + "\",\"params\":[" + parameters + "]}";
        try (HttpClient client = HttpClient.newHttpClient()) {
            String answer = client.send(
                            HttpRequest.newBuilder(uri)
                                    .header("Content-Type", "application/json")
                                    .POST(HttpRequest.BodyPublishers.ofString(body))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString())
                    .body();
            if (answer.contains("\"error\"")) {
                throw new IllegalStateException(answer);
            }
        }
    }
}
