package org.joulemark.app.ui.plot;

import java.text.DecimalFormatSymbols;
import java.util.ResourceBundle;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import org.joulemark.app.ui.fx.Texts;

/**
 * What every chart needs from the house.
 *
 * @param texts this package's texts in the user's language
 * @param fx runs work on the FX thread, later
 * @param painter one thread that paints pixels, off the FX thread; its owner shuts it down
 * @param clip where copies go
 */
public record PlotServices(ResourceBundle texts, Executor fx, ScheduledExecutorService painter, Clip clip) {
    /** Base name of the texts of this package. */
    public static final String TEXTS = "org.joulemark.app.ui.plot.texts";

    String text(String key) {
        return texts.getString(key);
    }

    String text(String key, Object... values) {
        return String.format(texts.getLocale(), texts.getString(key), values);
    }

    /** What the engine says, in the user's language. */
    String said(String english) {
        return new Texts(texts, texts.getLocale()).said(english);
    }

    /** A number written with a point, or several with what stands between them, with the language's decimal sign. */
    String local(String numbers) {
        return numbers.replace(
                '.', DecimalFormatSymbols.getInstance(texts.getLocale()).getDecimalSeparator());
    }
}
