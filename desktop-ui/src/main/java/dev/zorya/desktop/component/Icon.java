package dev.zorya.desktop.component;

import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignB;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignD;
import org.kordamp.ikonli.materialdesign2.MaterialDesignE;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignG;
import org.kordamp.ikonli.materialdesign2.MaterialDesignH;
import org.kordamp.ikonli.materialdesign2.MaterialDesignI;
import org.kordamp.ikonli.materialdesign2.MaterialDesignK;
import org.kordamp.ikonli.materialdesign2.MaterialDesignL;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;

/** Every icon of the program, named by what it says and not by what it shows (UI.md 7). */
public enum Icon {
    HOME(MaterialDesignH.HOME_OUTLINE),
    CHANNELS(MaterialDesignS.SWAP_HORIZONTAL),
    CONTACTS(MaterialDesignA.ACCOUNT_MULTIPLE_OUTLINE),
    ACTIVITY(MaterialDesignF.FORMAT_LIST_BULLETED),
    SETTINGS(MaterialDesignC.COG_OUTLINE),
    LOCK(MaterialDesignL.LOCK_OUTLINE),
    UNLOCK(MaterialDesignL.LOCK_OPEN_OUTLINE),
    PAY(MaterialDesignA.ARROW_TOP_RIGHT),
    RECEIVE(MaterialDesignA.ARROW_BOTTOM_LEFT),
    SHOW(MaterialDesignE.EYE_OUTLINE),
    HIDE(MaterialDesignE.EYE_OFF_OUTLINE),
    SEARCH(MaterialDesignM.MAGNIFY),
    ADD(MaterialDesignP.PLUS),
    ADD_CONTACT(MaterialDesignA.ACCOUNT_PLUS_OUTLINE),
    CARD(MaterialDesignC.CARD_ACCOUNT_DETAILS_OUTLINE),
    COPY(MaterialDesignC.CONTENT_COPY),
    DONE(MaterialDesignC.CHECK),
    CLOSE(MaterialDesignC.CLOSE),
    NEXT(MaterialDesignC.CHEVRON_RIGHT),
    PRACTICE(MaterialDesignF.FLASK_OUTLINE),
    WAITING(MaterialDesignT.TIMER_SAND),
    WORKING(MaterialDesignS.SYNC),
    DISPUTE(MaterialDesignG.GAVEL),
    PAYING_OUT(MaterialDesignT.TRAY_ARROW_DOWN),
    STALE(MaterialDesignB.BACKUP_RESTORE),
    STOPPED(MaterialDesignA.ALERT_CIRCLE_OUTLINE),
    UNKNOWN(MaterialDesignH.HELP_CIRCLE_OUTLINE),
    KEY(MaterialDesignK.KEY_OUTLINE),
    VERIFIED(MaterialDesignC.CHECK_DECAGRAM),
    COMPARED(MaterialDesignE.EYE_CHECK_OUTLINE),
    EXPIRED(MaterialDesignC.CLOCK_OUTLINE),
    REVOKED(MaterialDesignC.CANCEL),
    BLOCKED(MaterialDesignA.ACCOUNT_CANCEL_OUTLINE),
    GUARD(MaterialDesignS.SHIELD_CHECK_OUTLINE),
    INFO(MaterialDesignI.INFORMATION_OUTLINE),
    NO_CHAIN(MaterialDesignL.LAN_DISCONNECT),
    RETRY(MaterialDesignR.REFRESH),
    RESTORE(MaterialDesignR.RESTORE),
    APPEARANCE(MaterialDesignP.PALETTE_OUTLINE),
    NETWORK(MaterialDesignS.SERVER_NETWORK),
    IDENTITY(MaterialDesignF.FINGERPRINT),
    STORAGE(MaterialDesignD.DATABASE_OUTLINE),
    FOLDER(MaterialDesignF.FOLDER_OPEN_OUTLINE),
    SAVE(MaterialDesignD.DOWNLOAD_OUTLINE),
    PASTE(MaterialDesignC.CONTENT_PASTE),
    CREDENTIAL(MaterialDesignC.CERTIFICATE_OUTLINE),
    VOUCHER(MaterialDesignH.HANDSHAKE_OUTLINE),
    REASON(MaterialDesignM.MESSAGE_OUTLINE),
    WARNING(MaterialDesignA.ALERT_OUTLINE),
    TRUST(MaterialDesignS.SCALE_BALANCE),
    UP(MaterialDesignA.ARROW_UP),
    DOWN(MaterialDesignA.ARROW_DOWN),
    EDIT(MaterialDesignP.PENCIL_OUTLINE),
    CHOSEN(MaterialDesignR.RADIOBOX_MARKED),
    NOT_CHOSEN(MaterialDesignR.RADIOBOX_BLANK);

    @SuppressWarnings("ImmutableEnumChecker") // Ikon is an interface of constants
    private final Ikon glyph;

    Icon(Ikon glyph) {
        this.glyph = glyph;
    }

    /** A decorative icon: the screen reader reads the words beside it. */
    public FontIcon view() {
        return FontIcon.of(glyph);
    }

    /** A decorative icon in the colour of its meaning. */
    public FontIcon view(Tone tone) {
        FontIcon icon = view();
        icon.getStyleClass().addAll(tone.styles());
        return icon;
    }

    /** The icon in a tinted disc, as in lists of events. */
    public StackPane disc(Tone tone) {
        StackPane disc = new StackPane(view(tone));
        disc.getStyleClass().add("z-disc");
        disc.getStyleClass().addAll(tone.styles());
        return disc;
    }

    /** The icon in a rounded tile, as on choices and empty lists. */
    public StackPane tile(boolean accent) {
        StackPane tile = new StackPane(view());
        tile.getStyleClass().add("z-tile");
        if (accent) {
            tile.getStyleClass().add("accent");
        }
        return tile;
    }
}
