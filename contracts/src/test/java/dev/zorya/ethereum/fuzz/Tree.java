package dev.zorya.ethereum.fuzz;

import dev.zorya.channel.crypto.EthereumKey;
import dev.zorya.channel.crypto.Hashes;
import dev.zorya.channel.ethereum.EthereumScheme;
import dev.zorya.channel.value.Allocation;
import dev.zorya.channel.value.App;
import dev.zorya.channel.value.Asset;
import dev.zorya.channel.value.Balances;
import dev.zorya.channel.value.Bytes;
import dev.zorya.channel.value.ChannelId;
import dev.zorya.channel.value.Params;
import dev.zorya.channel.value.Participant;
import dev.zorya.channel.value.State;
import dev.zorya.channel.value.SubAllocation;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Random channels that belong together: a lone one, up to two levels of sub-channels, or two parents of a virtual one. */
final class Tree {
    static final List<EthereumKey> PEOPLE = Stream.of("ann", "ben", "cat")
            .map(name -> EthereumKey.of(
                    Hashes.keccak256(name.getBytes(StandardCharsets.UTF_8)).toArray()))
            .toList();

    private static final int VERSIONS = 4;
    /** Seconds; short, so that the clock comes by each timeout. */
    private static final int LONGEST = 10;

    private final Random random;
    private final Place place;
    private final long seed;
    private final EthereumScheme scheme;
    private final List<Asset> assets;
    private final int people;
    private final List<Part> parts = new ArrayList<>();

    Tree(long seed, Random random, Place place, EthereumScheme scheme) {
        this.seed = seed;
        this.random = random;
        this.place = place;
        this.scheme = scheme;
        this.assets = List.of(List.of(place.eth()), List.of(place.token()), List.of(place.eth(), place.token()))
                .get(random.nextInt(3));
        this.people = chance(75) ? 2 : 3;
        grow();
    }

    /** All channels, roots last. */
    List<Part> parts() {
        return parts;
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    private void grow() {
        switch (random.nextInt(5)) {
            case 0 -> part("lone", true, false, List.of());
            case 1 -> part("root", true, false, List.of(part("sub", false, false, List.of())));
            case 2 -> {
                Part last = part("subsub", false, false, List.of());
                part("root", true, false, List.of(part("sub", false, false, List.of(last))));
            }
            case 3 -> {
                Part one = part("sub1", false, false, List.of());
                part("root", true, false, List.of(one, part("sub2", false, false, List.of())));
            }
            default -> {
                Part virtual = part("virtual", false, true, List.of());
                part("parent1", true, false, List.of(virtual));
                part("parent2", true, false, List.of(virtual));
            }
        }
    }

    private Part part(String name, boolean ledger, boolean virtual, List<Part> children) {
        Params params = new Params(
                1L + random.nextInt(LONGEST),
                PEOPLE.stream()
                        .limit(people)
                        .map(key -> Participant.ethereum(key.address()))
                        .toList(),
                app(virtual),
                BigInteger.valueOf(16 * seed + parts.size()),
                ledger,
                virtual,
                Bytes.zero(Params.AUX_SIZE));
        List<SubAllocation> locks = children.stream().map(this::lock).toList();
        int total = 10 + random.nextInt(50);
        List<State> states = new ArrayList<>();
        for (int version = 1; version <= VERSIONS; version++) {
            var locked = chance(85) ? locks : List.<SubAllocation>of();
            states.add(new State(
                    scheme.channelId(params),
                    version,
                    new Allocation(assets, split(total), locked),
                    chance(15),
                    params.app(),
                    chance(20) ? Bytes.wrap(new byte[] {(byte) version}) : Bytes.EMPTY));
        }
        Part part = new Part(name, params, states, children);
        parts.add(part);
        return part;
    }

    private App app(boolean virtual) {
        int dice = random.nextInt(100);
        if (dice < (virtual ? 95 : 50)) {
            return App.NONE;
        }
        return dice < 90
                ? new App.Contract(place.trivialApp())
                : dice < 97 ? new App.Contract(place.refusingApp()) : place.missingApp();
    }

    /** Mostly what the child's states add up to; now and then a coin too much, or an index that the parent does not have. */
    private SubAllocation lock(Part child) {
        List<BigInteger> sums =
                new ArrayList<>(child.states().getFirst().allocation().sums());
        if (chance(4)) {
            sums.set(0, sums.getFirst().add(BigInteger.ONE));
        }
        List<Integer> map = IntStream.range(0, people)
                .mapToObj(i -> chance(2) ? people : chance(70) ? i : random.nextInt(people))
                .toList();
        ChannelId id = scheme.channelId(child.params());
        return new SubAllocation(id, sums, chance(30) ? List.of() : map);
    }

    /** The same sum for each asset, shared out at random. */
    Balances split(int total) {
        List<List<BigInteger>> rows = new ArrayList<>();
        for (int asset = 0; asset < assets.size(); asset++) {
            List<BigInteger> row = new ArrayList<>();
            int left = total;
            for (int i = 1; i < people; i++) {
                int share = random.nextInt(left + 1);
                row.add(BigInteger.valueOf(share));
                left -= share;
            }
            row.add(BigInteger.valueOf(left));
            rows.add(row);
        }
        return new Balances(rows);
    }

    List<Asset> assets() {
        return assets;
    }

    int people() {
        return people;
    }
}
