package dev.zorya.channel.sim.seeded;

import java.util.EnumMap;
import java.util.Map;

/** What happened in many worlds, in numbers. Who reads them sees whether the worlds were worth it. */
public final class Figures {
    private final Map<Deed.Kind, Long> deeds = new EnumMap<>(Deed.Kind.class);
    private long worlds;
    private long payments;
    private long closed;
    private long cheated;
    private long disputes;
    private long refutations;
    private long games;
    private long threes;
    private long moves;
    private long judgedMoves;

    void deed(Deed.Kind kind) {
        deeds.merge(kind, 1L, Long::sum);
    }

    void ended(World world) {
        worlds++;
        cheated += world.weather.villain().isPresent() ? 1 : 0;
        disputes += world.chain.registered();
        refutations += world.chain.refuted();
        threes += world.people.size() == 3 ? 1 : 0;
        games += world.weather.isGame() ? 1 : 0;
        judgedMoves += world.chain.progressed();
        for (Party party : world.seats) {
            payments += party.orders.done();
            moves += party.orders.played();
            closed += party.isClosing() ? 1 : 0;
        }
    }

    void add(Figures other) {
        other.deeds.forEach((kind, count) -> deeds.merge(kind, count, Long::sum));
        worlds += other.worlds;
        payments += other.payments;
        closed += other.closed;
        cheated += other.cheated;
        disputes += other.disputes;
        refutations += other.refutations;
        games += other.games;
        threes += other.threes;
        moves += other.moves;
        judgedMoves += other.judgedMoves;
    }

    public long worlds() {
        return worlds;
    }

    /** Payments that both sides have signed. */
    public long payments() {
        return payments;
    }

    /** How often one of the two got its money out. */
    public long closed() {
        return closed;
    }

    /** Worlds in which somebody cheats. */
    public long cheated() {
        return cheated;
    }

    /** Channels that somebody brought before the judge. */
    public long disputes() {
        return disputes;
    }

    /** How often what was registered was older than something that was signed. */
    public long refutations() {
        return refutations;
    }

    /** Worlds of three people, with a channel between each two of them. */
    public long threes() {
        return threes;
    }

    /** Worlds in which a game is played. */
    public long games() {
        return games;
    }

    /** Moves of games that count, in the channel or before the judge. */
    public long moves() {
        return moves;
    }

    /** Moves that the judge took without the other side. */
    public long judgedMoves() {
        return judgedMoves;
    }

    public long crashes() {
        return count(Deed.Kind.CRASH);
    }

    public long failedDisks() {
        return count(Deed.Kind.DISK);
    }

    public long brokenConnections() {
        return count(Deed.Kind.BREAK) + count(Deed.Kind.CUT);
    }

    /** Messages that were lost, doubled or moved one by one. */
    public long disorder() {
        return count(Deed.Kind.LOSE) + count(Deed.Kind.DOUBLE) + count(Deed.Kind.MOVE);
    }

    public long forgedMessages() {
        return count(Deed.Kind.FORGE);
    }

    public long reorganisations() {
        return count(Deed.Kind.REORGANISE);
    }

    private long count(Deed.Kind kind) {
        return deeds.getOrDefault(kind, 0L);
    }
}
