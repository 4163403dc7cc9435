package dev.zorya.ethereum;

import dev.zorya.channel.crypto.AddressText;
import dev.zorya.channel.port.LedgerException;
import dev.zorya.channel.port.Signer;
import dev.zorya.channel.value.Bytes;
import dev.zorya.ethereum.Deployment.Deployed;
import dev.zorya.ethereum.artifact.Artifact;
import dev.zorya.ethereum.artifact.Contract;
import dev.zorya.ethereum.rpc.At;
import dev.zorya.ethereum.rpc.Batch;
import dev.zorya.ethereum.rpc.Node;
import dev.zorya.ethereum.rpc.NodeException;
import dev.zorya.ethereum.rpc.Slot;
import java.math.BigInteger;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.web3j.crypto.ContractUtils;

/**
 * Puts the contracts on a chain. A contract's address follows from account and transaction number, so an account that does
 * nothing else finds its own contracts again on a chain that was kept, and goes on where it was interrupted.
 */
public final class Deployer {
    private final Node node;
    private final Signer account;
    private final ContractSender sender;

    private Deployer(Node node, Signer account) {
        this.node = node;
        this.account = account;
        this.sender = new ContractSender(node, account);
    }

    /**
     * A token without value, given to each account when it is deployed.
     *
     * @param each smallest unit, 18 decimals
     */
    public record PracticeToken(List<Bytes> accounts, BigInteger each) {
        public PracticeToken {
            accounts = List.copyOf(accounts);
        }
    }

    private record Step(Contract contract, String arguments) {}

    /**
     * Adjudicator, holder of ETH and payment app.
     *
     * @param account pays, and should be used for nothing else
     * @throws LedgerException UNREACHABLE, NOT_ENOUGH_FUNDS or REVERTED, with the sentence for the person
     */
    public static Deployment deploy(URI http, Signer account) throws LedgerException {
        return deploy(http, account, Optional.empty());
    }

    /** The same with a practice token and its holder. */
    public static Deployment deploy(URI http, Signer account, PracticeToken token) throws LedgerException {
        return deploy(http, account, Optional.of(token));
    }

    private static Deployment deploy(URI http, Signer account, Optional<PracticeToken> token) throws LedgerException {
        return on(http, node -> new Deployer(node, account).deploy(token));
    }

    /** Work on a chain. */
    @FunctionalInterface
    interface Work<T> {
        T with(Node node) throws NodeException, LedgerException;
    }

    /** Does the work, and says what went wrong in sentences. */
    static <T> T on(URI http, Work<T> work) throws LedgerException {
        try (Node node = Node.at(http)) {
            return work.with(node);
        } catch (NodeException.Unreachable e) {
            throw new LedgerException(
                    LedgerException.Reason.UNREACHABLE,
                    "The chain does not answer at " + http.getAuthority()
                            + ". The contracts may be there in part; try again when the chain answers.",
                    e);
        } catch (NodeException e) {
            throw new LedgerException(
                    LedgerException.Reason.REVERTED,
                    "The chain did not take the contracts (" + e.getMessage()
                            + "). Only fees may have been paid. Check the node and try again.",
                    e);
        }
    }

    private Deployment deploy(Optional<PracticeToken> token) throws NodeException, LedgerException {
        Batch batch = node.batch();
        Slot chain = batch.ask("eth_chainId");
        Slot used = batch.nonce(account.address(), At.LATEST);
        List<Slot> codes = new ArrayList<>();
        for (int nonce = 0; nonce < 5; nonce++) {
            codes.add(batch.code(address(nonce)));
        }
        batch.run();
        long chainId = chain.quantity().longValue();
        long nonce = used.quantity().longValue();
        int wanted = token.isPresent() ? 5 : 3;
        int there = present(codes.subList(0, wanted));
        // anything else the account did makes the numbers useless, then it begins anew
        long first = there == wanted || there == nonce ? 0 : nonce;
        List<Step> steps = steps(first, token);
        List<Deployed> deployed = new ArrayList<>();
        for (int i = 0; i < steps.size(); i++) {
            boolean isThere = first == 0 && i < there;
            deployed.add(
                    isThere
                            ? new Deployed(AddressText.of(address(i)), "", 0)
                            : sender.deploy(
                                    chainId,
                                    first + i,
                                    creation(
                                            steps.get(i).contract(),
                                            steps.get(i).arguments())));
        }
        boolean withToken = token.isPresent();
        return new Deployment(
                chainId,
                deployed.get(0),
                deployed.get(1),
                deployed.get(2),
                withToken ? deployed.get(3) : null,
                withToken ? deployed.get(4) : null);
    }

    /** How many of the contracts stand where they would have been put, from the first on. */
    private static int present(List<Slot> codes) throws NodeException.Refused {
        int there = 0;
        while (there < codes.size()
                && Artifact.of(ORDER.get(there))
                        .isDeployedAs(codes.get(there).bytes().hex())) {
            there++;
        }
        return there;
    }

    /** What creates a contract. */
    static Bytes creation(Contract contract, String arguments) {
        return Bytes.fromHex(Artifact.of(contract).deployment(arguments));
    }

    private static final List<Contract> ORDER = List.of(
            Contract.ADJUDICATOR,
            Contract.ASSET_HOLDER_ETH,
            Contract.PAYMENT_APP,
            Contract.PRACTICE_TOKEN,
            Contract.ASSET_HOLDER_ERC20);

    private List<Step> steps(long first, Optional<PracticeToken> token) {
        String adjudicator = word(address(first));
        List<Step> steps = new ArrayList<>(
                List.of(new Step(ORDER.get(0), ""), new Step(ORDER.get(1), adjudicator), new Step(ORDER.get(2), "")));
        token.ifPresent(practice -> {
            steps.add(new Step(ORDER.get(3), arguments(practice)));
            steps.add(new Step(ORDER.get(4), adjudicator + word(address(first + 3))));
        });
        return steps;
    }

    /** ABI of {@code (address[], uint256)}. */
    static String arguments(PracticeToken token) {
        StringBuilder words = new StringBuilder();
        words.append(word(BigInteger.valueOf(64)));
        words.append(word(token.each()));
        words.append(word(BigInteger.valueOf(token.accounts().size())));
        token.accounts().forEach(holder -> words.append(word(holder)));
        return words.toString();
    }

    static String word(Bytes address) {
        return word(new BigInteger(1, address.toArray()));
    }

    private static String word(BigInteger number) {
        return "%064x".formatted(number);
    }

    private Bytes address(long nonce) {
        return Bytes.wrap(
                ContractUtils.generateContractAddress(account.address().toArray(), BigInteger.valueOf(nonce)));
    }
}
