package dev.zorya.channel.sim.seeded;

import dev.zorya.channel.core.Effect;
import dev.zorya.channel.core.Input;
import dev.zorya.channel.message.ChannelSync;
import dev.zorya.channel.message.Extension;
import dev.zorya.channel.message.Message;
import dev.zorya.channel.message.UpdateMessage;
import dev.zorya.channel.port.LedgerEvent;
import dev.zorya.channel.value.State;

/** Short texts for a {@link Trace}. */
final class Words {
    private Words() {}

    static String of(Message message) {
        return switch (message) {
            case UpdateMessage.Update u -> "Update " + of(u.state());
            case UpdateMessage.Accept a -> "Accept v" + a.version();
            case UpdateMessage.Reject r -> "Reject v" + r.version() + " (" + r.reason() + ")";
            case Extension.PaymentNotes n -> "Notes v" + n.version();
            case ChannelSync s ->
                "Sync " + s.transaction().map(tx -> of(tx.state())).orElse("of nothing");
            default -> message.getClass().getSimpleName();
        };
    }

    static String of(State state) {
        return "v" + state.version() + " " + state.balances().rows() + " "
                + state.data().hex() + (state.isFinal() ? " final" : "");
    }

    static String of(Input input) {
        return switch (input) {
            case Input.Pay pay -> "an order to pay " + pay.payment().amount();
            case Input.Update update -> "an order of an app";
            case Input.OpenSub open -> "an order to open a sub-channel";
            case Input.Neighbours near -> "that its neighbours changed";
            case Input.Close close -> "an order to close";
            case Input.CloseAlone close -> "an order to close alone";
            case Input.Progress move -> "an order of an app to move alone";
            case Input.FromPeer peer -> of(peer.message());
            case Input.FromLedger fact -> of(fact.event());
            case Input.TimedOut timeout -> "the alarm " + timeout.timer();
            case Input.Decided decided -> "the answer " + decided.decision();
            case Input.Undelivered lost -> "that it was not delivered: " + of(lost.message());
            case Input.Connected connected -> "a new connection";
            case Input.Restarted restarted -> "its restart";
        };
    }

    private static String of(LedgerEvent event) {
        return switch (event) {
            case LedgerEvent.Holdings h -> "holdings " + h.deposited().rows();
            case LedgerEvent.Mined m -> "mined " + m.intentKey().replaceAll("[0-9a-f]{60}", "");
            case LedgerEvent.Stuck s -> "stuck " + s.intentKey().replaceAll("[0-9a-f]{60}", "") + " " + s.sentence();
            case LedgerEvent.Concluded c -> "concluded v" + c.version();
            case LedgerEvent.Withdrawn w -> "withdrawn by " + w.participant();
            case LedgerEvent.Registered r -> "registered v" + r.version();
        };
    }

    static String of(Effect effect) {
        return switch (effect) {
            case Effect.Persist p -> "writes";
            case Effect.Send s -> "sends " + of(s.message());
            case Effect.Submit s -> "submits " + s.intent().key().replaceAll("[0-9a-f]{60}", "");
            case Effect.Ask a -> "asks " + a.question().getClass().getSimpleName();
            case Effect.Schedule s -> "sets " + s.timer() + " to " + s.after();
            case Effect.Notify n -> "tells " + n.notice().getClass().getSimpleName();
        };
    }
}
