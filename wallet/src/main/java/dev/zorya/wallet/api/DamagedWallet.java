package dev.zorya.wallet.api;

import java.nio.file.Path;

/**
 * A wallet that is on this computer and cannot be opened, because the file that describes it cannot be read. Its keys and channels
 * are in other files.
 *
 * @param id name of its folder
 */
public record DamagedWallet(String id, Path folder, WalletProblem problem) {}
