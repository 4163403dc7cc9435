package dev.zorya.node.peer;

import dev.zorya.channel.core.Change;
import dev.zorya.channel.core.ChannelSnapshot;
import dev.zorya.channel.core.Payment;
import dev.zorya.channel.port.Decision;
import dev.zorya.channel.port.Question;
import dev.zorya.channel.value.Asset;
import dev.zorya.channel.value.Balances;
import dev.zorya.channel.value.Bytes;
import dev.zorya.node.peer.Failure.Kind;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/** New states of open channels. */
record UpdateCommands(PeerNode node) {
    private static final int ID_SIZE = 16;
    private static final double NANOS = 1e9;
    private static final double NANOS_OF_MILLI = 1e6;

    Fields pay(Request request) throws Exception {
        Channels channels = node.channels();
        ChannelSnapshot channel = channels.find(request.channel("channel"));
        int asset = asset(request, channels, channel);
        BigInteger amount = request.amount("amount");
        if (request.flag("final", false)) {
            requireFunds(channel, asset, amount);
            int own = channel.ownIndex();
            change(
                    request,
                    channels,
                    channel,
                    current -> Optional.of(new Change.Next(
                            current.balances().move(asset, own, 1 - own, amount), current.data(), true)));
        } else {
            new Settlement(channels, request.deadline()).pay(channel.key(), payment(asset, amount));
        }
        node.stats().count("payments");
        return channels.fields().of(channels.now(channel.key()));
    }

    private static void requireFunds(ChannelSnapshot channel, int asset, BigInteger amount) throws Failure {
        BigInteger balance = channel.allocation().balances().of(asset, channel.ownIndex());
        if (amount.signum() <= 0 || amount.compareTo(balance) > 0) {
            throw new Failure(Kind.OTHER, "The amount must be above zero and at most the balance, " + balance + ".");
        }
    }

    private int asset(Request request, Channels channels, ChannelSnapshot channel) throws Failure {
        if (!request.has("asset")) {
            return 0;
        }
        Asset asset = channels.contracts().asset(request.text("asset"), node.chainId());
        int index = channel.allocation().assets().indexOf(asset);
        if (index < 0) {
            throw new Failure(Kind.OTHER, "The channel does not hold " + request.text("asset") + ".");
        }
        return index;
    }

    private static Payment payment(int asset, BigInteger amount) {
        byte[] id = new byte[ID_SIZE];
        ThreadLocalRandom.current().nextBytes(id);
        return new Payment(Bytes.wrap(id), asset, amount, "", Bytes.EMPTY);
    }

    /** The peers' own limits decide what may be proposed: also what takes from the other side. */
    Fields update(Request request) throws Exception {
        Channels channels = node.channels();
        ChannelSnapshot channel = channels.find(request.channel("channel"));
        Balances balances = request.balances("balances");
        boolean last = request.flag("final", false);
        change(request, channels, channel, current -> Optional.of(new Change.Next(balances, current.data(), last)));
        return channels.fields().of(channels.now(channel.key()));
    }

    Fields finish(Request request) throws Exception {
        Channels channels = node.channels();
        ChannelSnapshot channel = channels.find(request.channel("channel"));
        change(
                request,
                channels,
                channel,
                current -> Optional.of(new Change.Next(current.balances(), current.data(), true)));
        return channels.fields().of(channels.now(channel.key()));
    }

    private void change(Request request, Channels channels, ChannelSnapshot channel, Change.Step step) throws Failure {
        new Settlement(channels, request.deadline()).change(channel.key(), step);
    }

    Fields payMany(Request request) throws Exception {
        Channels channels = node.channels();
        ChannelSnapshot channel = channels.find(request.channel("channel"));
        int asset = asset(request, channels, channel);
        BigInteger amount = request.amount("amount", BigInteger.ONE);
        int count = (int) Math.min(Math.max(1, request.number("count", 1)), 10_000_000);
        Settlement settlement = new Settlement(channels, request.deadline());
        long[] took = new long[count];
        long begin = System.nanoTime();
        long before = begin;
        for (int i = 0; i < count; i++) {
            settlement.pay(channel.key(), payment(asset, amount));
            long now = System.nanoTime();
            took[i] = now - before;
            before = now;
            node.stats().count("payments");
        }
        Arrays.sort(took);
        double seconds = (before - begin) / NANOS;
        return new Fields()
                .with("count", count)
                .with("seconds", seconds)
                .with("per_second", count / seconds)
                .with("p50_ms", took[count / 2] / NANOS_OF_MILLI)
                .with("p99_ms", took[(int) (count * 0.99)] / NANOS_OF_MILLI)
                .with(channels.fields().of(channels.now(channel.key())));
    }

    /** The result comes when the new state is in place. */
    Fields accept(Request request) throws Exception {
        Channels channels = node.channels();
        Question.Update update = node.policy().updates().answer(request.text("update"), new Decision.Accept());
        ChannelSnapshot channel = channels.find(update.channel());
        long wanted = update.to().version();
        return channels.fields()
                .of(channels.await(
                        request.deadline(),
                        channel.key(),
                        Kind.TIMEOUT,
                        null,
                        each -> Long.compareUnsigned(each.version(), wanted) >= 0));
    }

    Fields reject(Request request) throws Exception {
        Question.Update update = node.policy()
                .updates()
                .answer(request.text("update"), new Decision.Decline(request.text("reason", "rejected")));
        Channels channels = node.channels();
        return channels.fields().of(channels.find(update.channel()));
    }
}
