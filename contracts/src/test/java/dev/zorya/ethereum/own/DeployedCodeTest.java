package dev.zorya.ethereum.own;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zorya.ethereum.artifact.Artifact;
import dev.zorya.ethereum.artifact.CodeOrigin;
import dev.zorya.ethereum.artifact.Contract;
import dev.zorya.ethereum.artifact.DeployedCode;
import dev.zorya.ethereum.chain.World;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Code on a chain is recognised exactly, whatever its immutables are. */
@Tag("threat-17")
class DeployedCodeTest extends ContractTest {
    DeployedCodeTest() throws Exception {}

    @Test
    void oursIsRecognisedWhereItIsDeployed() throws Exception {
        assertOrigin(CodeOrigin.OURS, Contract.ADJUDICATOR, world.adjudicator());
        assertOrigin(CodeOrigin.OURS, Contract.ASSET_HOLDER_ETH, world.ethHolder());
        assertOrigin(CodeOrigin.OURS, Contract.ASSET_HOLDER_ERC20, world.tokenHolder());
        assertOrigin(CodeOrigin.OURS, Contract.PRACTICE_TOKEN, world.token());
        assertOrigin(CodeOrigin.OURS, Contract.PAYMENT_APP, world.deploy(Contract.PAYMENT_APP));
    }

    private void assertOrigin(CodeOrigin expected, Contract contract, String address) throws Exception {
        assertEquals(expected, DeployedCode.origin(contract, world.code(address)));
        assertEquals(expected, DeployedCode.origin(contract, world.code(address), world.token()));
    }

    @Test
    void oneContractIsNotAnother() throws Exception {
        assertOrigin(CodeOrigin.UNKNOWN, Contract.ASSET_HOLDER_ETH, world.tokenHolder());
        assertOrigin(CodeOrigin.UNKNOWN, Contract.ADJUDICATOR, world.ethHolder());
        assertOrigin(CodeOrigin.ABSENT, Contract.ADJUDICATOR, World.ALICE.address());
    }

    @Test
    void oneChangedByteIsAnotherContract() throws Exception {
        String code = world.code(world.ethHolder());
        for (int at : new int[] {2, outsideOfImmutables(code.length() / 2), code.length() - 1}) {
            char other = code.charAt(at) == '0' ? '1' : '0';
            String changed = code.substring(0, at) + other + code.substring(at + 1);
            assertEquals(CodeOrigin.UNKNOWN, DeployedCode.origin(Contract.ASSET_HOLDER_ETH, changed));
        }
        assertEquals(CodeOrigin.UNKNOWN, DeployedCode.origin(Contract.ASSET_HOLDER_ETH, code + "00"));
    }

    private static int outsideOfImmutables(int from) {
        for (var slot : Artifact.of(Contract.ASSET_HOLDER_ETH).immutables()) {
            int start = 2 + 2 * slot.start();
            int end = start + 2 * slot.length();
            if (start <= from && from < end) {
                return end;
            }
        }
        return from;
    }

    @Test
    void holdersHaveImmutablesAndTheAdjudicatorHasNone() {
        assertTrue(Artifact.of(Contract.ADJUDICATOR).immutables().isEmpty());
        assertFalse(Artifact.of(Contract.ASSET_HOLDER_ETH).immutables().isEmpty());
    }
}
