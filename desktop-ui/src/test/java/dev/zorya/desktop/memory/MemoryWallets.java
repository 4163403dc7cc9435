package dev.zorya.desktop.memory;

import dev.zorya.wallet.api.CopyView;
import dev.zorya.wallet.api.DamagedWallet;
import dev.zorya.wallet.api.NewWallet;
import dev.zorya.wallet.api.Progress;
import dev.zorya.wallet.api.RestoreOrder;
import dev.zorya.wallet.api.Wallet;
import dev.zorya.wallet.api.WalletException;
import dev.zorya.wallet.api.WalletInfo;
import dev.zorya.wallet.api.WalletProblem;
import dev.zorya.wallet.api.Wallets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

/** The wallets of a test. */
public final class MemoryWallets implements Wallets {
    public final List<WalletInfo> known = new ArrayList<>();
    public final List<DamagedWallet> damaged = new ArrayList<>();
    public final List<NewWallet> created = new CopyOnWriteArrayList<>();
    public final List<RestoreOrder> restored = new CopyOnWriteArrayList<>();
    public final MemoryBackups copies = new MemoryBackups();
    public final List<String> passphrases = new CopyOnWriteArrayList<>();
    public Optional<WalletProblem> refusal = Optional.empty();
    private final Supplier<MemoryWallet> wallet;

    public MemoryWallets(Supplier<MemoryWallet> wallet) {
        this.wallet = wallet;
    }

    @Override
    public List<WalletInfo> list() {
        return List.copyOf(known);
    }

    @Override
    public List<DamagedWallet> damaged() {
        return List.copyOf(damaged);
    }

    @Override
    public List<String> newWords(int count) {
        return Samples.words(count);
    }

    @Override
    public List<String> suggestWords(String prefix) {
        return Samples.words(24).stream()
                .filter(word -> word.startsWith(prefix))
                .toList();
    }

    @Override
    public boolean validWords(List<String> words) {
        return Samples.words(words.size()).equals(words);
    }

    @Override
    public Wallet create(NewWallet spec, Progress progress) throws WalletException {
        created.add(spec);
        passphrases.add(new String(spec.passphrase()));
        return open(progress);
    }

    @Override
    public CopyView lookAt(Path copy) throws WalletException {
        return copies.lookAt(copy);
    }

    @Override
    public Wallet restore(RestoreOrder order, Progress progress) throws WalletException {
        restored.add(order);
        passphrases.add(new String(order.passphrase()));
        return open(progress);
    }

    @Override
    public Wallet unlock(String walletId, char[] passphrase, Progress progress) throws WalletException {
        passphrases.add(new String(passphrase));
        return open(progress);
    }

    @Override
    public Wallet tryItNow(Progress progress) throws WalletException {
        return open(progress);
    }

    private Wallet open(Progress progress) throws WalletException {
        progress.at("Starting the practice chain", 0.3);
        if (refusal.isPresent()) {
            throw new WalletException(refusal.get());
        }
        progress.at("Opening the wallet", -1);
        return wallet.get();
    }
}
