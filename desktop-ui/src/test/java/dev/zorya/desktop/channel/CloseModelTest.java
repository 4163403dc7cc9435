package dev.zorya.desktop.channel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zorya.desktop.memory.Samples;
import dev.zorya.desktop.money.Money;
import dev.zorya.desktop.text.When;
import dev.zorya.wallet.api.ChannelView;
import dev.zorya.wallet.api.ChannelView.Status;
import org.junit.jupiter.api.Test;

class CloseModelTest {
    private static final When WHEN = new When(Samples.CLOCK);
    private static final Money MONEY = Money.forPeople(false);

    private static ChannelView channel(Status status) {
        return Samples.channel("c", Samples.NADIA, status, Samples.eth("2"), Samples.eth("1"));
    }

    private static CloseModel model(ChannelView channel, boolean online) {
        return CloseModel.of(
                channel,
                Exit.of(channel.status()),
                "Nadia",
                online,
                MONEY.exact(channel.mine()),
                MONEY.exact(channel.pending()),
                WHEN);
    }

    @Test
    void togetherComesFirstWhileTheyAreThere() {
        CloseModel model = model(channel(Status.OPEN), true);
        assertTrue(model.asksThem());
        assertFalse(model.aloneFirst());
        assertEquals("Your 2.0000\u00A0pETH go back to your address on the chain.", model.about());
        assertEquals(
                "Starts now and cannot be stopped. Your money is back Monday 23 Nov, 11:42,"
                        + " after the protection period of 1 hour.",
                model.alone());
        assertTrue(model.promise().startsWith("Zorya closes with version 40,"), model.promise());
        assertTrue(model.promise().contains("there is none"), model.promise());
    }

    @Test
    void aloneComesFirstWhenTheyAreAwayOrDoNotAnswer() {
        assertTrue(model(channel(Status.OPEN), false).aloneFirst());
        assertTrue(model(channel(Status.OPEN), false).together().startsWith("Nadia is offline"));
        ChannelView silent = Samples.pending(channel(Status.PENDING), Samples.eth("0.02"), "");
        CloseModel model = model(silent, true);
        assertTrue(model.aloneFirst());
        assertTrue(
                model.promise().contains("can still accept your payment of 0.0200\u00A0pETH: treat it as spent"),
                model.promise());
    }

    @Test
    void whereTheyWereAskedAlreadyOnlyAloneIsLeft() {
        CloseModel model = model(channel(Status.CLOSING), true);
        assertFalse(model.asksThem());
        assertTrue(model.aloneFirst());
    }

    @Test
    void aDepositIsTakenBackInItsOwnWords() {
        CloseModel model = model(channel(Status.OPENING), true);
        assertFalse(model.asksThem());
        assertEquals("Take your deposit for Nadia back?", model.title());
        assertEquals(
                "The channel with Nadia has waited for its deposits since 21 Nov, 10:42."
                        + " You can wait, or take your 2.0000\u00A0pETH back.",
                model.about());
        assertEquals("Take it back now", model.actAlone());
        assertFalse(model.promise().contains("version"), model.promise());
    }
}
