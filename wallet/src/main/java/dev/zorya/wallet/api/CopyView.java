package dev.zorya.wallet.api;

import java.nio.file.Path;
import java.time.Instant;

/**
 * A copy of a wallet, as it describes itself. Nothing of it is proven before it was opened with the words.
 *
 * @param made to the second, by the clock of the computer that made it
 * @param channels that it holds, those of the past included
 * @param size in bytes
 */
public record CopyView(Path file, Instant made, int channels, long size) {}
