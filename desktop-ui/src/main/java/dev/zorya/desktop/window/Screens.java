package dev.zorya.desktop.window;

import dev.zorya.desktop.activity.ActivityController;
import dev.zorya.desktop.channel.ChannelController;
import dev.zorya.desktop.channels.ChannelsController;
import dev.zorya.desktop.contactadd.AddContactController;
import dev.zorya.desktop.contactadd.InvitationShelf;
import dev.zorya.desktop.contacts.ContactsController;
import dev.zorya.desktop.credentials.CredentialsController;
import dev.zorya.desktop.guard.GuardController;
import dev.zorya.desktop.home.HomeController;
import dev.zorya.desktop.open.OpenController;
import dev.zorya.desktop.pay.Kind;
import dev.zorya.desktop.pay.PayController;
import dev.zorya.desktop.settings.Appearance;
import dev.zorya.desktop.settings.SettingsController;
import dev.zorya.desktop.shell.Desk;
import dev.zorya.desktop.shell.Place;
import dev.zorya.desktop.shell.Screen;

/** Which screen stands at which place. */
final class Screens {
    private Screens() {}

    static Screen at(Place place, Desk desk, InvitationShelf shelf, Appearance appearance) {
        return switch (place) {
            case Place.Home home -> new HomeController(desk);
            case Place.Channels channels -> new ChannelsController(desk);
            case Place.Channel channel -> new ChannelController(desk, channel.key());
            case Place.OpenChannel open -> new OpenController(desk, open.contactDid());
            case Place.Contacts contacts -> new ContactsController(desk, contacts.did());
            case Place.AddContact add -> new AddContactController(desk, shelf, add.text());
            case Place.Pay pay -> new PayController(desk, Kind.PAY, pay.contactDid(), pay.requestId());
            case Place.PayLink pay -> new PayController(desk, pay.link());
            case Place.Request request -> new PayController(desk, Kind.REQUEST, request.contactDid(), "");
            case Place.Credentials credentials ->
                desk.abilities()
                        .credentials()
                        .<Screen>map(held -> new CredentialsController(desk, held))
                        .orElseGet(() -> new HomeController(desk));
            case Place.TrustRules rules -> SettingsController.trust(desk, appearance);
            case Place.Activity activity -> new ActivityController(desk);
            case Place.Guard guard -> new GuardController(desk);
            case Place.Settings settings -> new SettingsController(desk, appearance);
        };
    }
}
