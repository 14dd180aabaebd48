package org.joulemark.app.ui.fx;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * Words of one package of the window, from {@code texts.properties} beside its classes.
 *
 * @param bundle the words
 * @param locale their language
 */
public record Texts(ResourceBundle bundle, Locale locale) {
    private static final ResourceBundle.Control NO_SYSTEM_LANGUAGE =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    /** Words of the package of {@code place} in {@code language}, else in English. */
    public static Texts of(Class<?> place, Locale language) {
        String base = place.getPackageName() + ".texts";
        return new Texts(
                ResourceBundle.getBundle(base, language, place.getClassLoader(), NO_SYSTEM_LANGUAGE), language);
    }

    /** The words for {@code key}. */
    public String get(String key) {
        return bundle.getString(key);
    }

    /** The words for {@code key}, or {@code otherwise} where there are none. */
    public String get(String key, String otherwise) {
        return bundle.containsKey(key) ? bundle.getString(key) : otherwise;
    }

    /** What the engine or a record says in English, in this language; as it was said where nobody translated it. */
    public String said(String english) {
        return Sayings.of(locale).said(english);
    }

    /** A number with so many digits behind the decimal sign of the language. */
    public String fixed(double value, int digits) {
        return String.format(locale, "%." + digits + "f", value);
    }

    /** A number with four significant digits, without exponent, with the decimal sign of the language. */
    public String significant(double value) {
        int places = value == 0 ? 0 : 3 - (int) Math.floor(Math.log10(Math.abs(value)));
        return fixed(value, Math.clamp(places, 0, 9));
    }

    /** The words for {@code key} with {@code {0}}, {@code {1}} … filled in. */
    public String format(String key, Object... values) {
        return new MessageFormat(get(key), locale).format(values);
    }
}
