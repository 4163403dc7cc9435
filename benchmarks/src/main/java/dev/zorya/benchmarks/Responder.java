package dev.zorya.benchmarks;

import dev.zorya.channel.crypto.EthereumKey;
import dev.zorya.channel.value.Bytes;
import dev.zorya.ethereum.Deployment;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The second process: prints its card, reads the other's, then accepts whatever comes until its input ends. */
final class Responder {
    private Responder() {}

    /** @param args key, folder, HTTP endpoint, WebSocket endpoint, file with the deployment */
    static void main(String[] args) throws Exception {
        try (EthereumKey key = EthereumKey.of(Bytes.fromHex(args[0]).toArray());
                BenchPeer peer = new BenchPeer(
                        "responder",
                        key,
                        Path.of(args[1]),
                        URI.create(args[2]),
                        URI.create(args[3]),
                        Deployment.fromJson(Files.readString(Path.of(args[4]))),
                        event -> {});
                BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            System.out.println(peer.card().line());
            peer.knows(BenchPeer.Card.parse(in.readLine()));
            System.out.println("ready");
            while (in.readLine() != null) {
                // the first process says nothing more; the end of the stream is the order to stop
                continue;
            }
        }
    }
}
