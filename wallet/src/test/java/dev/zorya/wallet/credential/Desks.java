package dev.zorya.wallet.credential;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.fail;

import dev.zorya.identity.credential.Credential;
import dev.zorya.wallet.api.CredentialView;
import dev.zorya.wallet.api.ProofOrder;
import dev.zorya.wallet.api.VoucherOrder;
import dev.zorya.wallet.api.Waiting;
import dev.zorya.wallet.api.WalletException;
import dev.zorya.wallet.api.WalletProblem.Code;
import dev.zorya.wallet.trust.Proposal.Shown;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A bank that issues, Nadia who holds, a shop that asks, Mallory; on real stores, with notes that the test delivers. */
abstract class Desks {
    static final String VOUCHER = Credential.VOUCHER;
    static final Set<Shown> NOTHING = Set.of();

    @TempDir
    Path folder;

    final Post post = new Post();
    Desk bank;
    Desk nadia;
    Desk shop;
    Desk mallory;

    @BeforeEach
    void open() throws Exception {
        bank = new Desk(folder, 1, post);
        nadia = new Desk(folder, 2, post);
        shop = new Desk(folder, 3, post);
        mallory = new Desk(folder, 4, post);
        List<Desk> all = List.of(bank, nadia, shop, mallory);
        List<String> names = List.of("Bank", "Nadia", "Shop", "Mallory");
        for (Desk one : all) {
            for (Desk other : all) {
                if (one != other) {
                    one.knows(other, names.get(all.indexOf(other)));
                }
            }
        }
    }

    @AfterEach
    void close() {
        for (Desk desk : List.of(bank, nadia, shop, mallory)) {
            desk.close();
        }
    }

    static void until(Callable<Boolean> condition) throws Exception {
        Instant end = Instant.now().plusSeconds(20);
        while (!condition.call()) {
            if (Instant.now().isAfter(end)) {
                fail("did not become true");
            }
            Thread.sleep(5);
        }
    }

    static <T> T done(CompletionStage<T> stage) throws Exception {
        return stage.toCompletableFuture().get(20, TimeUnit.SECONDS);
    }

    static Code problem(CompletionStage<?> stage) {
        ExecutionException failure = assertThrows(
                ExecutionException.class, () -> stage.toCompletableFuture().get(20, TimeUnit.SECONDS));
        return assertInstanceOf(WalletException.class, failure.getCause())
                .problem()
                .code();
    }

    static VoucherOrder order(Desk about) {
        return new VoucherOrder(about.did(), "pays in time", Duration.ofDays(30));
    }

    Waiting offered() throws Exception {
        done(bank.desk.issue(order(nadia)));
        post.pump();
        return nadia.desk.waiting().getFirst();
    }

    CredentialView issued() throws Exception {
        done(nadia.desk.accept(offered().id(), ""));
        post.pump();
        return nadia.desk.held().getFirst();
    }

    CompletableFuture<CredentialView> asked(Desk verifier, Desk holder, String issuer) {
        CompletableFuture<CredentialView> answer = verifier.desk
                .ask(new ProofOrder(holder.did(), VOUCHER, issuer, "to\u202e trade\n with you"))
                .toCompletableFuture();
        post.pump();
        return answer;
    }

    CredentialView shown() throws Exception {
        CompletableFuture<CredentialView> answer = asked(shop, nadia, bank.did());
        done(nadia.desk.accept(nadia.desk.waiting().getFirst().id(), ""));
        post.pump();
        return done(answer);
    }

    /** What the shop's policy would see; the issuer's answers have to be carried meanwhile. */
    Set<Shown> holding(Desk who) throws Exception {
        CompletableFuture<Set<Shown>> result = CompletableFuture.supplyAsync(() -> shop.desk.holdingNow(who.did()));
        while (!result.isDone()) {
            post.pump();
            Thread.sleep(5);
        }
        return result.get();
    }

    Set<Shown> voucher() {
        return Set.of(new Shown(VOUCHER, bank.did()));
    }

    static String thread(Waiting waiting) {
        return waiting.id().split("\\.", -1)[1];
    }

    /** Delivers; whoever dies on the way is started again. */
    void settle() throws Exception {
        for (var died = post.pump(); died.isPresent(); died = post.pump()) {
            for (Desk desk : List.of(bank, nadia, shop)) {
                if (desk.did().equals(died.get())) {
                    desk.restart();
                }
            }
        }
    }
}
