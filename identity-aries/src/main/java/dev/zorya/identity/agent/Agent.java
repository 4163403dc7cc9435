package dev.zorya.identity.agent;

import dev.zorya.identity.IdentityUnavailable.Reason;
import dev.zorya.identity.Labels;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.hyperledger.acy_py.generated.model.InvitationRecord;
import org.hyperledger.aries.api.connection.ConnectionRecord;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * An ACA-Py 1.7 that this wallet uses: connections, messages, credentials, proofs and signatures. Calls block until the agent has
 * answered. Safe for many threads.
 */
public final class Agent implements AutoCloseable {
    private static final Duration CONNECT = Duration.ofSeconds(5);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT)
            .build();
    private final AcaPyExtras extras;
    private final StockClient stock;
    private final Letters letters = new Letters();
    private final Questions questions = new Questions();
    private final ReentrantLock asking = new ReentrantLock();
    private final InstantSource clock;
    private final Supervision supervision;

    private Agent(AgentAddress address, InstantSource clock) {
        this.extras = new AcaPyExtras(http, address);
        this.stock = new StockClient(address);
        this.clock = clock;
        this.supervision = new Supervision(http, address, this, extras, letters);
    }

    /** Asks nothing yet; the agent need not be there. */
    public static Agent at(AgentAddress address, InstantSource clock) {
        return new Agent(address, clock);
    }

    /**
     * Begins to listen, and keeps on until this is closed. Once.
     *
     * @param listener called in order, one event at a time; may block and may call this agent
     */
    public void listen(Consumer<AgentEvent> listener) {
        supervision.start(listener);
    }

    /** Where the agent's events go; tests forge some. */
    EventStream.Sink sink() {
        return supervision;
    }

    public AgentState state() {
        return supervision.state();
    }

    /** Such as {@code 1.7.0}. */
    public String version() throws AgentException {
        return Optional.ofNullable(stock.status().getVersion()).orElse("");
    }

    public Invited invite(String label) throws AgentException {
        InvitationRecord made = stock.invite(label);
        return new Invited(made.getInviMsgId(), made.getInvitationUrl());
    }

    /** Nobody can use it any more. */
    public void withdraw(String invitationId) throws AgentException {
        extras.delete("/out-of-band/invitations/" + invitationId);
    }

    /** Uses an invitation. @return the id of the connection in the making */
    public String receive(AgentInvitation invitation) throws AgentException {
        String id = Json.text(
                extras.post("/out-of-band/receive-invitation?auto_accept=true", Json.read(invitation.json())),
                "connection_id");
        if (id.isEmpty()) {
            throw new AgentException(Reason.REFUSED, "the invitation leads to no connection");
        }
        return id;
    }

    public AgentConnection connection(String id) throws AgentException {
        return view(stock.connection(id));
    }

    public List<AgentConnection> connections() throws AgentException {
        return stock.connections().stream().map(Agent::view).toList();
    }

    public void forget(String connectionId) throws AgentException {
        letters.forget(connectionId);
        stock.removeConnection(connectionId);
    }

    /**
     * Sends one of our own messages, again until the other side acknowledges it or this program ends.
     *
     * @param kind a word
     * @param body a text of at most 64 Ki characters with its wrapping
     */
    public void send(String connectionId, String kind, String body) throws AgentException {
        stock.send(connectionId, letters.write(connectionId, kind, body));
    }

    /** Sends what is acknowledged elsewhere, or not at all. */
    void sendPlain(String connectionId, String content) throws AgentException {
        stock.send(connectionId, content);
    }

    /**
     * Asks the other side to show a credential; {@link AgentEvent.Answered} or {@link AgentEvent.Abandoned} follow.
     *
     * @param issuerDid by whom it has to be, or empty
     * @param reason for the person there
     */
    public Question ask(String connectionId, String type, String issuerDid, String reason) throws AgentException {
        String challenge = UUID.randomUUID().toString();
        asking.lock();
        try {
            JsonNode record = extras.post(
                    "/present-proof-2.0/send-request", ProofJson.request(connectionId, challenge, type, reason));
            Question question = new Question(Json.text(record, "pres_ex_id"), connectionId, challenge, type, issuerDid);
            questions.asked(question);
            return question;
        } finally {
            asking.unlock();
        }
    }

    /** What an answer belongs to. @throws PresentationRefused NOT_ASKED */
    Question question(String exchangeId) throws PresentationRefused {
        asking.lock();
        try {
            return questions.find(exchangeId);
        } finally {
            asking.unlock();
        }
    }

    /**
     * Has the agent verify the signatures of an answer, then makes every other check. Each answer counts once, whatever comes of it.
     *
     * @throws AgentException the agent did not help; the answer can be verified later
     */
    public Shown verify(String exchangeId) throws AgentException, PresentationRefused {
        asking.lock();
        try {
            Question question = questions.find(exchangeId);
            JsonNode record =
                    extras.post("/present-proof-2.0/records/" + exchangeId + "/verify-presentation", Json.object());
            questions.answered(exchangeId);
            return PresentationCheck.check(question, record, clock.instant());
        } finally {
            asking.unlock();
        }
    }

    /** Credentials in the store that answer a question of the other side. */
    public List<Held> matching(String exchangeId) throws AgentException {
        JsonNode found = extras.get("/present-proof-2.0/records/" + exchangeId + "/credentials?count=100");
        List<Held> matching = new ArrayList<>();
        for (JsonNode credential : found) {
            VcJson.read(credential)
                    .ifPresent(voucher -> matching.add(new Held(Json.text(credential, "record_id"), voucher)));
        }
        return List.copyOf(matching);
    }

    /** Shows one of {@link #matching}, which is about us. */
    public void show(String exchangeId, Held credential) throws AgentException {
        JsonNode record = extras.get("/present-proof-2.0/records/" + exchangeId);
        extras.post(
                "/present-proof-2.0/records/" + exchangeId + "/send-presentation",
                ProofJson.answer(record, credential));
    }

    /** Tells the other side that nothing is shown. */
    public void refuse(String exchangeId, String words) throws AgentException {
        stock.declineProof(exchangeId, words);
    }

    /** Forgets a finished exchange of either kind. */
    public void discardProof(String exchangeId) throws AgentException {
        stock.removeProof(exchangeId);
    }

    /** Signs a credential about ourselves and keeps it, to be shown. */
    public void hold(Voucher own) throws AgentException {
        ObjectNode order = Json.object();
        order.set("credential", VcJson.write(own));
        order.set("options", Json.object().put("proofType", VcJson.PROOF));
        JsonNode issued = extras.post("/vc/credentials/issue", order);
        ObjectNode keep = Json.object();
        keep.set("verifiableCredential", issued.path("verifiableCredential"));
        extras.post("/vc/credentials/store", keep);
    }

    public List<Held> held() throws AgentException {
        List<Held> held = new ArrayList<>();
        for (JsonNode record :
                extras.post("/credentials/w3c?count=1000", Json.object()).path("results")) {
            VcJson.read(record.path("cred_value"))
                    .ifPresent(voucher -> held.add(new Held(Json.text(record, "record_id"), voucher)));
        }
        return List.copyOf(held);
    }

    public void remove(Held credential) throws AgentException {
        stock.removeCredential(credential.id());
    }

    /** Offers a credential of ours about the other side; it is signed once they take it. @return the exchange */
    public String offer(String connectionId, Voucher voucher) throws AgentException {
        ObjectNode detail = Json.object();
        detail.set("credential", VcJson.write(voucher));
        detail.set("options", Json.object().put("proofType", VcJson.PROOF));
        ObjectNode order = Json.object().put("connection_id", connectionId).put("auto_issue", true);
        order.set("filter", Json.object().set("ld_proof", detail));
        return Json.text(extras.post("/issue-credential-2.0/send-offer", order), "cred_ex_id");
    }

    /** Takes an offered credential; {@link AgentEvent.Stored} follows. */
    public void accept(String exchangeId, String ownDid) throws AgentException {
        stock.requestCredential(exchangeId, ownDid);
    }

    /** Nothing stays behind on this side. */
    public void decline(String exchangeId, String words) throws AgentException {
        stock.declineCredential(exchangeId, words);
        stock.removeIssue(exchangeId);
    }

    void store(String exchangeId) throws AgentException {
        // the same for the same exchange: a repetition after a crash finds it stored
        stock.storeCredential(exchangeId, "zorya-" + exchangeId);
    }

    /** All that the agent has, also pairwise ones. */
    public List<String> dids() throws AgentException {
        List<String> dids = new ArrayList<>();
        for (JsonNode entry : extras.get("/wallet/did").path("results")) {
            dids.add(Json.text(entry, "did"));
        }
        return List.copyOf(dids);
    }

    /** A new {@code did:key} over Ed25519. */
    public String newDid() throws AgentException {
        return stock.newDidKey();
    }

    /**
     * Makes a compact JWS.
     *
     * @param claims a JSON object
     */
    public String sign(String did, String type, String claims) throws AgentException {
        ObjectNode order = Json.object().put("did", did);
        order.set("headers", Json.object().put("typ", type));
        order.set("payload", Json.read(claims));
        JsonNode jws = extras.post("/wallet/jwt/sign", order);
        if (!jws.isString()) {
            throw new AgentException(Reason.REFUSED, "no signature came back");
        }
        return jws.stringValue();
    }

    static AgentConnection view(ConnectionRecord record) {
        String state = Optional.ofNullable(record.getRfc23State()).orElse("");
        return new AgentConnection(
                record.getConnectionId(),
                state.equals("completed"),
                PeerDid.normal(Optional.ofNullable(record.getTheirDid()).orElse("")),
                Labels.clean(Optional.ofNullable(record.getTheirLabel()).orElse("")),
                Optional.ofNullable(record.getInvitationMsgId()).orElse(""),
                state.equals("abandoned"));
    }

    @Override
    public void close() {
        supervision.close();
        stock.close();
        http.shutdownNow();
    }
}
