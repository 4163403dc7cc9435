package dev.zorya.channel.sim.judge;

import static dev.zorya.channel.sim.judge.Court.ETH;
import static dev.zorya.channel.sim.judge.Court.PART_A;
import static dev.zorya.channel.sim.judge.Court.PART_B;
import static dev.zorya.channel.sim.judge.Court.START;

import dev.zorya.channel.value.ChannelId;
import dev.zorya.channel.value.Params;
import dev.zorya.channel.value.State;
import java.math.BigInteger;
import java.util.List;

/** The groups "asset-holder" and "settlement". */
final class HolderRules {
    private static final String PART = "withdraw part";
    private final Court court;

    HolderRules(Court court) {
        this.court = court;
    }

    void play() {
        court.group("asset-holder");
        holder();
        court.group("settlement");
        settlement();
    }

    private Court.Call withdraw(ChannelId id, long amount) {
        return () -> {
            court.holders.withdraw(ETH, id, PART_A, BigInteger.valueOf(amount));
            return List.of();
        };
    }

    private Court.Call outcome(ChannelId id, Long... row) {
        List<BigInteger> amounts =
                List.of(row).stream().map(BigInteger::valueOf).toList();
        return () -> {
            court.holders.requireOutcome(ETH, id, List.of(PART_A, PART_B), amounts);
            court.holders.setOutcome(ETH, id, List.of(PART_A, PART_B), amounts);
            return List.of();
        };
    }

    private Court.Call deposit(ChannelId id, long amount) {
        return () -> {
            court.holders.deposit(ETH, id, PART_A, BigInteger.valueOf(amount));
            return List.of();
        };
    }

    private void holder() {
        ChannelId id = court.id(court.channel());
        court.row("ETH deposit", deposit(id, 10));
        court.row("ETH deposit of 0", deposit(id, 0));
        court.row("withdraw before settlement", withdraw(id, 10));
        court.row("setOutcome with unequal lengths", outcome(id, 10L));
        court.row("setOutcome by the adjudicator", outcome(id, 10L, 0L));
        court.row("setOutcome twice", outcome(id, 10L, 0L));
        court.row("withdraw more than held", withdraw(id, 11));
        court.row(PART, withdraw(id, 4));
        court.row("the same authorization again while funds remain", withdraw(id, 4));
        court.row("the same authorization once funds are gone", withdraw(id, 4));
        court.row("withdraw of 0", withdraw(id, 0));
        court.row("deposit after settlement is accepted", deposit(id, 5));
        court.row("and can be withdrawn", withdraw(id, 7));
    }

    private void settlement() {
        Params poor = court.channel();
        State state = court.state(poor, 1, 8, 12);
        court.must(deposit(court.id(poor), 10));
        long timeout = court.at(START).registered(poor, state);
        court.at(timeout).row("underfunded channel still concludes", court.conclude(poor, state));
        court.value("underfunded: first participant keeps the deposit", held(poor));
        court.value(
                "underfunded: second participant keeps the deposit",
                court.holders.holdings(ETH, court.id(poor), PART_B));
        Params rich = court.channel();
        court.must(deposit(court.id(rich), 30));
        court.must(court.concludeFinal(rich, Court.last(court.state(rich, 1, 8, 12))));
        court.value("overfunded: first participant gets the outcome, the rest is lost", held(rich));
        Params common = court.channel();
        court.holders.deposit(ETH, court.id(common), BigInteger.valueOf(20));
        court.must(court.concludeFinal(common, Court.last(court.state(common, 1, 8, 12))));
        court.value("deposit under the channel id itself counts as funding", held(common));
        court.value("deposit under the channel id itself is cleared", court.holders.unassigned(ETH, court.id(common)));
    }

    private BigInteger held(Params channel) {
        return court.holders.holdings(ETH, court.id(channel), PART_A);
    }
}
