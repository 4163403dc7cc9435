package dev.zorya.desktop.pay;

import dev.zorya.desktop.component.Action;
import dev.zorya.desktop.component.Buttons;
import dev.zorya.desktop.component.Icon;
import dev.zorya.desktop.component.Note;
import dev.zorya.desktop.component.Person;
import dev.zorya.desktop.component.ProblemNote;
import dev.zorya.desktop.component.Tone;
import dev.zorya.desktop.feed.Snapshot;
import dev.zorya.desktop.shell.Desk;
import dev.zorya.desktop.shell.Head;
import dev.zorya.desktop.shell.Place;
import dev.zorya.desktop.shell.Screen;
import dev.zorya.desktop.text.Text;
import dev.zorya.wallet.api.PayOrder;
import dev.zorya.wallet.api.PaymentView;
import dev.zorya.wallet.api.RequestOrder;
import dev.zorya.wallet.api.RequestView;
import dev.zorya.wallet.api.WalletProblem;
import dev.zorya.wallet.link.PaymentLink;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;

/** Pays a contact, or asks a contact to pay. */
public final class PayController implements Screen, PayView.Listener {
    private final Desk desk;
    private final PayView view;
    /** Empty once the request was taken into the form. */
    private String openRequest;

    private PayForm form;
    private Optional<Snapshot> snapshot = Optional.empty();
    private Optional<PayModel> shown = Optional.empty();
    private Optional<RequestView> sent = Optional.empty();
    private boolean sending;

    /**
     * The page for one direction.
     *
     * @param contactDid empty to let the person choose
     * @param requestId a request of the contact to answer, or empty
     */
    public PayController(Desk desk, Kind kind, String contactDid, String requestId) {
        this.desk = desk;
        this.form = PayForm.empty(kind, contactDid);
        this.openRequest = requestId;
        this.view = new PayView(kind, this);
    }

    /** The page filled in with what a link asks for. */
    public PayController(Desk desk, PaymentLink link) {
        this(desk, Kind.PAY, link.to(), "");
        form = form.amount(link.amount()
                        .map(amount -> desk.money().forField(amount))
                        .orElse(""))
                .memo(link.memo());
    }

    @Override
    public Node view() {
        return view.node();
    }

    @Override
    public Head head() {
        String title = form.kind() == Kind.PAY ? Text.of("top.pay") : Text.of("top.request");
        return Head.action(title, form.contactDid());
    }

    @Override
    public void arrived() {
        view.focus();
    }

    @Override
    public void show(Snapshot fresh) {
        snapshot = Optional.of(fresh);
        takeRequest(fresh);
        if (form.contactDid().isEmpty() && fresh.contacts().size() == 1) {
            form = form.contact(fresh.contacts().getFirst().did());
        }
        sent.flatMap(request -> status(fresh, request)).ifPresent(this::requested);
        render();
    }

    private void takeRequest(Snapshot fresh) {
        fresh.asked().stream()
                .filter(request -> request.id().equals(openRequest))
                .findFirst()
                .ifPresent(request -> {
                    openRequest = "";
                    form = form.answering(request, desk.money().forField(request.amount()));
                });
    }

    private static Optional<RequestView> status(Snapshot fresh, RequestView request) {
        return fresh.requests().stream()
                .filter(known -> known.id().equals(request.id()) && !known.equals(request))
                .findFirst();
    }

    private void render() {
        if (snapshot.isEmpty() || sending) {
            return;
        }
        if (snapshot.get().contacts().isEmpty()) {
            view.nobody(new Action(Text.of("contacts.add"), () -> desk.go(new Place.AddContact(""))));
            return;
        }
        PayModel model = PayModel.of(form, snapshot.get(), desk.money());
        if (!shown.equals(Optional.of(model))) {
            shown = Optional.of(model);
            view.show(form, model);
        }
    }

    private void changed(PayForm typed) {
        if (!form.equals(typed)) {
            form = typed;
            view.outcome(List.of());
            shown = Optional.empty();
            render();
        }
    }

