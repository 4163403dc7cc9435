package dev.zorya.wallet.trust;

/** What was kept as the trust policy is none. Nothing is accepted by it then. */
public final class PolicyDamaged extends Exception {
    private static final long serialVersionUID = 1L;

    PolicyDamaged(String what) {
        super(what);
    }
}
