package dev.zorya.wallet.api;

/**
 * A failure as a person needs it (UI.md 1.6).
 *
 * @param code stable, for support and tests
 * @param what happened
 * @param meaning for the money
 * @param next what to do
 * @param details for the fold-out: technical cause, may be empty
 */
public record WalletProblem(Code code, String what, String meaning, String next, String details) {
    public enum Code {
        NODE_MISSING,
        CHAIN_UNREACHABLE,
        CHAIN_WRONG_ID,
        CHAIN_UNKNOWN_CONTRACTS,
        CHAIN_REFUSED,
        /** What was typed is no address of a node. */
        NODE_ADDRESS,
        /** It is one of the wallet's nodes already. */
        NODE_KNOWN,
        NODE_SILENT,
        /** The practice network runs its node itself. */
        NODE_PRACTICE,
        CHAIN_STOPPED,
        /** Fees are above the person's limit for now. */
        CHAIN_TOO_DEAR,
        /** The account cannot pay the fee of what has to happen on the chain. */
        FEES_MISSING,
        PORT_TAKEN,
        PASSPHRASE_WRONG,
        /** Too many wrong ones in a row. */
        PASSPHRASE_WAIT,
        PASSPHRASE_WEAK,
        WORDS_NOT_A_PHRASE,
        NAME_EMPTY,
        NAME_IN_USE,
        WALLET_UNKNOWN,
        /** The file that describes it cannot be read. */
        WALLET_DAMAGED,
        WALLET_IN_USE,
        PRACTICE_IN_USE,
        STORE_NEWER,
        STORE_CORRUPT,
        STORE_READ_ONLY,
        STORE_FULL,
        STORE_TROUBLE,
        CONTACT_TEXT_DAMAGED,
        CONTACT_EXPIRED,
        CONTACT_OTHER_NETWORK,
        CONTACT_IS_YOU,
        /** The DID and the Perun address do not vouch for each other. */
        CONTACT_NOT_PROVEN,
        /** A newer card of the same contact is known. */
        CONTACT_OLDER_CARD,
        /** Known already, introduced in another way. */
        CONTACT_TWICE,
        /** Has a channel that is not settled, so it cannot be removed. */
        CONTACT_HAS_CHANNELS,
        CONTACT_UNKNOWN,
        CONTACT_WRONG_KEY,
        PEER_OFFLINE,
        PEER_SILENT,
        PEER_DECLINED,
        /** Another program that does not know payment requests. */
        PEER_WITHOUT_REQUESTS,
        POLICY_FORBIDS,
        AMOUNT_ZERO,
        AMOUNT_NEGATIVE,
        AMOUNT_ABOVE_BALANCE,
        /** Signed but not taken by the other side: stays pending (UI.md 11, text 13). */
        PAYMENT_PENDING,
        /** Cancelled for good: the other side signed a balance without it. */
        PAYMENT_CANCELLED,
        CHANNEL_UNKNOWN,
        /** It was never before the chain. */
        CHANNEL_UNDISPUTED,
        /** A file that should be a copy is none, is damaged, or is another wallet's. */
        COPY_DAMAGED,
        /** Written by a newer program. */
        COPY_NEWER,
        /** The folder for copies is not there. */
        COPY_FOLDER_GONE,
        /** A copy could not be written; it is tried again. */
        COPY_FAILED,
        /** What should be restored is on this computer already. */
        WALLET_IS_HERE,
        /** A file that the person chose cannot be written. */
        FILE_NOT_WRITTEN,
        CHANNEL_NOT_OPEN,
        /** Restored from a copy that may be old: the other side is asked first. */
        CHANNEL_STALE,
        /** Nothing of ours is on the chain that closing alone could bring back. */
        CHANNEL_EMPTY,
        /** Too many payments wait for their turn. */
        CHANNEL_BUSY,
        /** Cannot be read and was put aside; everything else goes on. */
        CHANNEL_STOPPED,
        CHANNEL_LIMITS,
        /** Withdrawn, answered or expired in the meantime. */
        CONSENT_GONE,
        CREDENTIAL_UNKNOWN,
        /** A statement or lifetime that no voucher can have. */
        CREDENTIAL_ORDER,
        /** None that fits what they ask for. */
        CREDENTIAL_MISSING,
        /** What they have shown does not pass the checks. */
        CREDENTIAL_NOT_HOLDING,
        /** What they have issued is not what the person agreed to. */
        CREDENTIAL_NOT_AS_OFFERED,
        PROOF_DECLINED,
        /** A rule of the trust policy that no proposal can fit. */
        TRUST_RULE_FITS_NOTHING,
        /** What is kept as the trust policy cannot be read. */
        TRUST_RULES_DAMAGED,
        /** Paid, declined or expired in the meantime. */
        REQUEST_GONE,
        /** Answered, withdrawn or expired in the meantime. */
        QUESTION_GONE,
        /** The agent that keeps the wallet's DID does not answer. */
        AGENT_UNREACHABLE,
        AGENT_KEY_REFUSED,
        /** It lacks something that this wallet needs. */
        AGENT_TOO_OLD,
        /** It answered and said no. */
        AGENT_REFUSED,
        /** Another agent than the one that keeps the wallet's DID. */
        AGENT_OTHER,
        /** What was typed is no address that an API key may be sent to. */
        AGENT_ADDRESS,
        /** A change of the identity is under way. */
        IDENTITY_CHANGING,
        /** A local agent could not be made or started. */
        AGENT_NOT_STARTED,
        /** No Python that a local agent could run on. */
        PYTHON_MISSING,
        /** This needs an agent, and the wallet uses its built-in identity. */
        AGENT_NEEDED,
        /** The other side's proof does not hold. */
        CONTACT_PROOF_REFUSED,
        /** Somebody has used the invitation already. */
        INVITATION_USED,
        /** Withdrawn, or past its date. */
        INVITATION_GONE,
        /** Complete, given up or withdrawn in the meantime. */
        INTRODUCTION_GONE,
        /** The other side's agent does not answer. */
        CONTACT_SILENT,
        /** Another program that takes no letters: no credentials, no new cards. */
        PEER_WITHOUT_LETTERS,
        /** Too many letters wait for one contact. */
        LETTERS_WAITING,
        LETTER_NOT_TAKEN,
        /** The wallet was locked meanwhile. */
        LOCKED,
        INTERNAL
    }
}