    @Override
    public void kind(Kind kind) {
        desk.go(kind == Kind.PAY ? new Place.Pay(form.contactDid(), "") : new Place.Request(form.contactDid()));
    }

    @Override
    public void picked(Person person) {
        changed(form.contact(person.id()));
    }

    @Override
    public void amount(String typed) {
        changed(form.amount(typed));
    }

    @Override
    public void memo(String typed) {
        changed(form.memo(typed));
    }

    @Override
    public void useAll() {
        shown.flatMap(PayModel::limit).ifPresent(limit -> amount(desk.money().forField(limit)));
    }

    @Override
    public void openChannel() {
        desk.go(new Place.OpenChannel(form.contactDid()));
    }

    @Override
    public void send() {
        shown.flatMap(PayModel::valid).ifPresent(valid -> {
            sending = true;
            switch (form.kind()) {
                case PAY -> pay(valid);
                case REQUEST -> request(valid);
            }
        });
    }

    private void pay(PayModel.Valid valid) {
        view.busy(Text.of("pay.sending"));
        PayOrder order =
                new PayOrder(valid.channel().key(), valid.amount(), form.memo().strip(), form.requestId());
        desk.work().follow(() -> desk.wallet().pay(order), this::paid, this::problem);
    }

    private void paid(PaymentView payment) {
        String amount = desk.money().exact(payment.amount()).text();
        ready();
        Button done = Buttons.plain(new Action(Text.of("keys.done"), desk::back));
        done.setId("pay-done");
        Button again = Buttons.plain(new Action(Text.of("pay.again"), () -> view.outcome(List.of())));
        again.setId("pay-again");
        view.outcome(List.of(
                new Note(
                        Tone.OK,
                        Icon.DONE,
                        Text.of("pay.done", amount, name(payment.contactDid())),
                        Text.of("pay.done.about"),
                        List.of()),
                new HBox(8, done, again)));
    }

    private void request(PayModel.Valid valid) {
        view.busy(Text.of("pay.sending"));
        RequestOrder order = new RequestOrder(
                valid.channel().key(), valid.amount(), form.memo().strip());
        desk.work().follow(() -> desk.wallet().request(order), this::asked, this::problem);
    }

    private void asked(RequestView request) {
        ready();
        requested(request);
    }

    /** Shows how a request that was sent here stands. */
    private void requested(RequestView request) {
        sent = Optional.of(request);
        String name = name(request.contactDid());
        String amount = desk.money().exact(request.amount()).text();
        Note note = switch (request.status()) {
            case WAITING ->
                new Note(
                        Tone.BUSY,
                        Icon.WAITING,
                        Text.of("request.waiting", name),
                        Text.of("request.waiting.about", amount),
                        List.of());
            case PAID -> new Note(Tone.OK, Icon.DONE, Text.of("request.paid", name, amount), "", List.of());
            case DECLINED -> new Note(Tone.WAIT, Icon.CLOSE, Text.of("request.declined", name, amount), "", List.of());
            case EXPIRED -> new Note(Tone.NEUTRAL, Icon.EXPIRED, Text.of("request.expired", amount), "", List.of());
        };
        view.outcome(List.of(note));
    }

    @Override
    public void decline() {
        String id = form.requestId();
        desk.work()
                .follow(
                        () -> desk.wallet().decline(id),
                        done -> {
                            desk.toast(Icon.CLOSE, Tone.NEUTRAL, Text.of("pay.declined", name(form.contactDid())));
                            desk.refresh();
                            desk.go(new Place.Home());
                        },
                        this::problem);
    }

    private void problem(WalletProblem problem) {
        sending = false;
        shown = Optional.empty();
        render();
        view.outcome(List.of(new ProblemNote(problem)));
        desk.refresh();
    }

    private void ready() {
        sending = false;
        form = form.again();
        shown = Optional.empty();
        desk.refresh();
        render();
    }

    private String name(String did) {
        return snapshot.flatMap(known -> known.contact(did))
                .map(contact -> contact.name())
                .orElse("");
    }
}
