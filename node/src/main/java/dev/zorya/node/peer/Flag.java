package dev.zorya.node.peer;

/** The flags of the program, in the order of its help. */
enum Flag {
    NAME("name", "NAME", "", "name of the peer, also in its wire address"),
    KEY("key", "HEX", "", "secp256k1 private key: channel participant, and sender of transactions"),
    LISTEN("listen", "HOST:PORT", "127.0.0.1:0", "where others reach it, on this computer; port 0 picks one"),
    RPC("rpc", "URL", "ws://127.0.0.1:8545", "WebSocket endpoint of the chain; HTTP is expected at the same port"),
    ADJUDICATOR(
            "adjudicator",
            "ADDRESS",
            "",
            "the contract that judges; without it, say it later with deploy or contracts"),
    APP("app", "ADDRESS", "", "the payment app's contract"),
    ASSETS("assets", "LIST", "", "eth=HOLDER,tok0=HOLDER/TOKEN: an asset without a token is ether"),
    SERIALIZER("serializer", "perunio|protobuf", "perunio", "how messages become bytes"),
    TRANSPORT("transport", "tls|plain", "tls", "plain is the same on bare TCP, on this computer only"),
    WIRE_ID("wireid", "simple", "simple", "kind of wire address: a name and an RSA key"),
    WIRE_KEY("wirekey", "FILE", "", "RSA key of the wire address in PEM, made when missing; default: inside the store"),
    TLS_CERT("tls-cert", "FILE", "", "certificate in PEM; without it one is made, and kept inside the store"),
    TLS_KEY("tls-key", "FILE", "", "its key in PEM, PKCS#8"),
    TLS_CA("tls-ca", "FILE", "", "who vouches for others' certificates, in PEM; without it nobody has to"),
    PERSIST("persist", "DIR|mem", "", "folder of the store; mem or nothing: one that is deleted at the end"),
    POLICY("policy", "auto|all|ask|reject", "auto", "answers to proposals and updates"),
    WATCH("watch", "", "true", "watch every channel"),
    RESTORE("restore", "", "false", "report stored channels at the start; they are taken up in any case"),
    HISTORY("history", "N", "256", "signed states kept for register-old-state"),
    QUIET("quiet", "", "false", "no event for each update"),
    PEERS("peers", "LIST", "", "NAME=HEXADDRESS@HOST:PORT, separated by commas"),
    TIMEOUT("timeout", "DURATION", "60s", "limit of a command that says none, such as 90s or 1m30s"),
    FINALITY("finality", "N", "1", "blocks after which a fact of the chain counts"),
    LOG("log", "LEVEL", "error", "error, warn, info, debug or trace, on standard error");

    private final String text;
    private final String value;
    private final String preset;
    private final String meaning;

    Flag(String text, String value, String preset, String meaning) {
        this.text = text;
        this.value = value;
        this.preset = preset;
        this.meaning = meaning;
    }

    String text() {
        return text;
    }

    /** What stands there if nobody says anything. */
    String preset() {
        return preset;
    }

    /** On or off, so that it needs no value. */
    boolean isSwitch() {
        return value.isEmpty();
    }

    String help() {
        String shown = isSwitch() ? "-" + text + "[=false]" : "-" + text + " " + value;
        String standard = preset.isEmpty() ? "" : " (" + preset + ")";
        return "  %-34s %s%s".formatted(shown, meaning, standard);
    }
}
