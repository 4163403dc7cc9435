package dev.zorya.desktop.contacts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zorya.desktop.component.Person;
import dev.zorya.desktop.feed.Snapshots;
import dev.zorya.desktop.memory.MemoryWallet;
import dev.zorya.desktop.memory.Samples;
import dev.zorya.desktop.memory.Scenes;
import dev.zorya.desktop.money.Money;
import dev.zorya.desktop.text.When;
import java.util.List;
import org.junit.jupiter.api.Test;

class ContactsModelTest {
    private final MemoryWallet wallet = Scenes.everyday();

    private ContactsModel model(String selected, String search) {
        return ContactsModel.of(
                Snapshots.of(wallet),
                selected,
                search,
                ContactPapers.NONE,
                Money.forPeople(false),
                new When(Samples.CLOCK));
    }

    @Test
    void contactsStandByNameAndTheFirstIsShown() {
        ContactsModel model = model("", "");
        assertEquals(
                List.of("Blue Door Café", "Ilya Brandt", "Nadia Osei", "Practice Pal"),
                model.people().stream().map(Person::name).toList());
        assertEquals(Samples.CAFE, model.detail().orElseThrow().did());
    }

    @Test
    void theSelectedOneStaysWhileTheListIsSearched() {
        ContactsModel model = model(Samples.NADIA, "ilya");
        assertEquals(
                List.of("Ilya Brandt"),
                model.people().stream().map(Person::name).toList());
        assertEquals(Samples.NADIA, model.detail().orElseThrow().did());
        assertTrue(model("", "zzz").people().isEmpty());
        assertFalse(model("", "zzz").none());
    }

    @Test
    void theDetailTellsClaimFromName() {
        ContactDetail detail = model(Samples.CAFE, "").detail().orElseThrow();
        assertEquals("blue door café", detail.claimedName());
        assertEquals("Blue Door Café", detail.person().name());
        assertTrue(detail.compared());
        assertFalse(model(Samples.ILYA, "").detail().orElseThrow().compared());
        assertEquals(1, detail.channels().size());
    }

    @Test
    void onlyAContactWithoutLivingChannelsCanBeRemoved() {
        assertFalse(model(Samples.CAFE, "").detail().orElseThrow().removable());
        wallet.channels.removeIf(channel -> channel.key().equals("c3"));
        assertTrue(model(Samples.NADIA, "").detail().orElseThrow().removable(), "the other one is settled");
    }

    @Test
    void nobodyYet() {
        wallet.contacts.clear();
        assertTrue(model("", "").none());
        assertTrue(model("", "").detail().isEmpty());
    }
}
