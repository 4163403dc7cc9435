package dev.zorya.wallet.meeting;

import dev.zorya.wallet.api.WalletProblem.Code;

/** Why the other side does not go on; what that means here. */
enum Sorry {
    /** By somebody else. */
    USED(Code.INVITATION_USED),
    /** Withdrawn, or past its date. */
    GONE(Code.INVITATION_GONE),
    UNPROVEN(Code.CONTACT_PROOF_REFUSED);

    private final Code code;

    Sorry(Code code) {
        this.code = code;
    }

    static Code code(String name) {
        for (Sorry sorry : values()) {
            if (sorry.name().equals(name)) {
                return sorry.code;
            }
        }
        return Code.CONTACT_PROOF_REFUSED;
    }
}
