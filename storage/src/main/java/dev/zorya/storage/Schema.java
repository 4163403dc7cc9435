package dev.zorya.storage;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a database consists of. A file that someone else could have made is used only if it consists of exactly what our own
 * statements make: a trigger, a view, a default or a check would run in our name (threat 47).
 */
record Schema(Set<Thing> things) {
    /** @param sql as it was written; null for what SQLite makes by itself, such as the index of a UNIQUE column */
    record Thing(
            String type,
            String name,
            String table,
            @Nullable String sql) {
        boolean isHistory() {
            return table.equals(Migrations.HISTORY) && (type.equals("table") || type.equals("index"));
        }
    }

    static Schema of(Connection connection) throws SQLException {
        Set<Thing> things = new HashSet<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT type, name, tbl_name, sql FROM sqlite_schema")) {
            while (rows.next()) {
                Thing thing = new Thing(rows.getString(1), rows.getString(2), rows.getString(3), rows.getString(4));
                if (!thing.isHistory()) {
                    things.add(thing);
                }
            }
        }
        return new Schema(things);
    }

    /** What a file of this format consists of, made by running our own statements in memory. */
    static Schema expected(int format) throws SQLException, IOException {
        try (Connection memory = DriverManager.getConnection("jdbc:sqlite::memory:");
                Statement statement = memory.createStatement()) {
            statement.executeUpdate(Migrations.statements(format));
            return of(memory);
        }
    }

    boolean isEmpty() {
        return things.isEmpty();
    }

    /** The first thing that is in one of the two only, or nothing if they are the same. */
    Optional<String> difference(Schema expected) {
        for (Thing thing : things) {
            if (!expected.things.contains(thing)) {
                return Optional.of("it holds a " + thing.type + " \"" + thing.name + "\" that Zorya did not make");
            }
        }
        for (Thing thing : expected.things) {
            if (!things.contains(thing)) {
                return Optional.of("its " + thing.type + " \"" + thing.name + "\" is missing");
            }
        }
        return Optional.empty();
    }
}
