package dev.zorya.ethereum.fuzz;

import static org.junit.jupiter.api.Assertions.fail;

import dev.zorya.channel.ethereum.AdjudicatorCalls;
import dev.zorya.channel.ethereum.AssetHolderCalls;
import dev.zorya.channel.ethereum.Dispute;
import dev.zorya.channel.ethereum.EthereumEncoding;
import dev.zorya.channel.value.Asset;
import dev.zorya.channel.value.BackendId;
import dev.zorya.channel.value.Bytes;
import dev.zorya.channel.value.ChannelId;
import dev.zorya.channel.value.Participant;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Sequences that are played together: the n-th call of each is in the same block. They share the clock and nothing else, so each of them
 * goes the same way alone.
 */
final class Group {
    /** How many go together. */
    static final int SIZE = 100;

    private static final int CALLS = 12;
    /** Seconds between blocks, at most. */
    private static final int LONGEST_PAUSE = 4;

    private final Place place;
    private final Blocks blocks;
    private final Map<String, int[]> counts;

    /** @param counts by function: how often accepted, how often refused */
    Group(Place place, Blocks blocks, Map<String, int[]> counts) {
        this.place = place;
        this.blocks = blocks;
        this.counts = counts;
    }

    private record Line(long seed, Sequence sequence, List<String> told) {}

    /**
     * Plays sequences.
     *
     * @param number of the group, which decides the clock
     * @param start time of a block that is not later than the first one
     * @return time of the last block
     */
    long play(long number, List<Long> seeds, long start) throws Exception {
        Random clock = new Random(-number);
        List<Line> lines = seeds.stream()
                .map(seed -> new Line(seed, new Sequence(seed, place), new ArrayList<>()))
                .toList();
        long time = start;
        for (int call = 0; call < CALLS; call++) {
            time += 1 + clock.nextInt(LONGEST_PAUSE);
            long now = time;
            List<Move> moves =
                    lines.stream().map(line -> line.sequence().next(now)).toList();
            List<String> outcomes = blocks.play(moves, time);
            for (int i = 0; i < moves.size(); i++) {
                Move move = moves.get(i);
                Line line = lines.get(i);
                line.told().add(move.tell(time - start));
                counts.computeIfAbsent(move.kind(), kind -> new int[2])[move.accepted() ? 0 : 1]++;
                same(line, "the last call", move.expected(), outcomes.get(i));
            }
        }
        compare(lines);
        return time;
    }

    private static void same(Line line, String what, Object judge, Object chain) {
        if (!judge.equals(chain)) {
            fail("seed " + line.seed() + ": " + what + "\n  judge: " + judge + "\n  chain: " + chain
                    + "\nPlay it again with -Dzorya.fuzz.seed=" + line.seed() + ". The calls:\n  "
                    + String.join("\n  ", line.told()));
        }
    }

    /** @param words how many words the answer has */
    private record Check(Line line, String what, Object judge, Blocks.Question question, int words) {}

    /** Every channel's dispute, and everybody's holdings. */
    private void compare(List<Line> lines) throws Exception {
        List<Check> checks = new ArrayList<>();
        for (Line line : lines) {
            for (Part part : line.sequence().tree().parts()) {
                check(line, part, checks);
            }
        }
        Bytes answers = blocks.read(checks.stream().map(Check::question).toList());
        int at = 0;
        for (Check check : checks) {
            Bytes answer = answers.slice(at, at + 32 * check.words());
            at += answer.size();
            BigInteger number = new BigInteger(1, answer.toArray());
            Object chain = switch (check.judge()) {
                case Dispute dispute -> Dispute.of(answer);
                case Boolean settled -> number.signum() != 0;
                default -> number;
            };
            same(check.line(), check.what(), check.judge(), chain);
        }
    }

    private void check(Line line, Part part, List<Check> checks) {
        var judge = line.sequence().judge();
        ChannelId id = EthereumEncoding.channelId(part.params());
        Dispute dispute = judge.dispute(id);
        checks.add(new Check(
                line,
                "dispute of " + part.name(),
                line.sequence().keepsNoHash(id) ? withoutHash(dispute) : dispute,
                new Blocks.Question(place.adjudicator(), AdjudicatorCalls.disputes(id)),
                6));
        for (Asset asset : line.sequence().tree().assets()) {
            Bytes holder = Blocks.holder(asset);
            checks.add(new Check(
                    line,
                    part.name() + " settled",
                    judge.holders().isSettled(asset, id),
                    new Blocks.Question(holder, AssetHolderCalls.settled(id)),
                    1));
            for (Participant owner : part.params().parts()) {
                Bytes fund = EthereumEncoding.fundingId(
                        id, owner.on(BackendId.ETHEREUM).orElseThrow());
                checks.add(new Check(
                        line,
                        "holdings in " + part.name(),
                        judge.holders().holdings(asset, id, owner),
                        new Blocks.Question(holder, AssetHolderCalls.holdings(fund)),
                        1));
            }
        }
    }

    private static Dispute withoutHash(Dispute dispute) {
        return new Dispute(
                dispute.timeout(),
                dispute.challengeDuration(),
                dispute.version(),
                dispute.phase(),
                Bytes.zero(32),
                dispute.hasApp());
    }
}
