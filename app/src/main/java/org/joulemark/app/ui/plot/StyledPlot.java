package org.joulemark.app.ui.plot;

import java.net.URL;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.css.CssMetaData;
import javafx.css.SimpleStyleableObjectProperty;
import javafx.css.StyleConverter;
import javafx.css.Styleable;
import javafx.css.StyleableObjectProperty;
import javafx.css.StyleableProperty;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;

/** A region whose drawing colours come from CSS, so that another theme shows at once. */
abstract class StyledPlot extends Region {
    private static final Map<PlotRole, CssMetaData<StyledPlot, Color>> ROLES = roles();
    private static final List<CssMetaData<? extends Styleable, ?>> METADATA = metadata();

    private final Map<PlotRole, StyleableObjectProperty<Color>> colors = new EnumMap<>(PlotRole.class);

    StyledPlot(String styleClass) {
        getStyleClass().addAll("plot", styleClass);
        ROLES.forEach((role, meta) -> {
            StyleableObjectProperty<Color> color =
                    new SimpleStyleableObjectProperty<>(meta, this, role.cssName(), Color.web(role.fallback()));
            color.addListener((_, _, _) -> paletteChanged());
            colors.put(role, color);
        });
    }

    /** Called on the FX thread for each colour that changed. */
    abstract void paletteChanged();

    final Color color(PlotRole role) {
        return Objects.requireNonNull(Objects.requireNonNull(colors.get(role)).get());
    }

    final PlotPalette palette() {
        Map<PlotRole, Integer> rgb = new EnumMap<>(PlotRole.class);
        for (PlotRole role : PlotRole.values()) {
            rgb.put(role, rgb(color(role)));
        }
        return new PlotPalette(rgb);
    }

    private static int rgb(Color color) {
        return (int) Math.round(color.getRed() * 255) << 16
                | (int) Math.round(color.getGreen() * 255) << 8
                | (int) Math.round(color.getBlue() * 255);
    }

    @Override
    public final String getUserAgentStylesheet() {
        return stylesheet();
    }

    /** Address of the styles of charts and their frames. */
    static String stylesheet() {
        URL css = Objects.requireNonNull(StyledPlot.class.getResource("plot.css"));
        return css.toExternalForm();
    }

    @Override
    public final List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
        return METADATA;
    }

    private StyleableProperty<Color> property(PlotRole role) {
        return Objects.requireNonNull(colors.get(role));
    }

    private static Map<PlotRole, CssMetaData<StyledPlot, Color>> roles() {
        Map<PlotRole, CssMetaData<StyledPlot, Color>> all = new EnumMap<>(PlotRole.class);
        for (PlotRole role : PlotRole.values()) {
            all.put(role, new RoleColor(role));
        }
        return all;
    }

    private static List<CssMetaData<? extends Styleable, ?>> metadata() {
        List<CssMetaData<? extends Styleable, ?>> all = new ArrayList<>(Region.getClassCssMetaData());
        all.addAll(ROLES.values());
        return List.copyOf(all);
    }

    private static final class RoleColor extends CssMetaData<StyledPlot, Color> {
        private final PlotRole role;

        RoleColor(PlotRole role) {
            super(role.cssName(), StyleConverter.getColorConverter(), Color.web(role.fallback()));
            this.role = role;
        }

        @Override
        public boolean isSettable(StyledPlot plot) {
            return true;
        }

        @Override
        public StyleableProperty<Color> getStyleableProperty(StyledPlot plot) {
            return plot.property(role);
        }
    }
}
