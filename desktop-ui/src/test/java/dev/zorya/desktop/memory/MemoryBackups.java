package dev.zorya.desktop.memory;

import dev.zorya.wallet.api.Backups;
import dev.zorya.wallet.api.CopyView;
import dev.zorya.wallet.api.WalletException;
import dev.zorya.wallet.api.WalletProblem;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** Copies that are not written. */
public final class MemoryBackups implements Backups {
    public final List<CopyView> kept = new CopyOnWriteArrayList<>();
    public final List<Path> tested = new CopyOnWriteArrayList<>();
    public volatile Optional<WalletProblem> refusal = Optional.empty();
    private volatile Path folder = Path.of("copies");

    @Override
    public Path folder() {
        return folder;
    }

    @Override
    public CopyView moveTo(Path other) throws WalletException {
        require();
        folder = other;
        return copyNow();
    }

    @Override
    public List<CopyView> copies() throws WalletException {
        require();
        return List.copyOf(kept);
    }

    @Override
    public CopyView copyNow() throws WalletException {
        require();
        CopyView made = new CopyView(
                folder.resolve("zorya-" + kept.size() + ".copy"), Samples.NOW.plusSeconds(kept.size()), 3, 48_000);
        kept.addFirst(made);
        return made;
    }

    @Override
    public CopyView test(Path copy) throws WalletException {
        require();
        tested.add(copy);
        return lookAt(copy);
    }

    CopyView lookAt(Path copy) throws WalletException {
        require();
        return new CopyView(copy, Samples.NOW, 3, 48_000);
    }

    private void require() throws WalletException {
        if (refusal.isPresent()) {
            throw new WalletException(refusal.get());
        }
    }
}
