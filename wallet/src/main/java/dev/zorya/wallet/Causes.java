package dev.zorya.wallet;

import dev.zorya.channel.engine.EngineException;
import dev.zorya.channel.port.BusException;
import dev.zorya.channel.port.LedgerEvent;
import dev.zorya.channel.port.LedgerException;
import dev.zorya.channel.port.StoreException;
import dev.zorya.ethereum.anvil.AnvilException;
import dev.zorya.identity.ContactRefused;
import dev.zorya.identity.IdentityUnavailable;
import dev.zorya.wallet.api.WalletException;
import dev.zorya.wallet.api.WalletProblem.Code;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;

/** What the failures of the parts below mean for the person. */
public final class Causes {
    private Causes() {}

    public static WalletException of(StoreException e) {
        return Problems.failure(code(e), e);
    }

    private static Code code(StoreException e) {
        return switch (e.reason()) {
            case DISK_FULL -> Code.STORE_FULL;
            case READ_ONLY -> Code.STORE_READ_ONLY;
            case CORRUPT -> Code.STORE_CORRUPT;
            case NEWER_VERSION -> Code.STORE_NEWER;
            case IN_USE -> Code.WALLET_IN_USE;
            case IO -> Code.STORE_TROUBLE;
            case CLOSED -> Code.LOCKED;
        };
    }

    static WalletException of(LedgerException e) {
        return Problems.failure(code(e.reason()), e);
    }

    static Code code(LedgerException.Reason reason) {
        return switch (reason) {
            case UNREACHABLE -> Code.CHAIN_UNREACHABLE;
            case WRONG_CHAIN -> Code.CHAIN_WRONG_ID;
            case NOT_ENOUGH_FUNDS, REVERTED -> Code.CHAIN_REFUSED;
            case FEES_ABOVE_LIMIT -> Code.CHAIN_TOO_DEAR;
            case UNKNOWN_CONTRACTS -> Code.CHAIN_UNKNOWN_CONTRACTS;
            case STORE -> Code.STORE_TROUBLE;
        };
    }

    /** Of an intent that cannot go on; a deposit that the account cannot pay is only refused. */
    static Code code(LedgerEvent.Stuck stuck) {
        boolean fees = stuck.reason() == LedgerException.Reason.NOT_ENOUGH_FUNDS
                && !stuck.intentKey().startsWith("deposit/");
        return fees ? Code.FEES_MISSING : code(stuck.reason());
    }

    static WalletException of(AnvilException e) {
        return Problems.failure(
                switch (e.reason()) {
                    case MISSING -> Code.NODE_MISSING;
                    case NOT_STARTED, STATE_UNREADABLE -> Code.CHAIN_STOPPED;
                    case NOT_ANSWERING, REFUSED -> Code.CHAIN_UNREACHABLE;
                },
                e);
    }

    static WalletException of(ContactRefused e) {
        Code code = switch (e.reason()) {
            case DAMAGED -> Code.CONTACT_TEXT_DAMAGED;
            case EXPIRED, NOT_YET_VALID -> Code.CONTACT_EXPIRED;
            case OTHER_NETWORK -> Code.CONTACT_OTHER_NETWORK;
            case WRONG_BINDING -> Code.CONTACT_NOT_PROVEN;
            case OWN_CARD -> Code.CONTACT_IS_YOU;
            case OLDER -> Code.CONTACT_OLDER_CARD;
            case OTHER_KEYS -> Code.CONTACT_WRONG_KEY;
        };
        return new WalletException(Problems.of(code, e.details(), "this contact"), e);
    }

    public static WalletException of(IdentityUnavailable e) {
        return Problems.failure(
                switch (e.reason()) {
                    case UNREACHABLE -> Code.AGENT_UNREACHABLE;
                    case KEY_REFUSED -> Code.AGENT_KEY_REFUSED;
                    case TOO_OLD -> Code.AGENT_TOO_OLD;
                    case REFUSED -> Code.AGENT_REFUSED;
                },
                e);
    }

    /** @param contact name of the peer */
    static WalletException of(BusException e, String contact) {
        return Problems.failure(
                switch (e.reason()) {
                    case UNKNOWN_PEER -> Code.CONTACT_UNKNOWN;
                    case OFFLINE, LOST -> Code.PEER_OFFLINE;
                    case WRONG_KEY -> Code.CONTACT_WRONG_KEY;
                    case CLOSED -> Code.LOCKED;
                },
                e,
                contact);
    }

    /** @param whenRejected what a plain no of the peer means for this action */
    static WalletException of(EngineException e, String contact, Code whenRejected) {
        Code code = switch (e.reason()) {
            case UNKNOWN_CHANNEL -> Code.CHANNEL_UNKNOWN;
            case NOT_OPEN -> Code.CHANNEL_NOT_OPEN;
            case AMOUNT -> Code.AMOUNT_ZERO;
            case INSUFFICIENT -> Code.AMOUNT_ABOVE_BALANCE;
            case BUSY -> Code.CHANNEL_BUSY;
            case STALE -> Code.CHANNEL_STALE;
            case REJECTED -> whenRejected;
            case CANCELLED -> Code.PAYMENT_CANCELLED;
            case UNANSWERED -> Code.PEER_SILENT;
            case PEER_OFFLINE -> Code.PEER_OFFLINE;
            case WRONG_KEY -> Code.CONTACT_WRONG_KEY;
            case REFUSED -> Code.CHANNEL_LIMITS;
            case LEDGER -> Code.CHAIN_UNREACHABLE;
            case STORE -> e.getCause() instanceof StoreException store ? code(store) : Code.STORE_TROUBLE;
            case CLOSED -> Code.LOCKED;
        };
        String argument = switch (code) {
            case CHANNEL_LIMITS, AMOUNT_ABOVE_BALANCE -> String.valueOf(e.getMessage());
            default -> contact;
        };
        return Problems.failure(code, e, argument);
    }

    /** Of a stage of the engine. */
    static WalletException ofStage(Throwable failure, String contact, Code whenRejected) {
        return switch (unwrapped(failure)) {
            case EngineException e -> of(e, contact, whenRejected);
            case BusException e -> of(e, contact);
            case WalletException e -> e;
            case Throwable e -> Problems.failure(Code.INTERNAL, e);
        };
    }

    /** The failure behind a stage's wrappers. */
    public static Throwable unwrapped(Throwable failure) {
        return (failure instanceof CompletionException || failure instanceof ExecutionException)
                        && failure.getCause() != null
                ? unwrapped(failure.getCause())
                : failure;
    }
}
