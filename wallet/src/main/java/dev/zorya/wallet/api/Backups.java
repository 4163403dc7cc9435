package dev.zorya.wallet.api;

import java.nio.file.Path;
import java.util.List;

/**
 * Copies of this wallet, sealed under its words (DESIGN.md 6). They write themselves after a channel has opened or closed, a contact has
 * changed, and every some payments; how they are is in {@link Health#copies}. All of this blocks.
 */
public interface Backups {
    /** Where they are written. */
    Path folder() throws WalletException;

    /**
     * Writes one to another folder and from then on all of them; the earlier ones stay where they are.
     *
     * @param folder must be there
     * @throws WalletException COPY_FOLDER_GONE or STORE_*: then everything is as it was
     */
    CopyView moveTo(Path folder) throws WalletException;

    /** Those of this wallet in the folder, the newest first. */
    List<CopyView> copies() throws WalletException;

    /** @throws WalletException COPY_FOLDER_GONE or STORE_*: the earlier copies are as they were */
    CopyView copyNow() throws WalletException;

    /**
     * Opens a copy as a restoration would and reads all of it.
     *
     * @throws WalletException COPY_DAMAGED or COPY_NEWER
     */
    CopyView test(Path copy) throws WalletException;
}
