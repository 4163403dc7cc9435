package dev.zorya.channel.sim.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.zorya.channel.vectors.Vectors;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;

/** The judge against every row of onchain-rules-official.json that can be said with values that are valid in go-perun. */
class OfficialRulesTest {
    /** Where the wallet's own contracts are stricter on purpose: what could never be concluded is not registered. */
    private static final Map<String, String> OURS = Map.of(
            "conclude/index map beyond the parent's participants: register", "index map out of range",
            "conclude/index map beyond the parent's participants: conclude", "not registered",
            "more/progress: registered balance row too wide", "balances per asset mismatch");

    /** Malformed bytes, transactions and receivers: our values have no words for them. */
    private static final Set<String> UNSAYABLE = Set.of(
            "register/signature variant compact-64-bytes",
            "register/signature variant trailing-byte",
            "register-tree/sub-channel with an extra balance row",
            "progress/extra asset",
            "progress/the backends array is not compared (extra entry)",
            "more/withdraw to a contract that needs more than 2300 gas",
            "more/withdraw to a contract that takes ETH for free",
            "duration/duration 0 can be registered",
            "duration/duration 0 is concludable at once",
            "asset-holder/ETH deposit with less value",
            "asset-holder/ETH deposit events",
            "asset-holder/plain ETH transfer to the holder",
            "asset-holder/token deposit with ETH attached",
            "asset-holder/token deposit without allowance",
            "asset-holder/token deposit",
            "asset-holder/token deposit events",
            "asset-holder/setOutcome by a stranger",
            "asset-holder/withdraw with a changed receiver",
            "asset-holder/withdraw with a changed ccAddress",
            "asset-holder/withdraw events",
            "asset-holder/withdraw to a contract that rejects ETH",
            "hardening/an authorization used at the ETH holder",
            "hardening/the same authorization at the ERC20 holder");

    private static Map<String, Court.Answer> official() {
        Map<String, Court.Answer> rows = new LinkedHashMap<>();
        for (JsonNode row : Vectors.load("onchain-rules-official").required("rows")) {
            List<String> events = new ArrayList<>();
            row.path("events").forEach(event -> events.add(event.stringValue()));
            rows.put(
                    Vectors.text(row, "group") + "/" + Vectors.text(row, "rule"),
                    new Court.Answer(
                            row.required("accepted").booleanValue(),
                            row.path("revert").asString(""),
                            events));
        }
        return rows;
    }

    private static Map<String, Court.Answer> ours() {
        Court court = new Court();
        new RegisterRules(court).play();
        new ProgressRules(court).play();
        new ConcludeRules(court).play();
        new HolderRules(court).play();
        return court.seen();
    }

    @TestFactory
    List<DynamicTest> everyRow() {
        Map<String, Court.Answer> rows = official();
        List<DynamicTest> tests = new ArrayList<>();
        ours().forEach((rule, answer) -> tests.add(DynamicTest.dynamicTest(
                rule, () -> assertEquals(expected(rule, Objects.requireNonNull(rows.get(rule), rule)), answer))));
        return tests;
    }

    private static Court.Answer expected(String rule, Court.Answer official) {
        if (OURS.containsKey(rule)) {
            return new Court.Answer(false, OURS.get(rule), List.of());
        }
        // which of its faults a signature has is the scheme's to know; holders give no events here
        String text = official.text().startsWith("ECDSA:") ? "invalid signature" : official.text();
        boolean holder = rule.startsWith("asset-holder/");
        return new Court.Answer(official.accepted(), text, holder ? List.of() : official.events());
    }

    @Test
    void everyRowIsPlayedOrCannotBeSaid() {
        Set<String> known = new TreeSet<>(ours().keySet());
        known.addAll(UNSAYABLE);
        assertEquals(new TreeSet<>(official().keySet()), known);
        assertEquals(official().size(), ours().size() + UNSAYABLE.size());
    }

    @Test
    void whereTheJudgeIsStricterItSaysSo() {
        Map<String, Court.Answer> rows = official();
        OURS.forEach((rule, text) -> assertEquals(
                false, text.equals(Objects.requireNonNull(rows.get(rule)).text()), rule));
    }
}
