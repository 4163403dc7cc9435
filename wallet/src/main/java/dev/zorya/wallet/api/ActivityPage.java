package dev.zorya.wallet.api;

import java.util.List;

/** @param next cursor of the next older page, or empty if this was the last */
public record ActivityPage(List<PaymentView> rows, String next) {
    public ActivityPage {
        rows = List.copyOf(rows);
    }
}
