package dev.zorya.interop;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** All scenarios at one table, with each side as the proposer. The tables play at the same time; each waits much and works little. */
@Tag("slow")
@TestInstance(Lifecycle.PER_CLASS)
@Execution(ExecutionMode.CONCURRENT)
abstract class LiveTests {
    /** Only scenarios whose name has this in it; for who looks for a fault. */
    private static final String ONLY = System.getProperty("interop.only", "");

    private final String serializer;
    private final Side deployer;

    private Table table;

    /**
     * @param deployer whose contracts: those of go-perun's bindings, or ours
     */
    LiveTests(String serializer, Side deployer) {
        this.serializer = serializer;
        this.deployer = deployer;
    }

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        table = new Table(serializer, deployer, folder);
    }

    @AfterAll
    void stop() throws Exception {
        Endings.of(table);
    }

    @TestFactory
    @Execution(ExecutionMode.SAME_THREAD)
    Stream<DynamicTest> live() {
        return scenarios()
                .filter(scenario -> scenario.serializers().contains(serializer))
                .flatMap(scenario -> List.of(Side.values()).stream().map(proposes -> test(scenario, proposes)));
    }

    private static Stream<Scenario> scenarios() {
        return Stream.of(
                        OpeningScenarios.all(),
                        PaymentScenarios.all(),
                        ClosingScenarios.all(),
                        DisputeScenarios.all(),
                        AssetScenarios.all(),
                        AppScenarios.all(),
                        SubChannelScenarios.all(),
                        RecoveryScenarios.all(),
                        InterruptionScenarios.all(),
                        WatchingScenarios.all())
                .flatMap(all -> all)
                .filter(scenario -> scenario.name().contains(ONLY));
    }

    private DynamicTest test(Scenario scenario, Side proposes) {
        String name = "%s, %s proposes, %s, %s contracts"
                .formatted(
                        scenario.name(),
                        proposes == Side.ZORYA ? "Zorya" : "go-perun",
                        serializer,
                        deployer == Side.ZORYA ? "our" : "official");
        return DynamicTest.dynamicTest(name, () -> scenario.play().in(new Scene(table, proposes)));
    }
}
