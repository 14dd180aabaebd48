package org.joulemark.app.ui.shell;

import java.util.EnumMap;
import java.util.Map;
import org.joulemark.app.ui.bench.BenchPlace;
import org.joulemark.app.ui.compare.ComparePlace;
import org.joulemark.app.ui.desk.Desk;
import org.joulemark.app.ui.desk.Place;
import org.joulemark.app.ui.fx.PlaceView;
import org.joulemark.app.ui.history.HistoryPlace;
import org.joulemark.app.ui.plot.PlotServices;
import org.joulemark.app.ui.reports.ReportsPlace;
import org.joulemark.app.ui.settings.SettingsPlace;

/** All places of the window. Add yours here. */
final class Places {
    private Places() {}

    static Map<Place, PlaceView> all(Desk desk, PlotServices plots) {
        Map<Place, PlaceView> places = new EnumMap<>(Place.class);
        places.put(Place.BENCH, new BenchPlace(desk, plots));
        places.put(Place.COMPARE, new ComparePlace(desk));
        places.put(Place.HISTORY, new HistoryPlace(desk, plots));
        places.put(Place.REPORTS, new ReportsPlace(desk));
        places.put(Place.SETTINGS, new SettingsPlace(desk));
        return places;
    }
}
