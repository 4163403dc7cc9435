package dev.zorya.wallet;

import dev.zorya.wallet.api.Amount;
import dev.zorya.wallet.api.OpenQuestion;
import dev.zorya.wallet.api.PayOrder;
import dev.zorya.wallet.api.RequestView;
import dev.zorya.wallet.api.Wallet;
import dev.zorya.wallet.api.WalletEvent;
import dev.zorya.wallet.api.WalletException;
import java.math.BigInteger;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Somebody to practise with: a wallet like any other, driven by a rule instead of a person. It agrees to channels it can afford and pays
 * what it is asked for after a moment. Everything it does goes through the same interface, the same sockets and the same chain.
 */
final class PracticeContact implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PracticeContact.class);
    private static final Duration MOMENT = Duration.ofSeconds(1);

    private final Wallet wallet;
    private final Set<String> seen = ConcurrentHashMap.newKeySet();

    PracticeContact(Wallet wallet) {
        this.wallet = wallet;
        wallet.subscribe(this::on);
        try {
            // asked for while this program was not running
            wallet.requests().forEach(this::consider);
        } catch (WalletException e) {
            LOG.warn("the practice contact does not know what it was asked for: {}", e.getMessage());
        }
    }

    String did() {
        return wallet.did();
    }

    /** Each adds the other by the text that people would send. */
    void meet(Wallet other) throws WalletException {
        wallet.addContact(
                wallet.readContact(other.ownContactText()), other.info().name());
        other.addContact(other.readContact(wallet.ownContactText()), Texts.get("practice.contact"));
    }

    private void on(WalletEvent event) {
        switch (event) {
            case WalletEvent.QuestionAsked asked -> answer(asked.question());
            case WalletEvent.RequestChanged changed -> consider(changed.request());
            case WalletEvent.ChannelChanged changed -> {}
            case WalletEvent.PaymentChanged changed -> {}
            case WalletEvent.QuestionGone gone -> {}
            case WalletEvent.ContactChanged changed -> {}
            case WalletEvent.ConnectionChanged changed -> {}
            case WalletEvent.ConsentAsked asked -> {}
            case WalletEvent.ConsentGone gone -> {}
            case WalletEvent.CredentialsChanged changed -> {}
            case WalletEvent.IdentityChanged changed -> {}
            case WalletEvent.ProposalDecided decided -> {}
            case WalletEvent.BalanceChanged changed -> {}
            case WalletEvent.HealthChanged changed -> {}
            case WalletEvent.Trouble trouble ->
                LOG.info("practice contact: {}", trouble.problem().what());
        }
    }

    private void answer(OpenQuestion question) {
        Thread.ofVirtual().start(() -> {
            boolean affordable = affordable(question.mine());
            wallet.answer(question.id(), affordable);
        });
    }

    /** Half of what it has is enough for one channel. */
    private boolean affordable(Amount mine) {
        try {
            BigInteger available = wallet.overview().onChain().units().shiftRight(1);
            return mine.units().compareTo(available) <= 0;
        } catch (WalletException e) {
            LOG.warn("the practice contact cannot read its balance: {}", e.getMessage());
            return false;
        }
    }

    private void consider(RequestView request) {
        if (request.incoming() && request.status() == RequestView.Status.WAITING && seen.add(request.id())) {
            Thread.ofVirtual().start(() -> {
                try {
                    Thread.sleep(MOMENT);
                    pay(request);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            });
        }
    }

    private void pay(RequestView request) {
        wallet.pay(new PayOrder(request.channelKey(), request.amount(), request.memo(), request.id()))
                .whenComplete((paid, failure) -> {
                    if (failure != null) {
                        LOG.info("the practice contact does not pay: {}", failure.getMessage());
                        wallet.decline(request.id());
                    }
                });
    }

    @Override
    public void close() {
        wallet.close();
    }
}
