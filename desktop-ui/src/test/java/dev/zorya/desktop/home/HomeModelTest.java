package dev.zorya.desktop.home;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zorya.desktop.component.Share;
import dev.zorya.desktop.feed.Snapshots;
import dev.zorya.desktop.memory.MemoryWallet;
import dev.zorya.desktop.memory.Samples;
import dev.zorya.desktop.memory.Scenes;
import dev.zorya.desktop.money.Money;
import dev.zorya.desktop.present.EventRow;
import dev.zorya.desktop.shell.Place;
import dev.zorya.desktop.text.When;
import java.util.List;
import org.junit.jupiter.api.Test;

class HomeModelTest {
    private static final When WHEN = new When(Samples.CLOCK);

    private static HomeModel model(MemoryWallet wallet, boolean hidden) {
        return HomeModel.of(Snapshots.of(wallet), Money.forPeople(hidden), WHEN);
    }

    @Test
    void theTotalIsTheThreePlacesAndLeavesPendingOut() {
        HomeModel model = model(Scenes.everyday(), false);
        assertEquals("12.4862", model.total().number());
        assertEquals("6.8300", model.onChain().number());
        assertEquals("4.7562", model.inChannels().number());
        assertEquals("0.9000", model.inSettlement().number());
        assertEquals(
                List.of(Share.Kind.LOCKED, Share.Kind.MINE, Share.Kind.SETTLING),
                model.where().stream().map(Share::kind).toList());
    }

    @Test
    void recentShowsChannelsOnTheirWayBeforePayments() {
        List<EventRow> recent = model(Scenes.everyday(), false).recent();
        assertEquals(5, recent.size());
        assertEquals("Opening with Practice Pal", recent.get(0).title());
        assertEquals("Waiting for their deposit", recent.get(0).second());
        assertEquals("0.4000", recent.get(0).amount().number(), "between own places there is no sign");
        EventRow pending = recent.get(2);
        assertEquals("Paid Blue Door Café", pending.title());
        assertEquals("Pending: not yet confirmed by them", pending.second());
        assertEquals("−0.0200", pending.amount().number());
        EventRow received = recent.get(4);
        assertTrue(received.incoming());
        assertEquals("Received from Ilya Brandt +0.3500 practice ETH, Half of the printer, 10:17.", received.spoken());
    }

    @Test
    void whatWaitsForThePersonIsListedWithOneAction() {
        List<Todo> todos = model(Scenes.everyday(), false).todos();
        assertEquals(
                List.of(
                        "Nadia Osei wants to open a channel",
                        "Ilya Brandt asks you for 0.2500\u00A0pETH",
                        "0.0200\u00A0pETH is pending"),
                todos.stream().map(Todo::title).toList());
        assertInstanceOf(Todo.Target.Review.class, todos.get(0).target());
        assertEquals(
                new Todo.Target.Go(new Place.Pay(Samples.ILYA, "r1")),
                todos.get(1).target());
        assertEquals(new Todo.Target.Go(new Place.Channel("c2")), todos.get(2).target());
    }

    @Test
    void payAgainOffersOnlyWhoCanBePaidNow() {
        List<HomeModel.PayAgain> again = model(Scenes.everyday(), false).again();
        assertEquals(
                List.of("Blue Door Café", "Ilya Brandt", "Nadia Osei"),
                again.stream().map(one -> one.person().name()).sorted().toList());
        assertTrue(again.stream().anyMatch(one -> one.canSend().number().equals("1.8240")));
    }

    @Test
    void aFreshWalletIsToldWhereToStart() {
        HomeModel model = model(new MemoryWallet(Samples.PRACTICE), false);
        assertTrue(model.fresh());
        assertTrue(model.recent().isEmpty()
                && model.todos().isEmpty()
                && model.again().isEmpty());
        assertFalse(model(Scenes.everyday(), false).fresh());
    }

    @Test
    void hiddenAmountsAppearNowhere() {
        String all = model(Scenes.everyday(), true).toString().replaceAll("Share\\[[^]]*]", "");
        for (String digits : List.of("12.4862", "6.83", "0.02", "0.35", "1.824", "0.25")) {
            assertFalse(all.contains(digits), digits);
        }
    }
}
