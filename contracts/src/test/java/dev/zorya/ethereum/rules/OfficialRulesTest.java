package dev.zorya.ethereum.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.zorya.ethereum.anvil.AnvilException;
import dev.zorya.ethereum.chain.Outcome;
import dev.zorya.ethereum.chain.World;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Each row of {@code onchain-rules-official.json} against our contracts. */
@Tag("slow")
class OfficialRulesTest {
    private static final Map<String, Outcome> ROWS = readRows();
    private static final Map<String, Outcome> SEEN = new HashMap<>();

    @BeforeAll
    static void playAllScenarios() throws AnvilException {
        try (var world = new World()) {
            var groups = new LinkedHashMap<String, Rules>();
            groups.put("register", new RegisterRules(world));
            groups.put("register-tree", new TreeRules(world));
            groups.put("progress", new ProgressRules(world));
            groups.put("conclude", new ConcludeRules(world));
            groups.put("concludeFinal", new ConcludeFinalRules(world));
            groups.put("more", new MoreRules(world));
            groups.put("duration", new DurationRules(world));
            groups.put("asset-holder", new AssetHolderRules(world));
            groups.put("settlement", new SettlementRules(world));
            groups.put("hardening", new HardeningRules(world));
            for (var group : groups.entrySet()) {
                group.getValue().play();
                group.getValue().seen().forEach((rule, outcome) -> SEEN.put(group.getKey() + "/" + rule, outcome));
            }
        }
    }

    @TestFactory
    List<DynamicTest> everyRow() {
        var tests = new ArrayList<DynamicTest>();
        ROWS.forEach((name, official) -> tests.add(DynamicTest.dynamicTest(name, () -> {
            var deviation = Deviations.ALL.get(name);
            Outcome expected = deviation == null ? official : deviation.ours();
            assertEquals(expected, SEEN.get(name));
        })));
        return tests;
    }

    @Test
    void everyRowHasItsScenarioAndTheOtherWayRound() {
        assertEquals(167, ROWS.size());
        assertEquals(new TreeSet<>(ROWS.keySet()), new TreeSet<>(SEEN.keySet()));
    }

    @Test
    void deviationsAreRowsThatReallyDiffer() {
        Deviations.ALL.forEach((name, deviation) -> {
            var official = ROWS.get(name);
            assertEquals(true, official != null && !official.equals(deviation.ours()), name);
        });
    }

    @AfterAll
    static void count() {
        Set<String> equal = new TreeSet<>();
        ROWS.forEach((name, official) -> {
            if (official.equals(SEEN.get(name))) {
                equal.add(name);
            }
        });
        System.out.println(ROWS.size() + " rows of onchain-rules-official.json: " + equal.size() + " equal, "
                + Deviations.ALL.size() + " different on purpose:");
        Deviations.ALL.forEach((name, deviation) -> System.out.println("  " + name + ": ours "
                + (deviation.ours().accepted() ? "accepted" : deviation.ours().text()) + ". " + deviation.reason()));
    }

    private static Map<String, Outcome> readRows() {
        var in = OfficialRulesTest.class.getResourceAsStream("/vectors/onchain-rules-official.json");
        var rows = new LinkedHashMap<String, Outcome>();
        for (JsonNode row : JsonMapper.shared().readTree(in).get("rows")) {
            var events = new ArrayList<String>();
            row.path("events").forEach(event -> events.add(event.stringValue()));
            String name = row.get("group").stringValue() + "/" + row.get("rule").stringValue();
            boolean accepted = row.get("accepted").booleanValue();
            if (rows.put(name, new Outcome(accepted, row.path("revert").asString(""), events)) != null) {
                throw new IllegalStateException("two rows of one name: " + name);
            }
        }
        return rows;
    }
}
