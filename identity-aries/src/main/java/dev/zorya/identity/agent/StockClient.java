package dev.zorya.identity.agent;

import com.google.gson.JsonParseException;
import dev.zorya.identity.IdentityUnavailable.Reason;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import okhttp3.OkHttpClient;
import org.hyperledger.acy_py.generated.model.AdminStatus;
import org.hyperledger.acy_py.generated.model.DID;
import org.hyperledger.acy_py.generated.model.DIDCreate;
import org.hyperledger.acy_py.generated.model.DIDCreateOptions;
import org.hyperledger.acy_py.generated.model.InvitationRecord;
import org.hyperledger.acy_py.generated.model.SendMessage;
import org.hyperledger.acy_py.generated.model.V20CredIssueProblemReportRequest;
import org.hyperledger.acy_py.generated.model.V20CredRequestRequest;
import org.hyperledger.acy_py.generated.model.V20CredStoreRequest;
import org.hyperledger.acy_py.generated.model.V20PresProblemReportRequest;
import org.hyperledger.aries.AriesClient;
import org.hyperledger.aries.api.connection.ConnectionRecord;
import org.hyperledger.aries.api.exception.AriesException;
import org.hyperledger.aries.api.out_of_band.CreateInvitationFilter;
import org.hyperledger.aries.api.out_of_band.InvitationCreateRequest;
import org.hyperledger.aries.api.wallet.WalletDIDCreate;

/** The Java client for ACA-Py, for what it does well (ARIES.md 6), with our typed failures. */
final class StockClient implements AutoCloseable {
    private static final String DID_EXCHANGE = "https://didcomm.org/didexchange/1.1";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final OkHttpClient http =
            new OkHttpClient.Builder().callTimeout(PATIENCE).build();
    private final AriesClient client;

    StockClient(AgentAddress address) {
        client = AriesClient.builder()
                .url(address.admin().toString())
                .apiKey(address.key())
                .client(http)
                .build();
    }

    private interface Call<T> {
        T now() throws IOException;
    }

    private static <T> T call(Call<T> call) throws AgentException {
        try {
            return call.now();
        } catch (AriesException e) {
            throw AcaPyExtras.refusal(e.getCode(), "", String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw new AgentException(Reason.UNREACHABLE, e);
        } catch (JsonParseException e) {
            // something else stands there
            throw new AgentException(Reason.REFUSED, e);
        }
    }

    private static <T> T answer(Call<Optional<T>> call) throws AgentException {
        return call(call).orElseThrow(() -> new AgentException(Reason.REFUSED, "an empty answer"));
    }

    /** False also while nobody answers. */
    boolean ready() {
        try {
            return Boolean.TRUE.equals(answer(client::statusReady).getReady());
        } catch (AgentException notYet) {
            return false;
        }
    }

    AdminStatus status() throws AgentException {
        return answer(client::status);
    }

    List<ConnectionRecord> connections() throws AgentException {
        return call(client::connections).orElse(List.of());
    }

    ConnectionRecord connection(String id) throws AgentException {
        return answer(() -> client.connectionsGetById(id));
    }

    void removeConnection(String id) throws AgentException {
        call(() -> {
            client.connectionsRemove(id);
            return id;
        });
    }

    /** For one use, with the agent's address in it: short enough for a QR code (ARIES.md 3). */
    InvitationRecord invite(String label) throws AgentException {
        InvitationCreateRequest request = new InvitationCreateRequest();
        request.setHandshakeProtocols(List.of(DID_EXCHANGE));
        request.setMyLabel(label);
        CreateInvitationFilter once = CreateInvitationFilter.builder()
                .autoAccept(true)
                .multiUse(false)
                .build();
        return answer(() -> client.outOfBandCreateInvitation(request, once));
    }

    void send(String connectionId, String content) throws AgentException {
        call(() -> {
            client.connectionsSendMessage(
                    connectionId, SendMessage.builder().content(content).build());
            return connectionId;
        });
    }

    String newDidKey() throws AgentException {
        WalletDIDCreate order = WalletDIDCreate.builder()
                .method(DIDCreate.MethodEnum.KEY)
                .options(DIDCreateOptions.builder()
                        .keyType(DIDCreateOptions.KeyTypeEnum.ED25519)
                        .build())
                .build();
        DID made = answer(() -> client.walletDidCreate(order));
        return made.getDid();
    }

    void requestCredential(String exchangeId, String holderDid) throws AgentException {
        answer(() -> client.issueCredentialV2RecordsSendRequest(
                exchangeId, V20CredRequestRequest.builder().holderDid(holderDid).build()));
    }

    void storeCredential(String exchangeId, String credentialId) throws AgentException {
        call(() -> client.issueCredentialV2RecordsStore(
                exchangeId,
                V20CredStoreRequest.builder().credentialId(credentialId).build()));
    }

    void declineCredential(String exchangeId, String words) throws AgentException {
        call(() -> {
            client.issueCredentialV2RecordsProblemReport(
                    exchangeId,
                    V20CredIssueProblemReportRequest.builder()
                            .description(words)
                            .build());
            return exchangeId;
        });
    }

    void removeIssue(String exchangeId) throws AgentException {
        call(() -> {
            client.issueCredentialV2RecordsRemove(exchangeId);
            return exchangeId;
        });
    }

    void declineProof(String exchangeId, String words) throws AgentException {
        call(() -> {
            client.presentProofV2RecordsProblemReport(
                    exchangeId,
                    V20PresProblemReportRequest.builder().description(words).build());
            return exchangeId;
        });
    }

    void removeProof(String exchangeId) throws AgentException {
        call(() -> {
            client.presentProofV2RecordsRemove(exchangeId);
            return exchangeId;
        });
    }

    void removeCredential(String recordId) throws AgentException {
        call(() -> {
            client.credentialW3CRemove(recordId);
            return recordId;
        });
    }

    @Override
    public void close() {
        http.dispatcher().executorService().shutdown();
        http.connectionPool().evictAll();
    }
}
