package dev.zorya.ethereum.gas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zorya.ethereum.chain.World;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/**
 * Every row of {@code onchain-gas-official.json}, and the functions beside the ABI: no operation costs more than with the official contracts,
 * and {@code docs/GAS.md} says what was measured. The property {@code zorya.gas.write} writes it there.
 */
@Tag("slow")
class GasTableTest {
    private static final Path PAGE = Path.of("..", "docs", "GAS.md");
    private static final String BEGIN = "<!-- measured by GasTableTest -->\n";
    private static final String END = "<!-- end -->\n";
    private static final long LIFE_AT_MOST = 210_000;

    @Test
    void noOperationCostsMoreThanTheOfficialOneAndThePageSaysSo() throws Exception {
        var official = official();
        try (var world = new World()) {
            var ours = new Operations(world).measureAll();
            assertEquals(official.keySet(), ours.keySet());
            var table = new GasTable();
            official.forEach(
                    (operation, theirs) -> table.row(operation, theirs, Objects.requireNonNull(ours.get(operation))));
            var life = new Extras(world, official, table).measureAll();
            System.out.print(table);
            assertEquals(List.of(), table.dearer());
            assertTrue(life.used() <= LIFE_AT_MOST, "a whole life: " + life);
            page(BEGIN + "\n" + table + "\n" + END);
        }
    }

    private static void page(String measured) throws Exception {
        String page = Files.readString(PAGE).replace("\r\n", "\n");
        int begin = page.indexOf(BEGIN);
        int end = page.indexOf(END) + END.length();
        if (Boolean.getBoolean("zorya.gas.write")) {
            Files.writeString(PAGE, page.substring(0, begin) + measured + page.substring(end));
            return;
        }
        assertEquals(
                measured,
                page.substring(begin, end),
                "docs/GAS.md is not what was measured; run this test once with -Dzorya.gas.write=true");
    }

    private static LinkedHashMap<String, Gas> official() {
        var in = GasTableTest.class.getResourceAsStream("/vectors/onchain-gas-official.json");
        var rows = new LinkedHashMap<String, Gas>();
        for (var row : JsonMapper.shared().readTree(in).get("rows")) {
            rows.put(
                    row.get("operation").stringValue(),
                    new Gas(
                            row.get("gasUsed").longValue(),
                            row.get("executionGas").longValue()));
        }
        return rows;
    }
}
