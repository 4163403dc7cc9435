package dev.zorya.benchmarks;

import dev.zorya.channel.core.ChannelSnapshot;
import dev.zorya.channel.core.Payment;
import dev.zorya.channel.engine.OpenChannel;
import dev.zorya.channel.ethereum.EthereumAsset;
import dev.zorya.channel.value.Allocation;
import dev.zorya.channel.value.App;
import dev.zorya.channel.value.Balances;
import dev.zorya.channel.value.Bytes;
import dev.zorya.channel.value.Participant;
import dev.zorya.channel.value.ProposalId;
import dev.zorya.ethereum.Deployment;
import dev.zorya.node.Latencies;
import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/**
 * The measurements, each in channels that are open already. Every payer waits for its payment before the next one: with one payer
 * a payment is three commits in series, with two it is the steady state of DESIGN.md 2 (one payment waits while one is on its way,
 * so "complete" and "authorised" share a commit), and a payer sees two payments' time.
 */
final class Measurement {
    private static final Duration PERIOD = Duration.ofMinutes(10);
    private static final int SETTLE_SECONDS = 3;
    private static final BigInteger DEPOSIT = BigInteger.TEN.pow(18);

    private final BenchPeer peer;
    private final BenchPeer.Card other;
    private final Deployment contracts;
    private final Path folder;
    private final int warmUp;
    private final int seconds;

    Measurement(BenchPeer peer, BenchPeer.Card other, Deployment contracts, Path folder, int warmUp, int seconds) {
        this.peer = peer;
        this.other = other;
        this.contracts = contracts;
        this.folder = folder;
        this.warmUp = warmUp;
        this.seconds = seconds;
    }

    void run(int channels, int payers, int strangers, boolean profile) throws Exception {
        System.out.println("Durable payments, two processes, TLS, SQLite synchronous=FULL, "
                + Runtime.getRuntime().availableProcessors() + " processors, Java " + Runtime.version());
        List<ProposalId> open = new ArrayList<>();
        for (int i = 0; i < channels; i++) {
            open.add(open());
        }
        System.out.println(
                channels + " channels are open; a commit of 4 KiB to this disk takes " + Disk.commit(folder));
        List<ProposalId> first = open.subList(0, 1);
        pay(first, 1, warmUp / 2);
        pay(open, 1, warmUp - warmUp / 2);
        report("one channel, one payer", measure(first, 1, profile));
        report("one channel, two payers", measure(first, 2, false));
        report(channels + " channels, a payer each", measure(open, 1, false));
        report("one channel, " + payers + " payers", measure(first, payers, false));
        if (strangers > 0) {
            disturbed(open, strangers);
        }
        for (ProposalId key : open) {
            peer.engine().close(key).toCompletableFuture().get(30, TimeUnit.SECONDS);
        }
        System.out.println("all channels are closed");
    }

    /** The same with and without them, one right after the other, so that only they differ. */
    private void disturbed(List<ProposalId> open, int strangers) throws Exception {
        Latencies alone = measure(open, 1, false);
        report("alone", alone);
        try (Strangers crowd = Strangers.at(other, strangers)) {
            Latencies crowded = measure(open, 1, false);
            report(strangers + " strangers and a flood", crowded);
            System.out.printf(
                    "%.0f %% of the payments are left with %,d connections of the noisy stranger%n",
                    100 * crowded.perSecond() / alone.perSecond(), crowd.floods());
        }
    }

    private static void report(String what, Latencies latencies) {
        System.out.printf("%-28s %s%n", what, latencies);
    }

    private Latencies measure(List<ProposalId> channels, int payersEach, boolean profile) throws Exception {
        pay(channels, payersEach, SETTLE_SECONDS);
        if (!profile) {
            return pay(channels, payersEach, seconds);
        }
        try (Profile recording = Profile.start()) {
            Latencies latencies = pay(channels, payersEach, seconds);
            recording.print();
            return latencies;
        }
    }

    private Latencies pay(List<ProposalId> channels, int payersEach, int duration)
            throws InterruptedException, ExecutionException {
        long begin = System.nanoTime();
        long end = begin + TimeUnit.SECONDS.toNanos(duration);
        List<Future<List<Long>>> payers = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (ProposalId channel : channels) {
                for (int payer = 0; payer < payersEach; payer++) {
                    payers.add(threads.submit(() -> payUntil(channel, end)));
                }
            }
        }
        double took = (System.nanoTime() - begin) / 1e9;
        List<Long> all = new ArrayList<>();
        for (Future<List<Long>> payer : payers) {
            all.addAll(payer.get());
        }
        Collections.sort(all);
        return new Latencies(all.stream().mapToLong(Long::longValue).toArray(), took);
    }

    private List<Long> payUntil(ProposalId channel, long end) throws ExecutionException, InterruptedException {
        List<Long> latencies = new ArrayList<>();
        for (long now = System.nanoTime(); now < end; ) {
            peer.engine().pay(channel, payment()).toCompletableFuture().get();
            long done = System.nanoTime();
            latencies.add(done - now);
            now = done;
        }
        return latencies;
    }

    private static Payment payment() {
        byte[] id = new byte[16];
        ThreadLocalRandom.current().nextBytes(id);
        return new Payment(Bytes.wrap(id), 0, BigInteger.ONE, "", Bytes.EMPTY);
    }

    private ProposalId open() throws Exception {
        EthereumAsset ether = new EthereumAsset(
                BigInteger.valueOf(contracts.chainId()),
                Bytes.fromHex(contracts.etherHolder().address()));
        Allocation initial =
                new Allocation(List.of(ether.toAsset()), Balances.single(DEPOSIT, BigInteger.ZERO), List.of());
        ChannelSnapshot channel = peer.engine()
                .propose(new OpenChannel(
                        other.identity(),
                        Participant.ethereum(other.account()),
                        true,
                        initial,
                        PERIOD,
                        App.NONE,
                        Bytes.EMPTY))
                .toCompletableFuture()
                .get(30, TimeUnit.SECONDS);
        while (peer.engine().channel(channel.key()).orElseThrow().status() != ChannelSnapshot.Status.OPEN) {
            Thread.sleep(20);
        }
        return channel.key();
    }
}
