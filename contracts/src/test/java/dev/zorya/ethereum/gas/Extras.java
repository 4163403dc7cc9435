package dev.zorya.ethereum.gas;

import static dev.zorya.ethereum.chain.World.ALICE;
import static dev.zorya.ethereum.chain.World.BOB;

import dev.zorya.ethereum.anvil.AnvilException;
import dev.zorya.ethereum.artifact.Contract;
import dev.zorya.ethereum.chain.Abi;
import dev.zorya.ethereum.chain.Calls;
import dev.zorya.ethereum.chain.Channel;
import dev.zorya.ethereum.chain.Outcome;
import dev.zorya.ethereum.chain.Permit;
import dev.zorya.ethereum.chain.World;
import java.math.BigInteger;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What people do with the functions beside the ABI, and what it takes with the official contracts. Everybody sends their own
 * transactions from the account that takes part in the channel, and all accounts exist.
 */
final class Extras {
    static final String LIFE = "a whole life: 2 deposits, close, payout to both";

    private static final BigInteger HUNDRED = BigInteger.valueOf(100);

    private final World world;
    private final Map<String, Gas> official;
    private final GasTable table;

    Extras(World world, Map<String, Gas> official, GasTable table) {
        this.world = world;
        this.official = official;
        this.table = table;
    }

    /** Adds all rows, and says what the whole life costs. */
    Gas measureAll() throws AnvilException {
        Gas deposit = official("deposit ETH, first for its fundingID");
        Gas close = official("concludeFinal 2 parties, 1 asset, not registered")
                .plus(official("withdraw ETH, everything, existing receiver").times(2));
        Channel channel = world.channel();
        Gas life = Gas.NONE;
        life = life.plus(measured(world.as(ALICE).depositEth(channel.fundingId(ALICE), 50)));
        life = life.plus(measured(world.as(BOB).depositEth(channel.fundingId(BOB), 50)));
        Gas closing = measured(world.as(ALICE)
                .concludeFinalAndPay(
                        channel.sign(channel.state(1, world.eth(), 60, 40).asFinal())));
        table.together("close and pay both, ETH (official: conclude, 2 withdrawals)", close, closing);
        table.together(LIFE, deposit.times(2).plus(close), life.plus(closing));

        Gas tokens = official("ERC20 approve, allowance from zero").plus(official("deposit ERC20, allowance used up"));
        table.together("deposit ERC20 with permit (official: approve, deposit)", tokens, permit());
        table.together("deposit ETH for two channels (official: 2 deposits)", deposit.times(2), batch());
        return life.plus(closing);
    }

    private Gas permit() throws AnvilException {
        String token = world.deployForTest(
                "PermitToken",
                Abi.array(Stream.of(Abi.word(ALICE.address()), Abi.word(BOB.address()))),
                Abi.word(1000));
        String holder = world.deploy(Contract.ASSET_HOLDER_ERC20, Abi.word(world.adjudicator()), Abi.word(token));
        Channel channel = world.channel();
        // the holder's first token of all costs more; the official table leaves it out
        measured(world.as(BOB).send(token, Calls.approve(holder, HUNDRED)));
        measured(world.as(BOB).send(holder, Calls.deposit(channel.fundingId(BOB), HUNDRED)));
        byte[] signature = Permit.sign(world, token, holder, ALICE, HUNDRED, Permit.LATER);
        return measured(world.as(ALICE)
                .send(holder, Calls.depositWithPermit(channel.fundingId(ALICE), HUNDRED, Permit.LATER, signature)));
    }

    private Gas batch() throws AnvilException {
        var one = deposit(world.channel());
        var two = deposit(world.channel());
        return measured(world.as(ALICE).send(world.adjudicator(), Calls.depositAll(one, two), HUNDRED.add(HUNDRED)));
    }

    private Calls.Deposit deposit(Channel channel) {
        return new Calls.Deposit(world.ethHolder(), HUNDRED, channel.fundingId(ALICE), HUNDRED);
    }

    private Gas official(String operation) {
        Gas gas = official.get(operation);
        if (gas == null) {
            throw new IllegalArgumentException(operation);
        }
        return gas;
    }

    private Gas measured(Outcome outcome) {
        if (!outcome.accepted()) {
            throw new IllegalStateException(outcome.toString());
        }
        return new Gas(world.lastGas(), world.lastExecutionGas());
    }
}
