package dev.zorya.ethereum.artifact;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A compiled contract. All code is hex with {@code 0x}, lower case.
 *
 * @param name the name in the Solidity source
 * @param abi the ABI as JSON text
 * @param creationCode what is sent to deploy it, without the constructor's arguments
 * @param runtimeCode what then stands on the chain, with zeros where the immutables go
 * @param immutables where the immutables go
 */
public record Artifact(
        String name, String abi, String creationCode, String runtimeCode, List<ImmutableSlot> immutables) {

    /** A piece of the runtime code that the constructor fills: {@code length} bytes from byte {@code start}. */
    public record ImmutableSlot(int start, int length) {}

    public Artifact {
        immutables = List.copyOf(immutables);
    }

    /** The contract as compiled with the pinned compiler. */
    public static Artifact of(Contract contract) {
        return Objects.requireNonNull(Loaded.ALL.get(contract));
    }

    /**
     * The data of a deployment.
     *
     * @param encodedArguments the constructor's arguments, ABI encoded, hex with or without {@code 0x}; empty if there are none
     */
    public String deployment(String encodedArguments) {
        return creationCode + DeployedCode.digits(encodedArguments);
    }

    /** Whether this is the code on a chain, whatever its immutables are. Read those through the contract's getters. */
    public boolean isDeployedAs(String code) {
        var digits = new StringBuilder(DeployedCode.digits(code));
        if (digits.length() != runtimeCode.length() - 2) {
            return false;
        }
        for (var slot : immutables) {
            for (int i = 2 * slot.start(); i < 2 * (slot.start() + slot.length()); i++) {
                digits.setCharAt(i, '0');
            }
        }
        return runtimeCode.substring(2).contentEquals(digits);
    }

    /** Reads an artifact that stands beside this class. */
    static Artifact read(String name) {
        try (InputStream in = Artifact.class.getResourceAsStream(name + ".json")) {
            if (in == null) {
                throw new IllegalStateException("The compiled contract " + name
                        + " is missing from the program. No money is affected; install the program again.");
            }
            return parse(JsonMapper.shared().readTree(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Artifact parse(JsonNode json) {
        var immutables = new ArrayList<ImmutableSlot>();
        for (var slot : json.get("immutables")) {
            immutables.add(new ImmutableSlot(
                    slot.get("start").intValue(), slot.get("length").intValue()));
        }
        return new Artifact(
                json.get("contract").stringValue(),
                json.get("abi").toString(),
                json.get("creationCode").stringValue(),
                json.get("runtimeCode").stringValue(),
                immutables);
    }

    private static final class Loaded {
        static final Map<Contract, Artifact> ALL = new EnumMap<>(Contract.class);

        static {
            for (var contract : Contract.values()) {
                ALL.put(contract, read(contract.artifactName()));
            }
        }
    }
}
