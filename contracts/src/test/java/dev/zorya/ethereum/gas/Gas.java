package dev.zorya.ethereum.gas;

/**
 * What one or more transactions cost.
 *
 * @param used all that is paid for
 * @param execution the same without the transactions themselves and their data; 0 for a deployment, as in the official table
 */
record Gas(long used, long execution) {
    static final Gas NONE = new Gas(0, 0);

    Gas plus(Gas other) {
        return new Gas(used + other.used, execution + other.execution);
    }

    Gas times(int count) {
        return new Gas(count * used, count * execution);
    }
}
