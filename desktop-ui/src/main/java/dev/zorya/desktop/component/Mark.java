package dev.zorya.desktop.component;

import javafx.scene.Group;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.SVGPath;
import javafx.scene.shape.Shape;
import javafx.scene.shape.StrokeLineJoin;

/** The mark: a dawn star in an open link of chain (UI.md 12), drawn from its vectors so that it is sharp at each size. */
public final class Mark extends Pane {
    private static final double GRID = 32;
    private static final String STAR =
            "M16 1.4C17.38 10.53 19.45 13.81 25.2 16C19.45 18.19 17.38 21.48 16 30.6C14.62 21.48 12.55 18.19 6.8"
                    + " 16C12.55 13.81 14.62 10.53 16 1.4Z";
    private static final double AIR = 4.2;

    /** @param size edge length in pixels */
    public Mark(double size) {
        getStyleClass().add("z-mark");
        Shape link = Shape.subtract(ring(13.6, 13.6 / 2, 0), ring(13.6, 13.6 / 2, 3.5));
        SVGPath air = star();
        air.setStrokeWidth(AIR);
        air.setStrokeLineJoin(StrokeLineJoin.ROUND);
        air.setStroke(javafx.scene.paint.Color.BLACK);
        link = Shape.subtract(link, air);
        link.getStyleClass().add("link");
        SVGPath star = star();
        star.getStyleClass().add("star");
        Group art = new Group(link, star);
        getChildren().addAll(art);
        link.setManaged(false);
        art.setManaged(false);
        art.getTransforms().add(new javafx.scene.transform.Scale(size / GRID, size / GRID));
        setMinSize(size, size);
        setMaxSize(size, size);
    }

    private static SVGPath star() {
        SVGPath star = new SVGPath();
        star.setContent(STAR);
        return star;
    }

    private static Rectangle ring(double height, double radius, double inset) {
        double stroke = 3.5;
        Rectangle ring = new Rectangle(
                2.2 - stroke / 2 + inset,
                9.2 - stroke / 2 + inset,
                27.6 + stroke - 2 * inset,
                height + stroke - 2 * inset);
        double arc = 2 * (radius + stroke / 2 - inset);
        ring.setArcWidth(arc);
        ring.setArcHeight(arc);
        return ring;
    }
}
