package dev.zorya.wallet;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.zorya.wallet.api.Amount;
import dev.zorya.wallet.api.ChannelView;
import dev.zorya.wallet.api.ContactView;
import dev.zorya.wallet.api.OpenOrder;
import dev.zorya.wallet.api.PayOrder;
import dev.zorya.wallet.api.PaymentView;
import dev.zorya.wallet.api.RequestOrder;
import dev.zorya.wallet.api.RequestView;
import dev.zorya.wallet.api.Wallet;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole road of a new person: practice wallet, channel with the practice contact, pay, be paid, close. Nothing is simulated. */
@Tag("slow")
class TryItNowTest {
    @TempDir
    Path data;

    @Test
    void opensPaysIsPaidAndCloses() throws Exception {
        try (Wallet wallet = new WalletsOnDisk(data).tryItNow((phase, done) -> {})) {
            ContactView contact = wallet.contacts().getFirst();
            assertEquals(ContactView.Badge.PRACTICE, contact.badge());
            Amount start = wallet.overview().total();
            assertEquals(Money.ether("10"), start.units());

            ChannelView opened = Wait.done(wallet.open(new OpenOrder(
                    contact.did(), Money.of(wallet, "2"), Money.of(wallet, "1"), Duration.ofMinutes(10))));
            Wait.until(() -> wallet.channels().getFirst().status() == ChannelView.Status.OPEN);
            assertEquals(Money.of(wallet, "2"), wallet.overview().inChannels());

            PaymentView paid = Wait.done(wallet.pay(new PayOrder(opened.key(), Money.of(wallet, "0.5"), "coffee", "")));
            assertEquals(PaymentView.Status.DONE, paid.status());
            assertEquals(Money.of(wallet, "1.5"), wallet.channels().getFirst().mine());
            assertEquals(Money.of(wallet, "1.5"), wallet.channels().getFirst().theirs());

            RequestView asked =
                    Wait.done(wallet.request(new RequestOrder(opened.key(), Money.of(wallet, "0.25"), "change")));
            assertEquals(RequestView.Status.WAITING, asked.status());
            Wait.until(() -> wallet.requests().getFirst().status() == RequestView.Status.PAID);
            assertEquals(Money.of(wallet, "1.75"), wallet.channels().getFirst().mine());

            Wait.done(wallet.close(opened.key()));
            Wait.until(() -> wallet.channels().getFirst().status() == ChannelView.Status.SETTLED);
            Amount end = wallet.overview().total();
            assertEquals(end, wallet.overview().onChain());
            Amount fees = new Amount(start.units().subtract(end.units()).subtract(Money.ether("0.25")), end.coin());
            assertEquals(1, fees.units().signum(), "some fees were paid: " + fees);
            assertEquals(-1, fees.units().compareTo(Money.ether("0.01")), "but not many: " + fees);
        }
    }
}
