package org.joulemark.engine.carbon;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.joulemark.engine.model.UserError;

/** Finds areas by what people call them: ISO alpha-2 and alpha-3 codes, English names, zone codes; case does not matter. */
final class Gazetteer {
    private static final int NEAR_MATCHES = 4;
    private static final Map<String, String> ALIASES = Map.of(
            "UK", "GBR",
            "GREAT BRITAIN", "GBR",
            "EL", "GRC",
            "XK", "XKX",
            "EU", "OWID_EU27",
            "EU27", "OWID_EU27",
            "EUROPEAN UNION", "OWID_EU27",
            "UNITED STATES OF AMERICA", "USA",
            "WORLD", "OWID_WRL");

    private final Map<String, Area> byName = new TreeMap<>();

    /** @param areas all areas of the tables; of two with the same name the first is found */
    Gazetteer(Collection<Area> areas) {
        Map<String, Area> byCode = new LinkedHashMap<>();
        for (Area area : areas) {
            byCode.putIfAbsent(area.code(), area);
            byName.putIfAbsent(key(area.code()), area);
        }
        areas.stream().filter(area -> !area.subnational()).forEach(area -> byName.putIfAbsent(key(area.name()), area));
        isoNames(byCode);
        ALIASES.forEach((alias, code) ->
                Optional.ofNullable(byCode.get(code)).ifPresent(area -> byName.putIfAbsent(alias, area)));
    }

    private void isoNames(Map<String, Area> byCode) {
        for (String alpha2 : Locale.getISOCountries()) {
            Locale country = Locale.of("", alpha2);
            Area area = byCode.get(alpha3(country));
            if (area != null) {
                byName.putIfAbsent(alpha2, area);
                byName.putIfAbsent(key(country.getDisplayCountry(Locale.ENGLISH)), area);
            }
        }
    }

    private static String alpha3(Locale country) {
        try {
            return country.getISO3Country();
        } catch (MissingResourceException e) {
            return "";
        }
    }

    /** The area so called. @throws UserError that names near matches if there is none */
    Area find(String place) throws UserError {
        if (place.isBlank()) {
            throw UserError.usage("The site has no name; give a country or grid zone, or a site of sites.json");
        }
        Area area = byName.get(key(place));
        if (area == null) {
            throw UserError.usage(
                    "Site \"" + place.strip() + "\" is neither a site of sites.json nor a known country or "
                            + "grid zone; did you mean " + String.join(", ", near(key(place))) + "?");
        }
        return area;
    }

    private List<String> near(String wanted) {
        return byName.keySet().stream()
                .sorted(Comparator.comparingInt((String name) -> distance(wanted, name))
                        .thenComparing(Comparator.naturalOrder()))
                .flatMap(name -> Stream.ofNullable(byName.get(name)))
                .distinct()
                .limit(NEAR_MATCHES)
                .map(area -> area.code() + " (" + area.name() + ")")
                .toList();
    }

    /** Edit distance (Levenshtein), with a common beginning counted in favour. */
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(change, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return b.startsWith(a) || a.startsWith(b) ? row[b.length()] / 2 : row[b.length()];
    }

    private static String key(String name) {
        String bounded = name.strip().length() > 80 ? name.strip().substring(0, 80) : name.strip();
        return bounded.toUpperCase(Locale.ROOT).replace('_', ' ').replaceAll("\\s+", " ");
    }
}
