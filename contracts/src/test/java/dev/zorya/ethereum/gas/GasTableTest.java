package dev.zorya.ethereum.gas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zorya.ethereum.chain.World;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** Every row of {@code onchain-gas-official.json}: no operation costs more than with the official contracts. */
class GasTableTest {
    private static final String FORMAT = "%-52s %10s %10s %7s%n";

    @Test
    void noOperationCostsMoreThanTheOfficialOne() throws Exception {
        var official = official();
        try (var world = new World()) {
            var ours = new Operations(world).measureAll();
            assertEquals(official.keySet(), ours.keySet());
            var table = new StringBuilder(
                    "Gas of our contracts and of the official ones: for deployments all gas used, otherwise execution\n"
                            + "(gas used without 21,000 and the call's data, after refunds).\n\n");
            table.append(FORMAT.formatted("operation", "ours", "official", "change"));
            var dearer = new ArrayList<String>();
            official.forEach((operation, theirs) -> {
                boolean deployment = theirs.execution() == 0;
                var mine = Objects.requireNonNull(ours.get(operation));
                long us = deployment ? mine.used() : mine.execution();
                long them = deployment ? theirs.used() : theirs.execution();
                table.append(FORMAT.formatted(
                        operation,
                        String.format(Locale.ROOT, "%,d", us),
                        String.format(Locale.ROOT, "%,d", them),
                        String.format(Locale.ROOT, "%+.1f%%", 100.0 * (us - them) / them)));
                if (us > them) {
                    dearer.add(operation + ": " + us + " instead of " + them);
                }
            });
            Files.createDirectories(Path.of("target"));
            Files.writeString(Path.of("target", "gas.txt"), table);
            System.out.print(table);
            assertTrue(dearer.isEmpty(), dearer.toString());
        }
    }

    private static LinkedHashMap<String, Operations.Gas> official() {
        var in = GasTableTest.class.getResourceAsStream("/vectors/onchain-gas-official.json");
        var rows = new LinkedHashMap<String, Operations.Gas>();
        for (var row : JsonMapper.shared().readTree(in).get("rows")) {
            rows.put(
                    row.get("operation").stringValue(),
                    new Operations.Gas(
                            row.get("gasUsed").longValue(),
                            row.get("executionGas").longValue()));
        }
        return rows;
    }
}
