package dev.zorya.desktop.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zorya.desktop.component.HealthItem;
import dev.zorya.desktop.component.Tone;
import dev.zorya.desktop.feed.Snapshot;
import dev.zorya.desktop.feed.Snapshots;
import dev.zorya.desktop.memory.Disputes;
import dev.zorya.desktop.memory.MemoryWallet;
import dev.zorya.desktop.memory.Samples;
import dev.zorya.desktop.memory.Scenes;
import dev.zorya.desktop.money.Money;
import dev.zorya.desktop.text.When;
import dev.zorya.wallet.api.CopyHealth;
import dev.zorya.wallet.api.Health;
import dev.zorya.wallet.api.RequestView;
import dev.zorya.wallet.api.WalletEvent;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FindingsTest {
    private static final When WHEN = new When(Samples.CLOCK);
    private static final Money MONEY = Money.forPeople(false);
    private final MemoryWallet wallet = Scenes.everyday();
    private final Snapshot snapshot = Snapshots.of(wallet);

    private List<Place> places(String typed) {
        return Findings.of(typed, snapshot).stream().map(Finding::place).toList();
    }

    @Test
    void aNameOffersPayingAndOpening() {
        assertEquals(List.of(new Place.Pay(Samples.ILYA, ""), new Place.Contacts(Samples.ILYA)), places("  ILYA "));
        assertEquals(List.of(new Place.Contacts("did:key:z6MkPal")), places("practice"), "no channel, no paying");
    }

    @Test
    void aDidAndAnAddressInAnySpelling() {
        assertEquals(new Place.Contacts(Samples.NADIA), places(Samples.NADIA).getLast());
        assertTrue(places("0x71c7 656e c7ab 88b0 98de fb75 1b74 01b5 f6d8 976f")
                .contains(new Place.Contacts(Samples.CAFE)));
    }

    @Test
    void aChannelId() {
        assertTrue(places("0x5be390a1").contains(new Place.Channel("c1")));
        assertEquals(List.of(), places("5be"), "too short to mean a channel");
    }

    @Test
    void aContactTextIsRecognisedAndNotActedOn() {
        String text = "zorya:contact?card=" + "x".repeat(200);
        assertEquals(List.of(new Place.AddContact(text)), places(text));
    }

    @Test
    void nothing() {
        assertEquals(List.of(), places(""));
        assertEquals(List.of(), places("zzz"));
    }

    @ParameterizedTest
    @EnumSource
    void everyStateOfTheChainHasASentence(Health.ChainState state) {
        Health health = new Health(state, 5, Samples.NOW.minusSeconds(240), "", 0, 0, "", CopyHealth.NONE);
        List<HealthItem> strip = strip(health);
        HealthItem item = strip.getFirst();
        assertTrue(item.sentence().startsWith("Chain: "));
        boolean bad = state == Health.ChainState.NO_ANSWER
                || state == Health.ChainState.WRONG_CHAIN
                || state == Health.ChainState.STOPPED;
        assertEquals(bad, item.tone() == Tone.BAD);
        assertEquals(bad, strip.get(1).sentence().equals("Watcher: blind, no chain"));
    }

    private List<HealthItem> strip(Health health) {
        wallet.health = health;
        return HealthWords.of(Snapshots.of(wallet), WHEN);
    }

    @Test
    void theWatcherSaysWhatItDoes() {
        assertEquals(
                "Watcher: guarding 5 channels",
                strip(Samples.goodHealth()).get(1).sentence());
        wallet.channels.replaceAll(
                channel -> channel.key().equals("c3") ? Samples.disputed(channel, Disputes.answering()) : channel);
        HealthItem defending = strip(Samples.goodHealth()).get(1);
        assertEquals("Watcher: defending 1 channel", defending.sentence());
        assertEquals(Tone.WAIT, defending.tone());
        wallet.channels.clear();
        assertEquals(
                "Watcher: nothing to guard", strip(Samples.blindHealth()).get(1).sentence());
    }

    @Test
    void theStripOfTheMockUp() {
        assertEquals(
                List.of(
                        "Chain: block 18,342, 4 s ago",
                        "Watcher: guarding 5 channels",
                        "Identity: built-in",
                        "Peers: 2 of 3 online",
                        "Copy: 3 min ago"),
                strip(Samples.goodHealth()).stream().map(HealthItem::sentence).toList());
        assertEquals(
                "Chain: last block 13 min ago",
                strip(Samples.blindHealth()).getFirst().sentence());
    }

    @Test
    void newsIsOnlyWhatASnapshotDoesNotSay() {
        RequestView asked = wallet.requests.getFirst();
        assertEquals(
                "Ilya Brandt asks you for 0.2500\u00A0pETH.",
                News.of(new WalletEvent.RequestChanged(asked), Optional.of(snapshot), MONEY)
                        .orElseThrow()
                        .word());
        RequestView paid =
                Samples.request("r9", wallet.channels.getFirst(), false, RequestView.Status.PAID, Samples.eth("1"), "");
        assertTrue(News.of(new WalletEvent.RequestChanged(paid), Optional.of(snapshot), MONEY)
                .isEmpty());
        assertTrue(News.of(new WalletEvent.ChannelChanged("c1"), Optional.of(snapshot), MONEY)
                .isEmpty());
        assertTrue(News.of(new WalletEvent.RequestChanged(asked), Optional.empty(), MONEY)
                .isEmpty());
    }

    @Test
    void moneyThatCameInIsOneMessageHoweverMany() {
        assertTrue(Arrivals.between(snapshot, snapshot, MONEY).isEmpty());
        wallet.receive("c1", Samples.eth("0.1"), "");
        Snapshot one = Snapshots.of(wallet);
        assertEquals(
                "Ilya Brandt paid you 0.1000\u00A0pETH.",
                Arrivals.between(snapshot, one, MONEY).orElseThrow().word());
        wallet.receive("c1", Samples.eth("0.1"), "");
        assertEquals(
                "2 payments came in.",
                Arrivals.between(snapshot, Snapshots.of(wallet), MONEY)
                        .orElseThrow()
                        .word());
    }

    @Test
    void historyGoesBackAndForgetsTheOldest() {
        History<Integer> history = new History<>();
        for (int i = 0; i < 40; i++) {
            history.left(i);
        }
        for (int i = 39; i >= 10; i--) {
            assertEquals(Optional.of(i), history.back());
        }
        assertEquals(Optional.empty(), history.back());
    }
}
