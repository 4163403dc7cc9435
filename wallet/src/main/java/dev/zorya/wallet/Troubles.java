package dev.zorya.wallet;

import dev.zorya.channel.engine.EngineEvent;
import dev.zorya.channel.port.LedgerEvent;
import dev.zorya.wallet.api.WalletProblem;
import dev.zorya.wallet.api.WalletProblem.Code;
import java.util.Optional;

/** What of the engine's news a person must know although nobody asked. */
final class Troubles {
    private Troubles() {}

    static Optional<WalletProblem> of(EngineEvent event) {
        return switch (event) {
            case EngineEvent.StoreTrouble trouble ->
                Optional.of(Causes.of(trouble.why(), "", Code.STORE_TROUBLE).problem());
            case EngineEvent.Quarantined quarantined ->
                Optional.of(Problems.of(Code.CHANNEL_STOPPED, quarantined.reason()));
            case EngineEvent.LedgerReported report ->
                report.event() instanceof LedgerEvent.Stuck stuck ? Optional.of(of(stuck)) : Optional.empty();
            case EngineEvent.ChannelChanged changed -> Optional.empty();
            case EngineEvent.PaymentChanged changed -> Optional.empty();
            case EngineEvent.RequestReceived request -> Optional.empty();
            case EngineEvent.RequestDeclined answer -> Optional.empty();
            case EngineEvent.Disputed disputed -> Optional.empty();
            case EngineEvent.PeerConnection connection -> Optional.empty();
        };
    }

    /** What keeps an intent from going on. */
    static WalletProblem of(LedgerEvent.Stuck stuck) {
        return Problems.of(Causes.code(stuck), stuck.sentence(), Texts.get("fees.more"));
    }
}
