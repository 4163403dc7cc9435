package dev.zorya.storage;

import dev.zorya.channel.value.Bytes;
import java.nio.file.Path;
import java.time.Instant;

/**
 * A copy of a wallet, as its header describes it.
 *
 * @param file where it is
 * @param walletId 16 bytes, see {@link WalletStore#walletId}
 * @param progress of two copies of one wallet the one with more is newer
 * @param channels that it holds, those of the past included
 * @param created to the second, by the clock of the computer that made it
 * @param size of the file in bytes
 */
public record WalletCopy(Path file, Bytes walletId, long progress, int channels, Instant created, long size) {}
