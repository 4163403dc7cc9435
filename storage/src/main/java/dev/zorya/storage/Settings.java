package dev.zorya.storage;

import dev.zorya.channel.port.StoreException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Small facts under a name that belong to this wallet and go where it goes. Never secrets. */
public final class Settings {
    private final Writer writer;
    private final Readers readers;

    Settings(Writer writer, Readers readers) {
        this.writer = writer;
        this.readers = readers;
    }

    public Optional<String> get(String key) throws StoreException {
        return readers.read(handle -> handle.createQuery("SELECT value FROM settings WHERE key = :key")
                .bind("key", key)
                .mapTo(String.class)
                .findOne());
    }

    public void put(String key, String value) throws StoreException {
        writer.write(session -> session.handle()
                .createUpdate("INSERT OR REPLACE INTO settings (key, value) VALUES (:key, :value)")
                .bind("key", key)
                .bind("value", value)
                .execute());
    }

    /** @return false if there was none */
    public boolean remove(String key) throws StoreException {
        return writer.write(session -> session.handle()
                        .createUpdate("DELETE FROM settings WHERE key = :key")
                        .bind("key", key)
                        .execute())
                > 0;
    }

    /** By key. */
    public Map<String, String> all() throws StoreException {
        return readers.read(handle -> handle.createQuery("SELECT key, value FROM settings")
                .map((row, context) -> Map.entry(row.getString("key"), row.getString("value")))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (one, other) -> one, TreeMap::new)));
    }
}
