package dev.zorya.desktop.memory;

import dev.zorya.wallet.api.CredentialView;
import dev.zorya.wallet.api.DecisionView;
import dev.zorya.wallet.api.ShareView;
import dev.zorya.wallet.api.Waiting;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Credentials, requests and decisions of the mock-ups. */
public final class Papers {
    public static final String COOP = "did:key:z6MkCoop4444444444444444444444444444444444444444";
    public static final String BIKES = "did:key:z6MkBikes555555555555555555555555555555555555555";

    private Papers() {}

    public static CredentialView membership() {
        Map<String, String> claims = new LinkedHashMap<>();
        claims.put("memberSince", "4 May 2021");
        claims.put("membership", "Full member");
        claims.put("memberNumber", "RFC-01184");
        return credential("membership", "Membership", COOP, "Riverside Food Co-op", false, claims, 128);
    }

    public static CredentialView voucher(String issuerDid, String issuerName) {
        return credential(
                "voucher",
                "PerunPeerVoucher",
                issuerDid,
                issuerName,
                true,
                Map.of("statement", "Marta pays what she owes."),
                52);
    }

    public static CredentialView credential(
            String id,
            String type,
            String issuerDid,
            String issuerName,
            boolean contact,
            Map<String, String> claims,
            int days) {
        return new CredentialView(
                id,
                type,
                issuerDid,
                issuerName,
                contact,
                "did:key:z6MknR8w5LpQ1Vc4",
                claims,
                Samples.NOW.minus(Duration.ofDays(60)),
                Samples.NOW.plus(Duration.ofDays(days)),
                CredentialView.Standing.VALID);
    }

    public static CredentialView with(CredentialView credential, CredentialView.Standing standing) {
        return new CredentialView(
                credential.id(),
                credential.type(),
                credential.issuerDid(),
                credential.issuerName(),
                credential.issuerIsContact(),
                credential.subjectDid(),
                credential.claims(),
                credential.issued(),
                credential.expires(),
                standing);
    }

    public static ShareView share(String did, String name, String type, Duration ago) {
        return new ShareView(
                did, name, type, COOP, List.of("memberSince", "membership"), "A channel", Samples.NOW.minus(ago));
    }

    public static Waiting.Introduction introduction() {
        return new Waiting.Introduction(
                "w-introduction",
                BIKES,
                "Grid Street Bikes",
                "0x71C7656EC7ab88b098defB751B7401B5f6d8976F",
                "203.0.113.30:5750",
                "T2WD 8FKM",
                Samples.NOW.minusSeconds(720),
                later());
    }

    public static Waiting.Offer offer(String did) {
        Map<String, String> claims = new LinkedHashMap<>();
        claims.put("name", "Marta");
        claims.put("guestSince", "2 November 2026");
        return new Waiting.Offer(
                "w-offer",
                did,
                credential("guest", "RegularGuest", did, "Blue Door Café", true, claims, 344),
                Samples.NOW.minusSeconds(600),
                later());
    }

    public static Waiting.ProofRequest proofRequest(String did, List<CredentialView> matching) {
        return new Waiting.ProofRequest(
                "w-proof",
                did,
                "Membership",
                COOP,
                "Opening a channel above 1 pETH. I only do that with co-op members.",
                matching,
                Samples.NOW.minusSeconds(20),
                later());
    }

    public static DecisionView refused(String did, String name) {
        return new DecisionView(
                Samples.NOW.minusSeconds(120),
                did,
                name,
                Samples.eth("3"),
                DecisionView.Verdict.DECLINED,
                false,
                "Above 1 pETH, and no membership issued by Riverside Food Co-op was shown.");
    }

    private static Instant later() {
        return Samples.NOW.plus(Duration.ofDays(6));
    }
}
