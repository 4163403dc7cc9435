package dev.zorya.desktop.open;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zorya.desktop.component.CostLine;
import dev.zorya.desktop.feed.Snapshots;
import dev.zorya.desktop.memory.MemoryWallet;
import dev.zorya.desktop.memory.Samples;
import dev.zorya.desktop.memory.Scenes;
import dev.zorya.desktop.money.Entry;
import dev.zorya.desktop.money.Money;
import dev.zorya.wallet.api.Amount;
import dev.zorya.wallet.api.OpenOrder;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OpenFormTest {
    private final MemoryWallet wallet = Scenes.everyday();
    private final Amount available = OpenForm.available(Snapshots.of(wallet), Optional.of(Samples.costs()));
    private final OpenForm empty = OpenForm.empty(Samples.ILYA);

    private OpenModel model(OpenForm form) {
        return OpenModel.of(form, Snapshots.of(wallet), Optional.of(Samples.costs()), Money.forPeople(false));
    }

    @Test
    void whatCanGoInLeavesTheFeeAndWhatIsSetAside() {
        assertEquals(Samples.eth("6.813725"), available);
        wallet.overview = new dev.zorya.wallet.api.Overview(
                Samples.eth("0.001"), Samples.eth("0"), Samples.eth("0"), Samples.eth("0"));
        assertEquals(
                Amount.zero(Samples.COIN),
                OpenForm.available(Snapshots.of(wallet), Optional.of(Samples.costs())),
                "never below zero");
    }

    @Test
    void theOrderHasBothAmountsAndThePeriod() {
        OpenForm form = empty.mine("1").theirs("0,5").period(Duration.ofDays(7));
        assertEquals(
                Optional.of(new OpenOrder(Samples.ILYA, Samples.eth("1"), Samples.eth("0.5"), Duration.ofDays(7))),
                form.order(available));
    }

    @Test
    void oneSideMayPutInNothing() {
        assertTrue(empty.mine("1").order(available).isPresent());
        assertTrue(empty.mine("0").theirs("1").order(available).isPresent());
        assertTrue(empty.theirs("1").order(available).isPresent());
        assertTrue(empty.order(available).isEmpty(), "but not both");
        assertTrue(empty.mine("0").theirs("0").order(available).isEmpty());
    }

    @Test
    void nothingIsOrderedWithoutAContactOrWithAWrongAmount() {
        assertTrue(OpenForm.empty("").mine("1").order(available).isEmpty());
        assertTrue(empty.mine("x").order(available).isEmpty());
        assertTrue(empty.mine("-1").order(available).isEmpty());
        assertTrue(empty.mine("7").order(available).isEmpty());
        assertTrue(
                empty.mine("1").theirs("0.0000000000000000001").order(available).isEmpty());
        assertEquals(
                new Entry.AboveBalance(Samples.eth("7"), available),
                empty.mine("7").mineEntry(available));
        assertEquals(new Entry.Valid(Samples.eth("900")), empty.theirs("900").theirsEntry(available));
    }

    @Test
    void thePageSaysWhyAnAmountCannotBeUsed() {
        assertEquals("", model(empty.mine("1")).mineWrong());
        assertEquals(
                "That is more than you can send here: 6.813\u00A0725\u00A0pETH. Type less.",
                model(empty.mine("7")).mineWrong());
        assertEquals(
                "An amount is above zero. Leave out the minus.",
                model(empty.mine("-1")).mineWrong());
        assertEquals(
                "That is not an amount. Type digits with one point or comma, like 0.25.",
                model(empty.theirs("a")).theirsWrong());
    }

    @Test
    void costsStandInOrderWithTheTotalLast() {
        OpenModel model = model(empty.mine("1").theirs("0.5"));
        assertEquals(
                java.util.List.of(
                        "Opening, now",
                        "Closing together",
                        "Closing alone",
                        "Kept aside for fees",
                        "Leaves your balance now"),
                model.costs().stream().map(CostLine::name).toList());
        assertEquals("1.000275", model.costs().getLast().amount().number());
        assertEquals("They are gone. Takes 24 hours.", model.costs().get(2).explained());
        assertTrue(model.costs().getLast().total());
    }

    @Test
    void theButtonNamesTheContactAndTheLineBelowSaysWhatHolds() {
        OpenModel ready = model(empty.mine("1"));
        assertEquals("Propose to Ilya Brandt", ready.button());
        assertEquals("Nothing is locked until Ilya Brandt agrees.", ready.below());
        assertEquals("At least one of you puts something in.", model(empty).below());
        assertEquals(
                "Choose a contact first.", model(OpenForm.empty("").mine("1")).below());
        assertEquals("Propose", model(OpenForm.empty("")).button());
        assertEquals(
                "Nadia Osei is offline. Zorya can ask when they are back.",
                model(OpenForm.empty(Samples.NADIA).mine("1")).below());
    }

    @Test
    void practiceChannelsMayBeShort() {
        assertEquals(Duration.ofMinutes(1), OpenForm.periods(true).getFirst());
        assertEquals(Duration.ofHours(1), OpenForm.periods(false).getFirst());
    }
}
