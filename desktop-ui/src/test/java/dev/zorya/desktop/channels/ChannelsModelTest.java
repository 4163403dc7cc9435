package dev.zorya.desktop.channels;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zorya.desktop.feed.Snapshots;
import dev.zorya.desktop.memory.MemoryWallet;
import dev.zorya.desktop.memory.Samples;
import dev.zorya.desktop.memory.Scenes;
import dev.zorya.desktop.money.Money;
import dev.zorya.desktop.text.When;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChannelsModelTest {
    private final MemoryWallet wallet = Scenes.everyday();

    private ChannelsModel model(Filter filter, String search) {
        return ChannelsModel.of(Snapshots.of(wallet), filter, search, Money.forPeople(false), new When(Samples.CLOCK));
    }

    private static List<String> keys(ChannelsModel model) {
        return model.rows().stream().map(ChannelRow::key).toList();
    }

    @Test
    void sumsCountOnlyChannelsThatCanPay() {
        ChannelsModel model = model(Filter.ALL, "");
        assertEquals("4.7562", model.canSend().number());
        assertEquals("3.2238", model.canReceive().number());
        assertEquals("0.0200", model.pending().number());
        assertEquals("0.9000", model.inSettlement().number());
    }

    @Test
    void filtersSayHowManyTheyList() {
        assertEquals(List.of("c1", "c2", "c3", "c4", "c5"), keys(model(Filter.ACTIVE, "")));
        assertEquals(List.of("c2"), keys(model(Filter.NEEDS_YOU, "")));
        assertEquals(List.of("c6"), keys(model(Filter.SETTLED, "")));
        assertEquals(6, keys(model(Filter.ALL, "")).size());
        assertEquals(5, model(Filter.SETTLED, "").counts().get(Filter.ACTIVE));
        assertEquals(1, model(Filter.SETTLED, "nobody").counts().get(Filter.NEEDS_YOU), "counts ignore the search");
    }

    @Test
    void searchFindsNamesInAnyCase() {
        assertEquals(List.of("c2"), keys(model(Filter.ALL, " blue ")));
        assertEquals(List.of(), keys(model(Filter.ALL, "zzz")));
        assertFalse(model(Filter.ALL, "zzz").none(), "filtered to nothing is not the same as nothing");
    }

    @Test
    void aRowSaysItInOneSentenceAndDrawsWhatIsNotLivePale() {
        ChannelsModel model = model(Filter.ACTIVE, "");
        ChannelRow cafe = model.rows().get(1);
        assertEquals("Blue Door Café, Pending. Yours 0.9322 practice ETH, theirs 0.0478 practice ETH.", cafe.spoken());
        assertEquals("0.0200 pending", cafe.pending());
        assertTrue(cafe.live());
        assertFalse(model.rows().get(3).live(), "opening");
        assertEquals("", model.rows().getFirst().pending());
    }

    @Test
    void withoutTheChainOpeningIsOffAndTheReasonIsSaid() {
        assertEquals("", model(Filter.ALL, "").chainTrouble());
        wallet.health = Samples.blindHealth();
        ChannelsModel blind = model(Filter.ALL, "");
        assertEquals("Zorya cannot see the chain.", blind.chainTrouble());
        assertTrue(blind.footnote().startsWith("Paying and being paid still works."));
    }

    @Test
    void noChannelAtAll() {
        wallet.channels.clear();
        assertTrue(model(Filter.ACTIVE, "").none());
    }
}
