package dev.zorya.ethereum;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zorya.channel.crypto.EthereumKey;
import dev.zorya.channel.crypto.Hashes;
import dev.zorya.channel.port.LedgerException;
import dev.zorya.channel.port.LedgerException.Reason;
import dev.zorya.ethereum.Deployment.Deployed;
import dev.zorya.ethereum.anvil.Anvil;
import dev.zorya.ethereum.anvil.AnvilOptions;
import dev.zorya.ethereum.ledger.EthereumConfig;
import dev.zorya.ethereum.ledger.EthereumLedger;
import dev.zorya.ethereum.ledger.HeldAsset;
import java.math.BigInteger;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeployerTest {
    private static final BigInteger ETHER = BigInteger.TEN.pow(18);

    private final EthereumKey account =
            EthereumKey.of(Hashes.keccak256(new byte[] {42}).toArray());
    private final Deployer.PracticeToken token =
            new Deployer.PracticeToken(List.of(account.address()), BigInteger.valueOf(1_000));

    @TempDir
    Path kept;

    private AnvilOptions options() {
        return AnvilOptions.practice().withFunded(Map.of(account.toString(), ETHER));
    }

    @Test
    void everyContractCostsLessThanTheOfficialOne() throws Exception {
        try (Anvil anvil = Anvil.start(options())) {
            Deployment deployment = Deployer.deploy(anvil.http(), account, token);
            EthereumLedger.check(deployment.practice(anvil.http(), null));
            assertEquals(31337, deployment.chainId());
            assertCheaper(2_977_006, deployment.adjudicator());
            assertCheaper(941_410, deployment.etherHolder());
            Deployed holder = deployment.tokenHolder();
            assertTrue(holder != null);
            assertCheaper(1_054_252, holder);
            assertEquals(deployment, Deployment.fromJson(deployment.toJson()));
        }
    }

    private static void assertCheaper(long official, Deployed ours) {
        assertTrue(ours.gasUsed() > 0 && ours.gasUsed() <= official, ours.toString());
        assertTrue(ours.transaction().matches("0x[0-9a-f]{64}"), ours.transaction());
    }

    @Test
    void aKeptChainHasItsContractsAlready() throws Exception {
        Deployment first;
        try (Anvil anvil = Anvil.start(options().keptIn(kept))) {
            first = Deployer.deploy(anvil.http(), account, token);
        }
        try (Anvil anvil = Anvil.start(options().keptIn(kept))) {
            Deployment again = Deployer.deploy(anvil.http(), account, token);
            assertEquals(addresses(first), addresses(again));
            assertEquals(0, again.adjudicator().gasUsed());
            assertEquals("0x5", nonce(anvil));
            EthereumLedger.check(again.practice(anvil.http(), null));
        }
    }

    @Test
    void whatIsMissingIsAdded() throws Exception {
        try (Anvil anvil = Anvil.start(options())) {
            Deployment without = Deployer.deploy(anvil.http(), account);
            assertNull(without.token());
            assertEquals(without, Deployment.fromJson(without.toJson()));
            Deployment with = Deployer.deploy(anvil.http(), account, token);
            assertEquals(addresses(without).subList(0, 3), addresses(with).subList(0, 3));
            assertEquals("0x5", nonce(anvil));
            EthereumLedger.check(with.practice(anvil.http(), null));
        }
    }

    /** An account that did something else first gets new contracts each time, and good ones. */
    @Test
    void aUsedAccountBeginsAtItsNumber() throws Exception {
        try (Anvil anvil = Anvil.start(options())) {
            anvil.control().request("anvil_setNonce", account.toString(), "0x7");
            Deployment deployment = Deployer.deploy(anvil.http(), account, token);
            EthereumLedger.check(deployment.practice(anvil.http(), null));
            assertEquals("0xc", nonce(anvil));
        }
    }

    @Test
    void withoutMoneyOrChainTheSentenceSaysSo() throws Exception {
        try (Anvil anvil = Anvil.start(AnvilOptions.practice())) {
            LedgerException poor = assertThrows(LedgerException.class, () -> Deployer.deploy(anvil.http(), account));
            assertEquals(Reason.NOT_ENOUGH_FUNDS, poor.reason());
            assertTrue(String.valueOf(poor.getMessage()).contains(account.toString()), poor.getMessage());
        }
        LedgerException nobody =
                assertThrows(LedgerException.class, () -> Deployer.deploy(URI.create("http://127.0.0.1:1"), account));
        assertEquals(Reason.UNREACHABLE, nobody.reason());
    }

    @Test
    void aSetIsNewEachTimeAndHasAsManyTokensAsWanted() throws Exception {
        try (Anvil anvil = Anvil.start(options())) {
            ContractSet first = ContractSet.deploy(anvil.http(), account, List.of(token, token));
            ContractSet second = ContractSet.deploy(anvil.http(), account, List.of());
            assertEquals("0xa", nonce(anvil));
            assertEquals(
                    List.of("ETH", "tok0", "tok1"),
                    first.assets().stream().map(HeldAsset::symbol).toList());
            assertEquals(1, second.assets().size());
            assertEquals(31337, EthereumLedger.chainId(anvil.http()));
            for (ContractSet set : List.of(first, second)) {
                EthereumLedger.check(EthereumConfig.practice(
                        anvil.http(), null, set.chainId(), set.adjudicator(), set.assets(), Set.of(set.paymentApp())));
            }
        }
    }

    @Test
    void damagedJsonIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> Deployment.fromJson("{"));
        assertThrows(IllegalArgumentException.class, () -> Deployment.fromJson("[]"));
    }

    private String nonce(Anvil anvil) throws Exception {
        return anvil.control()
                .request("eth_getTransactionCount", account.toString(), "latest")
                .stringValue();
    }

    private static List<String> addresses(Deployment deployment) {
        return Stream.of(
                        deployment.adjudicator(),
                        deployment.etherHolder(),
                        deployment.paymentApp(),
                        deployment.token(),
                        deployment.tokenHolder())
                .map(one -> one == null ? "" : one.address())
                .toList();
    }
}
