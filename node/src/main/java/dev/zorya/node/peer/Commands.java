package dev.zorya.node.peer;

import java.util.LinkedHashMap;
import java.util.Map;

/** All commands by name. */
final class Commands {
    private Commands() {}

    static Map<String, Command> of(PeerNode node) {
        Map<String, Command> all = new LinkedHashMap<>();
        SetupCommands setup = new SetupCommands(node);
        all.put("info", setup::info);
        all.put("deploy", setup::deploy);
        all.put("contracts", setup::contracts);
        all.put("add-peer", setup::addPeer);
        all.put("policy", setup::policy);
        all.put("disconnect", setup::disconnect);
        OpenCommands open = new OpenCommands(node);
        all.put("propose", open::propose);
        all.put("propose-sub", open::proposeSub);
        all.put("propose-virtual", open::proposeVirtual);
        all.put("accept", open::accept);
        all.put("reject", open::reject);
        UpdateCommands update = new UpdateCommands(node);
        all.put("pay", update::pay);
        all.put("update", update::update);
        all.put("finalize", update::finish);
        all.put("pay-many", update::payMany);
        all.put("accept-update", update::accept);
        all.put("reject-update", update::reject);
        SettleCommands settle = new SettleCommands(node, update);
        all.put("settle", settle::settle);
        all.put("close", settle::close);
        DisputeCommands dispute = new DisputeCommands(node);
        all.put("register", dispute::register);
        all.put("register-old-state", dispute::registerOldState);
        all.put("force-update", dispute::forceUpdate);
        all.put("watch", dispute::watch);
        LookCommands look = new LookCommands(node);
        all.put("channels", look::channels);
        all.put("state", look::state);
        all.put("balances", look::balances);
        all.put("stats", look::stats);
        all.put("restore", look::restore);
        return all;
    }
}
