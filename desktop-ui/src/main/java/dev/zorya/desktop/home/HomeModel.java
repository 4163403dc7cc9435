package dev.zorya.desktop.home;

import dev.zorya.desktop.component.Icon;
import dev.zorya.desktop.component.Person;
import dev.zorya.desktop.component.Share;
import dev.zorya.desktop.component.Tone;
import dev.zorya.desktop.feed.Snapshot;
import dev.zorya.desktop.money.Money;
import dev.zorya.desktop.money.Shown;
import dev.zorya.desktop.present.Asking;
import dev.zorya.desktop.present.Channels;
import dev.zorya.desktop.present.EventRow;
import dev.zorya.desktop.present.Payments;
import dev.zorya.desktop.present.People;
import dev.zorya.desktop.shell.Place;
import dev.zorya.desktop.text.Text;
import dev.zorya.desktop.text.When;
import dev.zorya.wallet.api.ChannelView;
import dev.zorya.wallet.api.OpenQuestion;
import dev.zorya.wallet.api.Overview;
import dev.zorya.wallet.api.RequestView;
import dev.zorya.wallet.api.Waiting;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** What Home says. */
record HomeModel(
        Shown total,
        boolean practice,
        Shown onChain,
        Shown inChannels,
        Shown inSettlement,
        List<Share> where,
        boolean hidden,
        boolean fresh,
        List<EventRow> recent,
        List<Todo> todos,
        List<PayAgain> again) {
    private static final int RECENT = 5;
    private static final int AGAIN = 3;

    /** A contact that can be paid at once, and how much. */
    record PayAgain(Person person, Shown canSend, String spoken) {}

    static HomeModel of(Snapshot snapshot, Money money, When when) {
        Overview overview = snapshot.overview();
        return new HomeModel(
                money.mine(overview.total()),
                snapshot.info().practice(),
                money.mine(overview.onChain()),
                money.mine(overview.inChannels()),
                money.mine(overview.inSettlement()),
                List.of(
                        new Share(Share.Kind.LOCKED, overview.onChain().units()),
                        new Share(Share.Kind.MINE, overview.inChannels().units()),
                        new Share(Share.Kind.SETTLING, overview.inSettlement().units())),
                money.hidden(),
                snapshot.channels().isEmpty(),
                recent(snapshot, money, when),
                todos(snapshot, money),
                again(snapshot, money));
    }

    private static List<EventRow> recent(Snapshot snapshot, Money money, When when) {
        Stream<EventRow> underWay = snapshot.channels().stream()
                .filter(channel -> !Channels.live(channel.status()) && !Channels.over(channel.status()))
                .map(channel -> Payments.underWay(channel, snapshot, money, when));
        Stream<EventRow> payments =
                snapshot.recent().stream().map(payment -> Payments.row(payment, snapshot, money, when));
        return Stream.concat(underWay, payments).limit(RECENT).toList();
    }

    private static List<Todo> todos(Snapshot snapshot, Money money) {
        List<Todo> todos = new ArrayList<>();
        snapshot.questions().forEach(question -> todos.add(question(question, snapshot, money)));
        snapshot.asked().forEach(request -> todos.add(request(request, snapshot, money)));
        snapshot.channels().stream()
                .filter(channel -> Channels.needsYou(channel.status()))
                .forEach(channel -> todos.add(channel(channel, snapshot, money)));
        snapshot.waiting().forEach(waiting -> todos.add(waiting(waiting, snapshot)));
        return todos;
    }

    private static Todo question(OpenQuestion question, Snapshot snapshot, Money money) {
        String name = People.of(snapshot, question.contactDid()).name();
        return new Todo(
                Icon.CHANNELS,
                Tone.BUSY,
                Text.of("todo.question", name),
                Text.of("todo.question.about", money.mine(question.mine()).text()),
                Text.of("todo.review"),
                new Todo.Target.Review(question));
    }

    private static Todo waiting(Waiting waiting, Snapshot snapshot) {
        return new Todo(
                Asking.icon(waiting),
                Tone.BUSY,
                Asking.title(waiting, snapshot),
                Asking.about(waiting),
                Text.of("todo.review"),
                new Todo.Target.Consent(waiting));
    }

    private static Todo request(RequestView request, Snapshot snapshot, Money money) {
        String name = People.of(snapshot, request.contactDid()).name();
        return new Todo(
                Icon.RECEIVE,
                Tone.BUSY,
                Text.of("todo.request", name, money.mine(request.amount()).text()),
                request.memo().isBlank() ? Text.of("row.no-note") : request.memo(),
                Text.of("todo.review"),
                new Todo.Target.Go(new Place.Pay(request.contactDid(), request.id())));
    }

    private static Todo channel(ChannelView channel, Snapshot snapshot, Money money) {
        String name = People.of(snapshot, channel.contactDid()).name();
        boolean pending = channel.status() == ChannelView.Status.PENDING;
        return new Todo(
                Channels.of(channel.status()).icon(),
                Channels.of(channel.status()).tone(),
                pending
                        ? Text.of("todo.pending", money.mine(channel.pending()).text())
                        : Text.of("row.channel", Channels.of(channel.status()).word(), name),
                pending ? Text.of("todo.pending.about", name) : channel.waitsFor(),
                Text.of("todo.look"),
                new Todo.Target.Go(new Place.Channel(channel.key())));
    }

    private static List<PayAgain> again(Snapshot snapshot, Money money) {
        return snapshot.contacts().stream()
                .flatMap(contact -> snapshot.payable(contact.did()).stream())
                .filter(channel -> channel.mine().units().signum() > 0)
                .sorted(Comparator.comparing(ChannelView::opened).reversed())
                .limit(AGAIN)
                .map(channel -> again(channel, snapshot, money))
                .toList();
    }

    private static PayAgain again(ChannelView channel, Snapshot snapshot, Money money) {
        Person person = People.of(snapshot, channel.contactDid());
        Shown canSend = money.mine(channel.mine());
        return new PayAgain(person, canSend, Text.of("again.spoken", person.name(), person.badge(), canSend.spoken()));
    }
}
