package dev.zorya.storage;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.flywaydb.core.Flyway;

/**
 * The formats the database ever had, oldest first. Flyway takes a file from any of them to the newest; each step is one
 * transaction, so a step that does not succeed leaves the file as it was. Each step sets {@code user_version} to its number:
 * a file that is up to date is recognised without Flyway, whose first call takes 0.7 s.
 */
final class Migrations {
    private static final String FOLDER = "dev/zorya/storage/migration/";
    private static final List<String> STEPS = List.of(
            "V1__wallet.sql",
            "V2__book_in_order.sql",
            "V3__letters.sql",
            "V4__decisions.sql",
            "V5__credentials.sql",
            "V6__moves.sql");

    /** The format of this program. */
    static final int NEWEST = STEPS.size();

    /** "Zrya" in the file's header. */
    static final int APPLICATION_ID = 0x5A727961;

    /** Flyway's own table, and the only thing in the file that no step of ours makes. */
    static final String HISTORY = "flyway_schema_history";

    private Migrations() {}

    /** Brings the file to the newest format. */
    static void run(Path file) {
        Flyway.configure(Migrations.class.getClassLoader())
                .dataSource(new FileSource(file))
                .locations("classpath:" + FOLDER)
                .table(HISTORY)
                .loggers(MigrationLog.class.getName())
                .load()
                .migrate();
    }

    /** The statements that make a file of this format from nothing. */
    static String statements(int format) throws IOException {
        StringBuilder all = new StringBuilder();
        for (String step : STEPS.subList(0, format)) {
            try (InputStream text = Migrations.class.getClassLoader().getResourceAsStream(FOLDER + step)) {
                all.append(new String(Objects.requireNonNull(text, step).readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return all.toString();
    }
}
