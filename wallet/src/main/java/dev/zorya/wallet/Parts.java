package dev.zorya.wallet;

import dev.zorya.channel.engine.Engine;
import dev.zorya.ethereum.ledger.EthereumLedger;
import dev.zorya.identity.Identity;
import dev.zorya.net.TlsBus;
import dev.zorya.storage.WalletStore;
import dev.zorya.wallet.agent.AgentRoad;
import dev.zorya.wallet.agent.Desk;
import dev.zorya.wallet.credential.CredentialDesk;
import dev.zorya.wallet.mail.PostOffice;
import dev.zorya.wallet.meeting.Crossroads;
import dev.zorya.wallet.meeting.Introducer;
import java.util.concurrent.atomic.AtomicBoolean;

/** Everything that an open wallet consists of, made by {@link Assembly}. */
record Parts(
        KeyRing keys,
        Identity identity,
        Desk desk,
        AgentRoad road,
        WalletStore store,
        EthereumLedger ledger,
        TlsBus bus,
        PostOffice post,
        Engine engine,
        Events events,
        Ticker ticker,
        Coins coins,
        Funds funds,
        HealthReader health,
        OwnCard card,
        CardRound cards,
        AddressBook people,
        Introducer introducer,
        Crossroads introductions,
        Questions questions,
        RequestBook requestBook,
        Requests requests,
        Orders orders,
        ChannelList list,
        History history,
        Nodes nodes,
        Watch watch,
        OwnBook own,
        EvidenceFile evidence,
        TrustBook trust,
        CredentialDesk credentials,
        CopyKeeper copies,
        Runnable afterwards,
        AtomicBoolean closed)
        implements AutoCloseable {
    /** From the outside in: first nothing comes in any more, then what is under way ends, then the keys go. */
    @Override
    public void close() {
        if (closed.getAndSet(true)) {
            return;
        }
        Closing.all(
                ticker,
                copies,
                road,
                desk,
                introducer,
                post,
                engine,
                bus,
                ledger,
                store,
                keys,
                events,
                afterwards::run);
    }
}
