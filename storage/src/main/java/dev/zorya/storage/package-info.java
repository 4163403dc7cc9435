/**
 * Everything durable: one SQLite file per wallet, one writer with group commit, sealed secrets, migrations.
 * Implements the store ports of the channel engine; a call returns only after the data is on the disk (rule 1).
 */
@NullMarked
package dev.zorya.storage;

import org.jspecify.annotations.NullMarked;
