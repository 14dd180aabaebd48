package org.joulemark.app.ui.shell;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.joulemark.app.ui.bench.BenchPlace;
import org.joulemark.app.ui.compare.ComparePlace;
import org.joulemark.app.ui.desk.Desk;
import org.joulemark.app.ui.desk.Place;
import org.joulemark.app.ui.fx.PlaceView;
import org.joulemark.app.ui.history.HistoryPlace;
import org.joulemark.app.ui.plot.PlotServices;
import org.joulemark.app.ui.reports.ReportsPlace;
import org.joulemark.app.ui.settings.SettingsPlace;

/** The places of the window, each made when it is first shown, so that the window opens fast. */
final class Places {
    private final Map<Place, PlaceView> made = new EnumMap<>(Place.class);
    private final Function<Place, PlaceView> maker;

    Places(Desk desk, PlotServices plots) {
        this.maker = place -> make(place, desk, plots);
    }

    /** All places. Add yours here. */
    private static PlaceView make(Place place, Desk desk, PlotServices plots) {
        return switch (place) {
            case BENCH -> new BenchPlace(desk, plots);
            case COMPARE -> new ComparePlace(desk, plots);
            case HISTORY -> new HistoryPlace(desk, plots);
            case REPORTS -> new ReportsPlace(desk);
            case SETTINGS -> new SettingsPlace(desk);
        };
    }

    /** The place, made if it is not there yet. */
    PlaceView get(Place place) {
        PlaceView view = made.get(place);
        if (view == null) {
            view = maker.apply(place);
            made.put(place, view);
        }
        return view;
    }

    /** Those that were made. */
    List<PlaceView> made() {
        return List.copyOf(made.values());
    }
}
