package dev.zorya.desktop.shell;

import dev.zorya.desktop.component.Action;
import dev.zorya.desktop.component.Buttons;
import dev.zorya.desktop.component.Icon;
import dev.zorya.desktop.component.Labels;
import dev.zorya.desktop.component.Space;
import dev.zorya.desktop.text.Text;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;

/** Title or breadcrumb at the left; search, hide amounts, Request and Pay at the right (UI.md 2). */
final class TopBar extends HBox {
    private final HBox crumbs = new HBox(6);
    private final Button hide;
    private final Button request;
    private final Button pay;
    private final Desk desk;
    private Head head = Head.of(RailEntry.HOME);

    TopBar(Desk desk, Runnable search, Runnable toggleHidden) {
        this.desk = desk;
        getStyleClass().add("z-top");
        crumbs.setAlignment(Pos.CENTER_LEFT);
        Button find = Buttons.plain(new Action(Text.of("top.search"), search));
        find.setId("top-search");
        find.setGraphic(Icon.SEARCH.view());
        find.getStyleClass().add("z-search");
        find.setTooltip(new Tooltip(Text.of("top.search.keys")));
        hide = Buttons.icon(Icon.SHOW, new Action(Text.of("top.hide"), toggleHidden));
        hide.setId("top-hide");
        request =
                Buttons.plain(new Action(Text.of("top.request"), () -> desk.go(new Place.Request(head.contactDid()))));
        request.setId("top-request");
        request.setGraphic(Icon.RECEIVE.view());
        request.setTooltip(new Tooltip(Text.of("top.request.keys")));
        pay = Buttons.plain(new Action(Text.of("top.pay"), () -> desk.go(new Place.Pay(head.contactDid(), ""))));
        pay.setId("top-pay");
        pay.getStyleClass().add("accent");
        pay.setGraphic(Icon.PAY.view());
        pay.setTooltip(new Tooltip(Text.of("top.pay.keys")));
        getChildren().addAll(crumbs, Space.grow(), find, hide, request, pay);
    }

    void show(Head shown) {
        head = shown;
        crumbs.getChildren().clear();
        if (shown.hasParent()) {
            crumbs.getChildren()
                    .addAll(
                            Buttons.link(new Action(
                                    shown.parent().word(),
                                    () -> desk.go(shown.parent().place()))),
                            Icon.NEXT.view());
            crumbs.getChildren().getFirst().getStyleClass().add("z-crumb");
        }
        crumbs.getChildren().add(Labels.line(shown.title(), "z-top-title"));
        for (Button action : new Button[] {request, pay}) {
            action.setVisible(shown.actions());
            action.setManaged(shown.actions());
        }
    }

    void hidden(boolean hidden) {
        hide.setGraphic((hidden ? Icon.HIDE : Icon.SHOW).view());
        String words = hidden ? Text.of("top.unhide") : Text.of("top.hide");
        hide.setAccessibleText(words);
        hide.getTooltip().setText(words);
    }
}
