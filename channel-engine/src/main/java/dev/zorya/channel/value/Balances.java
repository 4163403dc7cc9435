package dev.zorya.channel.value;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BinaryOperator;

/**
 * Amounts in the smallest unit, one row for each asset, one column for each participant. Rows have equal length, nothing is
 * negative (OFFCHAIN.md 5.4).
 */
public record Balances(List<List<BigInteger>> rows) {
    public static final int MAX = 1024;

    public Balances {
        rows = rows.stream().map(List::copyOf).toList();
        if (rows.size() > MAX) {
            throw new MalformedException("more than " + MAX + " assets: " + rows.size());
        }
        for (List<BigInteger> row : rows) {
            if (row.size() > MAX) {
                throw new MalformedException("more than " + MAX + " participants: " + row.size());
            }
            if (row.size() != rows.getFirst().size()) {
                throw new MalformedException("balance rows of different length");
            }
            for (BigInteger amount : row) {
                requireNotNegative(amount);
            }
        }
    }

    /** One asset, the amounts of its participants in order. */
    public static Balances single(BigInteger... amounts) {
        return new Balances(List.of(List.of(amounts)));
    }

    public int assets() {
        return rows.size();
    }

    public int participants() {
        return rows.isEmpty() ? 0 : rows.getFirst().size();
    }

    public BigInteger of(int asset, int participant) {
        return rows.get(asset).get(participant);
    }

    /** The sum of each row. */
    public List<BigInteger> sums() {
        return rows.stream()
                .map(row -> row.stream().reduce(BigInteger.ZERO, BigInteger::add))
                .toList();
    }

    /** These balances with one amount moved between two participants; fails as malformed if it is more than there is. */
    public Balances move(int asset, int from, int to, BigInteger amount) {
        List<List<BigInteger>> changed = new ArrayList<>(rows);
        List<BigInteger> row = new ArrayList<>(rows.get(asset));
        row.set(from, row.get(from).subtract(amount));
        row.set(to, row.get(to).add(amount));
        changed.set(asset, row);
        return new Balances(changed);
    }

    /** No amount of {@code other}, a matrix of the same shape, is above the one here. */
    public boolean covers(Balances other) {
        for (int asset = 0; asset < assets(); asset++) {
            for (int participant = 0; participant < participants(); participant++) {
                if (of(asset, participant).compareTo(other.of(asset, participant)) < 0) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Cell by cell, of two matrices of the same shape. */
    public Balances plus(Balances other) {
        return combine(other, BigInteger::add);
    }

    /** Cell by cell; fails as malformed where {@code other} is not covered. */
    public Balances minus(Balances other) {
        return combine(other, BigInteger::subtract);
    }

    private Balances combine(Balances other, BinaryOperator<BigInteger> with) {
        List<List<BigInteger>> result = new ArrayList<>();
        for (int asset = 0; asset < assets(); asset++) {
            List<BigInteger> row = new ArrayList<>();
            for (int participant = 0; participant < participants(); participant++) {
                row.add(with.apply(of(asset, participant), other.of(asset, participant)));
            }
            result.add(row);
        }
        return new Balances(result);
    }

    static void requireNotNegative(BigInteger amount) {
        if (amount.signum() < 0) {
            throw new MalformedException("negative balance");
        }
    }
}
