package dev.zorya.desktop.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.zorya.desktop.component.Tone;
import dev.zorya.desktop.feed.Snapshot;
import dev.zorya.desktop.feed.Snapshots;
import dev.zorya.desktop.memory.Disputes;
import dev.zorya.desktop.memory.MemoryWallet;
import dev.zorya.desktop.memory.Samples;
import dev.zorya.desktop.memory.Scenes;
import dev.zorya.desktop.present.Look;
import dev.zorya.wallet.api.ChannelView;
import dev.zorya.wallet.api.ChannelView.Status;
import dev.zorya.wallet.api.DisputeView;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class StepsTest {
    private final MemoryWallet wallet = Scenes.everyday();
    private final ChannelView open = wallet.channels.get(2);
    private Snapshot last = Snapshots.of(wallet);

    private List<String> news(ChannelView channel) {
        wallet.change(channel);
        Snapshot now = Snapshots.of(wallet);
        List<String> words = new ArrayList<>();
        for (Notice notice : Steps.between(last, now)) {
            assertEquals(new Place.Channel(open.key()), notice.leads());
            words.add(notice.look().word());
        }
        last = now;
        return words;
    }

    private List<String> news(DisputeView dispute) {
        return news(Samples.disputed(open, dispute));
    }

    private List<String> news(Status status) {
        return news(Samples.with(open, status, open.mine(), open.theirs()));
    }

    @Test
    void aCheatIsToldFromTheFirstMomentToTheMoney() {
        assertEquals(List.of("Nadia Osei closed with an old balance. Zorya is answering."), news(Disputes.answering()));
        assertEquals(List.of(), news(Disputes.answering()), "each step once");
        assertEquals(
                List.of("Zorya answered Nadia Osei with the latest balance, and the chain accepted it."),
                news(Disputes.answered()));
        assertEquals(
                List.of("The channel with Nadia Osei is closed on the chain. Your part is on its way."),
                news(Status.PAYING_OUT));
        assertEquals(List.of("Your part of the channel with Nadia Osei is paid out."), news(Status.SETTLED));
        assertEquals(List.of(), news(Status.SETTLED));
    }

    @Test
    void ourOwnCloseIsToldToo() {
        assertEquals(
                List.of("You close the channel with Nadia Osei alone. Zorya is putting the newest balance on the"
                        + " chain."),
                news(Samples.registering(40, open.mine())));
        assertEquals(
                List.of("The newest balance of the channel with Nadia Osei is on the chain."), news(Disputes.alone()));
    }

    @Test
    void aRightBalanceOfTheirsIsNoAlarm() {
        assertEquals(List.of("Nadia Osei closed without asking. The balance is right."), news(Disputes.correct()));
        wallet.change(open);
        last = Snapshots.of(wallet);
        wallet.change(Samples.disputed(open, Disputes.unknown()));
        Look look = Steps.between(last, Snapshots.of(wallet)).getFirst().look();
        assertEquals(Tone.WAIT, look.tone());
        assertEquals("Nadia Osei closed with a balance that this wallet does not have.", look.word());
    }

    @Test
    void whatHasNothingToDoWithTheChainIsNoStep() {
        assertEquals(List.of(), news(Status.PENDING));
        assertEquals(List.of(), news(Status.CLOSING));
        assertEquals(List.of(), news(Status.PAYING_OUT), "closed together: nothing to tell before the money is there");
        assertEquals(List.of(), Steps.between(last, last));
    }
}
