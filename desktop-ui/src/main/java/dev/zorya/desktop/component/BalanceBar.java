package dev.zorya.desktop.component;

import java.math.BigInteger;
import java.util.List;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;

/**
 * The bar of a channel (yours, locked, pending, theirs) and the bar of Home (on chain, in channels, in settlement): UI.md 8.
 * It shows proportions only; the numbers stand above it.
 */
public final class BalanceBar extends Region {
    private static final double DIAMETER = 8;
    private static final double LARGE_DIAMETER = 12;

    private List<Share> shares = List.of();
    private boolean hidden;

    private BalanceBar(String... styles) {
        getStyleClass().add("z-bar");
        getStyleClass().addAll(styles);
        Rectangle clip = new Rectangle();
        clip.widthProperty().bind(widthProperty());
        clip.heightProperty().bind(heightProperty());
        double diameter = getStyleClass().contains("large") ? LARGE_DIAMETER : DIAMETER;
        clip.setArcWidth(diameter);
        clip.setArcHeight(diameter);
        setClip(clip);
        setAccessibleRole(AccessibleRole.NODE);
        setMaxWidth(Double.MAX_VALUE);
    }

    /** 8 px, for lists: the row says it, the bar is silent. */
    public static BalanceBar small() {
        return new BalanceBar();
    }

    /** 20 px, for a detail page: takes the focus and is read out. */
    public static BalanceBar large() {
        BalanceBar bar = new BalanceBar("large");
        bar.setFocusTraversable(true);
        bar.setAccessibleRole(AccessibleRole.TEXT);
        return bar;
    }

    /** 10 px, for Home. */
    public static BalanceBar where() {
        return new BalanceBar("where");
    }

    /**
     * Draws new shares.
     *
     * @param shown the shares in the order of the bar; those of zero are left out
     * @param hideAmounts one neutral bar instead of proportions
     * @param live not live (opening, closing, dispute) is drawn at half strength
     * @param spoken the sentence for a screen reader
     */
    public void show(List<Share> shown, boolean hideAmounts, boolean live, String spoken) {
        shares = shown.stream().filter(share -> share.amount().signum() > 0).toList();
        hidden = hideAmounts;
        setAccessibleText(spoken);
        getStyleClass().remove("idle");
        if (!live) {
            getStyleClass().add("idle");
        }
        getChildren().setAll(hidden || shares.isEmpty() ? List.of(part("hidden")) : parts());
        requestLayout();
    }

    private List<Region> parts() {
        return shares.stream().map(share -> part(share.kind().style())).toList();
    }

    private static Region part(String style) {
        Region part = new Region();
        part.getStyleClass().add(style);
        return part;
    }

    @Override
    protected void layoutChildren() {
        List<BigInteger> amounts = hidden || shares.isEmpty()
                ? List.of(BigInteger.ONE)
                : shares.stream().map(Share::amount).toList();
        if (getChildren().size() != amounts.size()) {
            return;
        }
        double[] widths = ShareWidths.of(amounts, getWidth());
        double x = 0;
        for (int i = 0; i < widths.length; i++) {
            getChildren().get(i).resizeRelocate(x, 0, widths[i], getHeight());
            x += widths[i] + ShareWidths.GAP;
        }
    }
}
