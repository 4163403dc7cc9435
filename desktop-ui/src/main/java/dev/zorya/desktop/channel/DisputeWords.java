package dev.zorya.desktop.channel;

import dev.zorya.desktop.component.Icon;
import dev.zorya.desktop.component.Tone;
import dev.zorya.desktop.money.Money;
import dev.zorya.desktop.text.Text;
import dev.zorya.desktop.text.When;
import dev.zorya.wallet.api.Amount;
import dev.zorya.wallet.api.DisputeView;
import dev.zorya.wallet.api.DisputeView.By;
import dev.zorya.wallet.api.DisputeView.Registered;
import dev.zorya.wallet.api.WalletProblem;

/** The first sentences of a dispute's page: is there anything to do, what happened, when is the money back (UI.md 11, 1 to 4). */
record DisputeWords(DisputeView dispute, String name, Money money, When when) {
    Tone tone() {
        if (dispute.trouble() != null) {
            return Tone.BAD;
        }
        return switch (dispute.step()) {
            case REGISTER, PROGRESS -> Tone.BUSY;
            case ANSWER, WAIT, MOVE -> Tone.WAIT;
            case CONCLUDE -> Tone.OK;
        };
    }

    Icon icon() {
        return dispute.trouble() != null ? Icon.STOPPED : Icon.GUARD;
    }

    String strong() {
        WalletProblem trouble = dispute.trouble();
        if (trouble != null) {
            return trouble.what();
        }
        return switch (dispute.step()) {
            case REGISTER, ANSWER, PROGRESS -> Text.of("dispute.keep-on");
            case CONCLUDE -> Text.of("dispute.nothing-to-do");
            case MOVE -> Text.of("dispute.may-move");
            case WAIT -> Text.of("dispute.wait");
        };
    }

    String plain() {
        WalletProblem trouble = dispute.trouble();
        if (trouble != null) {
            return Text.of("dispute.trouble", trouble.meaning(), trouble.next());
        }
        return switch (dispute.step()) {
            case REGISTER -> Text.of("dispute.registering");
            case ANSWER -> Text.of("dispute.answering", name, deadline());
            case CONCLUDE -> concluding();
            case MOVE, PROGRESS, WAIT -> dispute.next();
        };
    }

    private String concluding() {
        Amount amount = dispute.pays();
        String paid = amount == null
                ? Text.of("dispute.your-part")
                : money.exact(amount).text();
        if (dispute.old() != null) {
            return Text.of("dispute.answered", name, end(), paid);
        }
        return switch (dispute.by()) {
            case US -> Text.of("dispute.alone", end(), paid);
            case THEM -> Text.of("dispute.correct", name, end(), paid);
            case UNKNOWN -> Text.of("dispute.somebody", end(), paid);
        };
    }

    /** Who began the period, at its left end. */
    String begun(String time) {
        return dispute.by() == By.US ? Text.of("dispute.begun.you", time) : Text.of("dispute.begun.they", time);
    }

    private String deadline() {
        Registered registered = dispute.registered();
        return registered == null ? "" : when.weekday(registered.deadline());
    }

    private String end() {
        Registered registered = dispute.registered();
        return registered == null ? "" : when.weekday(registered.end());
    }
}
