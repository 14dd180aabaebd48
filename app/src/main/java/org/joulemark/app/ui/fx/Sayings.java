package org.joulemark.app.ui.fx;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.DecimalFormatSymbols;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the engine and its records say in English, in the user's language: by the sentence itself, so that a sentence that
 * changed is shown as it was recorded and never as what it used to mean.
 *
 * <p>The file {@code sayings_XX.txt} holds pairs of lines, the English one with {@code {0}}, {@code {1}} … where something
 * is filled in, and the other one with the same; lines that begin with {@code #} and empty ones count for nothing.
 */
final class Sayings {
    private static final Map<String, Sayings> KNOWN = new ConcurrentHashMap<>();
    private static final Pattern PLACE = Pattern.compile("\\{(\\d)}");
    private static final Pattern DECIMAL = Pattern.compile("(?<![\\d.])(\\d+)\\.(\\d+)(?![\\d.])");

    private final Locale locale;
    private final List<Saying> all;

    private record Saying(Pattern english, String other) {}

    private Sayings(Locale locale, List<Saying> all) {
        this.locale = locale;
        this.all = all;
    }

    /** Those of a language; none for English, and for languages nobody translated into. */
    static Sayings of(Locale locale) {
        return KNOWN.computeIfAbsent(locale.getLanguage(), _ -> read(locale));
    }

    private static Sayings read(Locale locale) {
        try (InputStream in = Sayings.class.getResourceAsStream("sayings_" + locale.getLanguage() + ".txt")) {
            List<Saying> all = new ArrayList<>();
            if (in != null) {
                List<String> lines = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                        .lines()
                        .filter(line -> !line.isBlank() && !line.startsWith("#"))
                        .toList();
                for (int i = 0; i + 1 < lines.size(); i += 2) {
                    all.add(new Saying(pattern(lines.get(i)), lines.get(i + 1)));
                }
            }
            return new Sayings(locale, List.copyOf(all));
        } catch (IOException e) {
            throw new UncheckedIOException("the sayings cannot be read", e);
        }
    }

    private static Pattern pattern(String english) {
        StringBuilder pattern = new StringBuilder();
        Matcher place = PLACE.matcher(english);
        int from = 0;
        while (place.find()) {
            pattern.append(Pattern.quote(english.substring(from, place.start())))
                    .append("(.+?)");
            from = place.end();
        }
        return Pattern.compile(
                pattern.append(Pattern.quote(english.substring(from))).toString(), Pattern.DOTALL);
    }

    /** The sentence in the language, or between quotation marks as it was said; a single word is a name and stays. */
    String said(String english) {
        return all.isEmpty()
                ? english
                : translated(english).orElse(english.indexOf(' ') < 0 ? english : "„" + english + "“");
    }

    private Optional<String> translated(String english) {
        for (Saying saying : all) {
            Matcher matcher = saying.english.matcher(english);
            if (matcher.matches()) {
                return Optional.of(filled(saying.other, matcher));
            }
        }
        return parts(english, "; ").or(() -> afterName(english));
    }

    private String filled(String pattern, Matcher values) {
        return PLACE.matcher(pattern).replaceAll(place -> {
            String value = values.group(Integer.parseInt(place.group(1)) + 1);
            return Matcher.quoteReplacement(translated(value).orElseGet(() -> local(value)));
        });
    }

    /** Several sentences in one. */
    private Optional<String> parts(String english, String between) {
        int at = english.indexOf(between);
        return at < 0
                ? Optional.empty()
                : translated(english.substring(0, at))
                        .flatMap(first -> translated(english.substring(at + between.length()))
                                .map(rest -> first + between + rest));
    }

    /** What is said of something that has a name: "digits-v3: not steady after warm-up". */
    private Optional<String> afterName(String english) {
        int at = english.indexOf(": ");
        if (at < 0) {
            return Optional.empty();
        }
        String name = english.substring(0, at);
        return translated(english.substring(at + 2))
                .map(rest -> translated(name).orElse(name) + ": " + rest);
    }

    /** Numbers with the decimal sign of the language; versions such as 1.29.0 stay. */
    private String local(String value) {
        String sign = String.valueOf(DecimalFormatSymbols.getInstance(locale).getDecimalSeparator());
        return DECIMAL.matcher(value).replaceAll("$1" + Matcher.quoteReplacement(sign) + "$2");
    }
}
