package dev.zorya.wallet;

import dev.zorya.channel.core.ChannelSnapshot;
import dev.zorya.channel.port.LedgerStore;
import dev.zorya.channel.port.OwnTransaction;
import dev.zorya.channel.port.StoreException;
import dev.zorya.channel.value.Bytes;
import dev.zorya.wallet.api.Amount;
import dev.zorya.wallet.api.TransactionPage;
import dev.zorya.wallet.api.TransactionView;
import dev.zorya.wallet.api.TransactionView.State;
import dev.zorya.wallet.api.WalletException;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** The transactions of the own account, for people. */
final class OwnBook {
    private static final int MOST = 10_000;
    private static final String APPROVAL = "/approve";

    private final LedgerStore store;
    private final String chain;
    private final Supplier<List<ChannelSnapshot>> channels;
    private final Contacts contacts;
    private final Coins coins;

    /** @param chain as the ledger names it */
    OwnBook(LedgerStore store, String chain, Supplier<List<ChannelSnapshot>> channels, Contacts contacts, Coins coins) {
        this.store = store;
        this.chain = chain;
        this.channels = channels;
        this.contacts = contacts;
        this.coins = coins;
    }

    TransactionPage newest(int limit) throws WalletException {
        int size = Math.clamp(limit, 1, MOST);
        try {
            List<OwnTransaction> rows = store.recent(chain, size + 1);
            Map<String, ChannelSnapshot> known = channels.get().stream()
                    .filter(channel -> channel.id() != null)
                    .collect(Collectors.toMap(channel -> String.valueOf(channel.id()), channel -> channel));
            return new TransactionPage(
                    rows.stream().limit(size).map(row -> view(row, known)).toList(), rows.size() > size);
        } catch (StoreException e) {
            throw Causes.of(e);
        }
    }

    private TransactionView view(OwnTransaction row, Map<String, ChannelSnapshot> byId) {
        String[] key = row.intentKey().split("/", -1);
        Optional<ChannelSnapshot> channel = Optional.ofNullable(key.length > 1 ? byId.get(key[1]) : null);
        String contact =
                channel.map(known -> contacts.nameOf(known.peer())).orElseGet(() -> Texts.get("contact.removed"));
        boolean paid = row.block() > 0;
        List<String> hashes = row.hashes().stream().map(OwnBook::hex).toList();
        State state = state(row);
        return new TransactionView(
                row.intentKey(),
                channel.map(known -> known.key().toString()).orElse(""),
                Texts.get("transaction." + what(row.intentKey(), key[0]), contact),
                state,
                why(row, state),
                new Amount(paid ? row.fee() : atMost(row), coins.own()),
                paid,
                hashes.isEmpty() ? "" : hashes.getLast(),
                hashes.isEmpty() ? List.of() : hashes.subList(0, hashes.size() - 1),
                row.block(),
                row.nonce(),
                row.updated());
    }

    private static String hex(Bytes bytes) {
        return "0x" + bytes.hex();
    }

    private static BigInteger atMost(OwnTransaction row) {
        return switch (row.status()) {
            // what never came into a block costs nothing
            case FAILED -> BigInteger.ZERO;
            case PLANNED, SENT, MINED, FINAL -> row.maxFee().multiply(row.gasLimit());
        };
    }

    private static State state(OwnTransaction row) {
        return switch (row.status()) {
            case PLANNED -> State.PLANNED;
            case SENT -> row.hashes().size() > 1 ? State.REPLACED : State.SENT;
            case MINED -> State.MINED;
            case FINAL -> State.FINAL;
            case FAILED -> State.FAILED;
        };
    }

    /** What an intent's key begins with says what it is for. */
    private static String what(String intent, String first) {
        return switch (first) {
            case "deposit" -> intent.endsWith(APPROVAL) ? "approve" : first;
            case "register", "progress", "conclude", "withdraw", "gap" -> first;
            default -> "other";
        };
    }

    private static String why(OwnTransaction row, State state) {
        String block = Long.toString(row.block());
        return switch (state) {
            case PLANNED, SENT -> Texts.get("transaction.why." + state);
            case REPLACED ->
                Texts.get(
                        "transaction.why.REPLACED",
                        Integer.toString(row.hashes().size() - 1));
            case MINED, FINAL -> Texts.get("transaction.why." + state, block);
            case FAILED ->
                row.block() > 0
                        ? Texts.get("transaction.why.reverted", block)
                        : Texts.get("transaction.why.lost", row.reason());
        };
    }
}
