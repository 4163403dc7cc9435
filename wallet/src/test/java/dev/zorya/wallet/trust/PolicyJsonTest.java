package dev.zorya.wallet.trust;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zorya.wallet.api.TrustPolicy;
import dev.zorya.wallet.api.TrustRule;
import dev.zorya.wallet.api.TrustRule.Outcome;
import java.math.BigInteger;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyJsonTest {
    private static final TrustPolicy POLICY = new TrustPolicy(
            List.of(
                    new TrustRule(
                            new TrustRule.Who.NoHolder("PerunPeerVoucher", "did:key:zBank"),
                            "pETH",
                            BigInteger.TEN.pow(18),
                            BigInteger.TEN.pow(20),
                            Duration.ofHours(24),
                            Outcome.REFUSE),
                    new TrustRule(new TrustRule.Who.AnyContact(), "pETH", BigInteger.ZERO, null, null, Outcome.ACCEPT)),
            Outcome.ASK);

    private static final String TEXT = "{'format':'1','rules':[".replace('\'', '"')
            + "{'who':{'kind':'noHolder','type':'PerunPeerVoucher','issuer':'did:key:zBank'},'coin':'pETH','above':'1000000000000000000','upTo':'100000000000000000000','longest':'PT24H','then':'REFUSE'},"
                    .replace('\'', '"')
            + "{'who':{'kind':'any'},'coin':'pETH','above':'0','then':'ACCEPT'}],'otherwise':'ASK'}".replace('\'', '"');

    @Test
    void oneTextForOnePolicy() throws PolicyDamaged {
        assertEquals(TEXT, PolicyJson.write(POLICY));
        assertEquals(POLICY, PolicyJson.read(TEXT));
    }

    /** A policy that was kept before there was this choice tells. */
    @Test
    void silenceIsWritten() throws PolicyDamaged {
        TrustPolicy silent = new TrustPolicy(POLICY.rules(), POLICY.otherwise(), false);
        assertEquals(silent, PolicyJson.read(PolicyJson.write(silent)));
        assertTrue(PolicyJson.read(TEXT).tells());
    }

    /** Each is one change away from a policy that is read, as old text => new text. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "'format':'1' => 'format':'2'",
                "'format':'1' => 'format':1",
                "'format':'1', => ",
                "'otherwise':'ASK' => 'otherwise':'ACCEPT'",
                "'otherwise':'ASK' => 'otherwise':'ask'",
                "'otherwise':'ASK'} => 'otherwise':'ASK','otherwise':'ASK'}",
                "'otherwise':'ASK'} => 'otherwise':'ASK'} {}",
                "'otherwise':'ASK'} => 'otherwise':'ASK','more':'1'}",
                "'otherwise':'ASK'} => 'otherwise':'ASK','tells':'yes'}",
                "'otherwise':'ASK'} => 'otherwise':'ASK','tells':false}",
                "'kind':'any' => 'kind':'everybody'",
                "'kind':'any' => 'kind':'any','did':'did:key:z'",
                "'kind':'any' => 'kind':'one'",
                "'issuer':'did:key:zBank' => 'issuer':null",
                "'issuer':'did:key:zBank' => 'issuers':'did:key:zBank'",
                "'above':'0' => 'above':0",
                "'above':'0' => 'above':'-1'",
                "'above':'0' => 'above':'00'",
                "'above':'0' => 'above':'1e9'",
                "'above':'0', => ",
                "'longest':'PT24H' => 'longest':'24 hours'",
                "'longest':'PT24H' => 'longest':''",
                "'then':'ACCEPT' => 'then':'ALLOW'",
                "'coin':'pETH' => 'coin':['pETH']",
                "'rules':[ => 'rules':['x',",
                "'rules':[ => 'rules':[[],"
            })
    void oneThingThatIsNotOursSpoilsAll(String change) {
        String[] parts = change.replace('\'', '"').split(" => ", -1);
        String damaged = TEXT.replaceFirst(Pattern.quote(parts[0]), parts[1]);
        assertThrows(PolicyDamaged.class, () -> PolicyJson.read(damaged), damaged);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "{}", "1", "accept", "{\"rules\":{}}", "\u0000"})
    void otherTextIsNoPolicy(String text) {
        assertThrows(PolicyDamaged.class, () -> PolicyJson.read(text));
    }

    @Test
    void anyCutIsDamaged() {
        for (int end = 0; end < TEXT.length(); end++) {
            String cut = TEXT.substring(0, end);
            assertThrows(PolicyDamaged.class, () -> PolicyJson.read(cut), cut);
        }
    }
}
