package dev.zorya.storage;

import dev.zorya.channel.port.StoreException;
import dev.zorya.channel.port.StoreException.Reason;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.nio.file.ReadOnlyFileSystemException;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** What went wrong with the disk or the database, in sentences for a person: what, what it means for the money, what next. */
final class Failures {
    private static final int PRIMARY_CODE = 0xff;

    private Failures() {}

    static StoreException of(Throwable cause) {
        if (cause instanceof StoreException known) {
            return known;
        }
        Reason reason = reason(cause);
        return new StoreException(reason, sentence(reason), cause);
    }

    static StoreException corrupt(Path file, String what) {
        return new StoreException(
                Reason.CORRUPT,
                "The wallet's file " + file + " is damaged: " + what + ". Zorya has not changed it, and what the chain"
                        + " holds for you is safe. Restore your last copy.");
    }

    static StoreException newer(Path file, int found, int known) {
        return new StoreException(
                Reason.NEWER_VERSION,
                "The wallet's file " + file + " was written by a newer Zorya (format " + found + ", this one knows "
                        + known + "). It is unchanged and your money is safe. Open it with the newer Zorya.");
    }

    static StoreException readOnly(Path path) {
        return new StoreException(
                Reason.READ_ONLY,
                "Zorya cannot write to " + path
                        + ". Nothing was changed and your money is safe. Give yourself the right"
                        + " to write there, then open Zorya again.");
    }

    static StoreException closed() {
        return new StoreException(
                Reason.CLOSED, "The wallet is closed, so this was not saved. Nothing was sent. Open it and try again.");
    }

    private static Reason reason(Throwable cause) {
        for (Throwable each = cause; each != null; each = next(each)) {
            if (each instanceof SQLiteException sqlite) {
                return reason(sqlite.getResultCode());
            }
            if (each instanceof AccessDeniedException || each instanceof ReadOnlyFileSystemException) {
                return Reason.READ_ONLY;
            }
            if (each instanceof IOException file) {
                return reason(file);
            }
        }
        return Reason.IO;
    }

    private static @Nullable Throwable next(Throwable each) {
        Throwable cause = each.getCause();
        return cause == each ? null : cause;
    }

    private static Reason reason(SQLiteErrorCode code) {
        int primary = code.code & PRIMARY_CODE;
        if (primary == SQLiteErrorCode.SQLITE_FULL.code) {
            return Reason.DISK_FULL;
        }
        if (primary == SQLiteErrorCode.SQLITE_READONLY.code || primary == SQLiteErrorCode.SQLITE_PERM.code) {
            return Reason.READ_ONLY;
        }
        if (primary == SQLiteErrorCode.SQLITE_CORRUPT.code || primary == SQLiteErrorCode.SQLITE_NOTADB.code) {
            return Reason.CORRUPT;
        }
        if (primary == SQLiteErrorCode.SQLITE_BUSY.code || primary == SQLiteErrorCode.SQLITE_LOCKED.code) {
            return Reason.IN_USE;
        }
        return Reason.IO;
    }

    /** Java does not tell a full disk from other trouble but by the system's words. */
    private static Reason reason(IOException cause) {
        String words = cause instanceof FileSystemException file ? file.getReason() : cause.getMessage();
        if (words != null && (words.contains("No space left") || words.contains("not enough space"))) {
            return Reason.DISK_FULL;
        }
        return words != null && words.contains("Read-only file system") ? Reason.READ_ONLY : Reason.IO;
    }

    private static String sentence(Reason reason) {
        return switch (reason) {
            case DISK_FULL ->
                "The disk is full, so this was not saved. Nothing was sent and your money is as it was before. Free"
                        + " some space, then try again.";
            case READ_ONLY ->
                "Zorya cannot write to the wallet's folder, so this was not saved. Nothing was sent and your money is"
                        + " as it was before. Give yourself the right to write there, then try again.";
            case CORRUPT ->
                "The wallet's file is damaged. Zorya has not changed it, and what the chain holds for you is safe."
                        + " Restore your last copy.";
            case IN_USE ->
                "Another program holds the wallet's file, so this was not saved. Nothing was sent. Close the other"
                        + " program, then try again.";
            case NEWER_VERSION, IO, CLOSED ->
                "The disk did not take or give the data. What was saved before is unchanged and nothing was sent. Check"
                        + " the disk, then try again.";
        };
    }
}
