package dev.zorya.desktop.activity;

import dev.zorya.wallet.api.ActivityFilter;
import dev.zorya.wallet.api.PaymentView;

/** Which payments are listed. */
enum Show {
    ALL,
    RECEIVED,
    SENT,
    PENDING;

    ActivityFilter filter(String text) {
        return switch (this) {
            case ALL -> new ActivityFilter(null, null, null, null, text);
            case RECEIVED -> new ActivityFilter(null, null, true, null, text);
            case SENT -> new ActivityFilter(null, null, false, null, text);
            case PENDING -> new ActivityFilter(null, null, null, PaymentView.Status.PENDING, text);
        };
    }
}
