package dev.zorya.desktop.pay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zorya.desktop.component.Share;
import dev.zorya.desktop.feed.Snapshot;
import dev.zorya.desktop.feed.Snapshots;
import dev.zorya.desktop.memory.MemoryWallet;
import dev.zorya.desktop.memory.Samples;
import dev.zorya.desktop.memory.Scenes;
import dev.zorya.desktop.money.Money;
import dev.zorya.wallet.api.ChannelView;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PayFormTest {
    private final MemoryWallet wallet = Scenes.everyday();
    private final PayForm pay = PayForm.empty(Kind.PAY, Samples.ILYA);
    private final PayForm request = PayForm.empty(Kind.REQUEST, Samples.ILYA);

    private PayModel model(PayForm form) {
        return PayModel.of(form, Snapshots.of(wallet), Money.forPeople(false));
    }

    @Test
    void theReviewRepeatsWhatWillHappen() {
        PayModel model = model(pay.amount("0.25"));
        assertEquals("Pay 0.2500\u00A0pETH", model.button());
        assertEquals("0.2500", model.figure().orElseThrow().number());
        assertEquals("to Ilya Brandt", model.sentence());
        assertEquals("Once you pay, only Ilya Brandt can send it back.", model.below());
        assertEquals("1.5740\u00A0pETH", model.facts().get("You can send after"));
        assertEquals("1.4260\u00A0pETH", model.facts().get("You can receive after"));
        assertEquals("none", model.facts().get("Fee"));
        assertEquals("c1", model.valid().orElseThrow().channel().key());
        assertEquals(Samples.eth("0.25"), model.valid().orElseThrow().amount());
    }

    @Test
    void theBarKeepsTheWholeOfTheChannel() {
        for (PayForm form : List.of(pay.amount("0.25"), request.amount("0.25"))) {
            BigInteger sum = model(form).after().stream().map(Share::amount).reduce(BigInteger.ZERO, BigInteger::add);
            assertEquals(Samples.eth("3").units(), sum);
        }
    }

    @Test
    void aRequestIsLimitedByWhatTheyCanPay() {
        assertEquals(
                "Ilya Brandt can pay you up to 1.1760\u00A0pETH in this channel.",
                model(request).hint());
        PayModel tooMuch = model(request.amount("1.5"));
        assertEquals(
                "Ilya Brandt can pay you at most 1.1760\u00A0pETH through your channel. Ask for less, or open another"
                        + " channel.",
                tooMuch.wrong());
        assertTrue(tooMuch.valid().isEmpty());
        PayModel asked = model(request.amount("1.176"));
        assertEquals("Ask for 1.1760\u00A0pETH", asked.button());
        assertEquals("3.0000\u00A0pETH", asked.facts().get("You can send after"));
        assertEquals("0.0000\u00A0pETH", asked.facts().get("You can receive after"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0|Zero does nothing. Type an amount above it.",
                "-1|An amount is above zero. Leave out the minus.",
                "abc|That is not an amount. Type digits with one point or comma, like 0.25.",
                "1.8241|That is more than you can send here: 1.8240\u00A0pETH. Type less.",
                "0.1234567890123456789|This coin has 18 decimals. Type fewer."
            })
    void badAmountsAreRefusedInASentence(String typed, String sentence) {
        PayModel model = model(pay.amount(typed));
        assertEquals(sentence, model.wrong());
        assertTrue(model.valid().isEmpty());
        assertTrue(model.figure().isEmpty());
        assertEquals("Pay", model.button());
    }

    @Test
    void allOfItCanBePaid() {
        assertTrue(model(pay.amount("1.824")).valid().isPresent());
        assertEquals(Optional.of(Samples.eth("1.824")), model(pay).limit());
    }

    @Test
    void aContactWithoutAChannelCannotBePaidHere() {
        wallet.channels.removeIf(channel -> channel.contactDid().equals(Samples.ILYA));
        PayModel model = model(pay.amount("0.1"));
        assertTrue(model.noChannel());
        assertTrue(model.valid().isEmpty());
    }

    @Test
    void theChannelWithTheMostRoomCarriesIt() {
        wallet.channels.add(
                Samples.channel("rich", Samples.ILYA, ChannelView.Status.OPEN, Samples.eth("5"), Samples.eth("0")));
        wallet.channels.add(Samples.channel(
                "closed", Samples.ILYA, ChannelView.Status.CLOSING, Samples.eth("9"), Samples.eth("0")));
        assertEquals(
                "rich", model(pay.amount("2")).valid().orElseThrow().channel().key());
    }

    @Test
    void aRequestOfTheirsFillsTheFormAndKeepsItsChannel() {
        Snapshot snapshot = Snapshots.of(wallet);
        wallet.channels.add(
                Samples.channel("rich", Samples.ILYA, ChannelView.Status.OPEN, Samples.eth("5"), Samples.eth("0")));
        PayForm form = pay.answering(snapshot.asked().getFirst(), "0.25");
        assertEquals("0.25", form.amount());
        assertEquals("Rest of the printer", form.memo());
        assertEquals("r1", form.requestId());
        assertEquals("c1", model(form).valid().orElseThrow().channel().key());
        assertEquals("", form.contact(Samples.CAFE).requestId(), "another contact did not ask for it");
        assertEquals(PayForm.empty(Kind.PAY, Samples.ILYA), form.again());
    }

    @Test
    void nobodyChosenYet() {
        PayModel model = model(PayForm.empty(Kind.PAY, ""));
        assertEquals("Choose a contact first.", model.sentence());
        assertEquals("", model.below());
        assertFalse(model.noChannel());
    }
}
