package dev.zorya.wallet.api;

import java.nio.file.Path;

/**
 * @param id name of its folder
 * @param practice play money; shown on every page
 * @param network name for people
 */
public record WalletInfo(String id, String name, boolean practice, String network, Path folder) {}
