package dev.zorya.desktop.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zorya.desktop.feed.Snapshot;
import dev.zorya.desktop.feed.Snapshots;
import dev.zorya.desktop.memory.Samples;
import dev.zorya.desktop.memory.Scenes;
import dev.zorya.wallet.link.PaymentLink;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("threat-61")
class LinkWordsTest {
    private static final String ILYA = "zorya:pay?to=" + Samples.ILYA;

    private final Snapshot snapshot = Snapshots.of(Scenes.everyday());

    private String refused(String text) {
        assertEquals(List.of(), Findings.of(text, snapshot), "what is refused leads nowhere");
        String sentence = LinkWords.refusal(text, snapshot).orElseThrow();
        assertTrue(sentence.length() < 200, sentence);
        return sentence;
    }

    @Test
    void aPaymentIsSaidInFullAndLeadsToItsPage() {
        String text = ILYA + "&amount=0.2500000001&unit=pETH&memo=Coffee";
        Finding finding = Findings.of(text, snapshot).getFirst();
        assertEquals("Pay Ilya Brandt 0.250\u00A0000\u00A0000\u00A01\u00A0pETH", finding.what());
        assertEquals(
                new Place.PayLink(new PaymentLink(Samples.ILYA, Samples.eth("0.2500000001"), "Coffee")),
                finding.place());
        assertEquals(Optional.empty(), LinkWords.refusal(text, snapshot));
        assertEquals(Optional.empty(), finding.place().entry(), "no page of the rail");
    }

    @Test
    void withoutAnAmountThePersonDecides() {
        assertEquals("Pay Ilya Brandt", Findings.of(ILYA, snapshot).getFirst().what());
    }

    @Test
    void whatIsNoLinkIsNotJudged() {
        assertEquals(Optional.empty(), LinkWords.refusal("Ilya", snapshot));
        assertEquals(Optional.empty(), LinkWords.refusal("zorya:contact?card=a", snapshot));
        assertEquals(
                List.of(new Place.AddContact("zorya:invite?a=b")),
                Findings.of("zorya:invite?a=b", snapshot).stream()
                        .map(Finding::place)
                        .toList());
    }

    @Test
    void whoIsNoContactIsNotPaid() {
        assertTrue(
                refused("zorya:pay?to=did:key:z6MkStranger").contains("not among your contacts"),
                "and who it is is told");
        assertTrue(
                refused("zorya:pay?to=did:key:z6MkStranger&amount=1&unit=pETH").contains("Nothing was opened."));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        &amount=1&unit=ETH     | This link asks for ETH, and this wallet counts in pETH.
        &amount=1              | This link has an amount without a unit
        &amount=1e9&unit=pETH  | This link asks for "1e9", which is no amount that can be paid.
        &confirm=no            | This link also says "confirm". Zorya does not know what that means
        &memo=%FF              | What this link says about "memo" cannot be read.
        &to=did:key:z6MkOther  | This link says "to" twice
        """)
    void whatIsOddIsRefusedWithItsReason(String more, String sentence) {
        assertTrue(refused(ILYA + more).startsWith(sentence), refused(ILYA + more));
    }

    @Test
    void theRestOfTheRefusals() {
        assertTrue(refused("zorya:close?channel=c1").startsWith("This link asks for \"close\", which this version"));
        assertTrue(refused("zorya:pay").startsWith("This link does not say who is to be paid."));
        assertTrue(refused(ILYA + "&memo=" + "x".repeat(201)).startsWith("The note in this link is longer"));
        assertTrue(refused(ILYA + "&memo=" + "x".repeat(1 << 20)).startsWith("This link is longer than any"));
    }

    @Test
    void bracesInAStrangersTextAreText() {
        assertTrue(refused(ILYA + "&{0}'{1}=2").contains("\"{0}'{1}\""), refused(ILYA + "&{0}'{1}=2"));
    }
}
