package org.joulemark.engine.carbon;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.joulemark.engine.model.EmissionFactor;
import org.joulemark.engine.model.FactorBoundary;
import org.joulemark.engine.model.UserError;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code sites.json}: {@code {"sites": [{"id", "zone", "pue", "pueSource", "factor": {"value", "source", "year",
 * "boundary", "gasSet", "method"}}]}}, where {@code factor}, its {@code method} and both PUE entries may be left out.
 */
final class SiteDefinitions {
    private static final long MOST_BYTES = 1 << 20;
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .build();

    private SiteDefinitions() {}

    /** The whole file. */
    record Document(@Nullable List<@Nullable Definition> sites) {
        List<Definition> all() {
            return sites == null
                    ? List.of()
                    : sites.stream().filter(Objects::nonNull).toList();
        }

        boolean holdsNull() {
            return sites != null && sites.stream().anyMatch(Objects::isNull);
        }
    }

    /** One site as the user wrote it. */
    record Definition(
            String id,
            String zone,
            @Nullable Double pue,
            @Nullable String pueSource,
            @Nullable OwnFactor factor) {
        Definition {
            hold(new SiteEntry(id, zone, pue, pueSource, null).problems());
        }

        SiteEntry entry() {
            OwnFactor own = factor;
            return new SiteEntry(id, zone, pue, pueSource, own == null ? null : own.entry());
        }
    }

    /** A factor as the user wrote it. */
    record OwnFactor(
            @Nullable Double value,
            @Nullable String source,
            @Nullable Integer year,
            @Nullable String boundary,
            @Nullable String gasSet,
            @Nullable String method) {
        OwnFactor {
            hold(new SiteEntry.OwnFactor(value, source, year, boundary, gasSet, method).problems());
        }

        SiteEntry.OwnFactor entry() {
            return new SiteEntry.OwnFactor(value, source, year, boundary, gasSet, method);
        }

        EmissionFactor factor(Definition site) {
            if (value == null || source == null || year == null || gasSet == null) {
                throw new IllegalStateException("checked when it was read");
            }
            FactorBoundary included = boundary == null ? null : SiteEntry.boundaryNamed(boundary);
            return new EmissionFactor(
                    "user-" + site.id(),
                    value,
                    "entered by the user",
                    source,
                    year,
                    "as entered",
                    site.zone(),
                    included == null ? FactorBoundary.LIFECYCLE : included,
                    gasSet,
                    "",
                    "",
                    "entered by the user",
                    "",
                    method == null ? null : SiteEntry.methodNamed(method));
        }
    }

    /** Definitions of the file; none if there is no file. @throws UserError with the line if it is not as it should be */
    static List<Definition> read(Path file) throws UserError {
        if (Files.notExists(file)) {
            return List.of();
        }
        return parse(file, bytes(file));
    }

    /** The bytes of the file. @throws UserError if it cannot be read or is too large to be a list of sites */
    static byte[] bytes(Path file) throws UserError {
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw UserError.usage(file + " is larger than " + MOST_BYTES + " bytes; is it a list of sites?");
            }
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UserError(UserError.Kind.USAGE, "Cannot read " + file + ": " + e.getMessage(), e);
        }
    }

    /** Definitions in {@code bytes}, which are or will be {@code file}. @throws UserError with the line of a mistake */
    static List<Definition> parse(Path file, byte[] bytes) throws UserError {
        try {
            Document document = JSON.readValue(bytes, Document.class);
            if (document == null || document.holdsNull()) {
                throw UserError.usage(file + ": a site is null; expected {\"sites\": [{\"id\": …, \"zone\": …}]}");
            }
            List<Definition> sites = document.all();
            unique(file, sites);
            return sites;
        } catch (JsonProcessingException e) {
            throw new UserError(UserError.Kind.USAGE, file + where(e) + ": " + what(e), e);
        } catch (IOException e) {
            throw new UserError(UserError.Kind.USAGE, "Cannot read " + file + ": " + e.getMessage(), e);
        }
    }

    private static void unique(Path file, List<Definition> sites) throws UserError {
        long different = sites.stream()
                .map(site -> site.id().toLowerCase(Locale.ROOT))
                .distinct()
                .count();
        if (different < sites.size()) {
            throw UserError.usage(file + ": two sites have the same \"id\"");
        }
    }

    private static String where(JsonProcessingException e) {
        return e.getLocation() == null || e.getLocation().getLineNr() < 1
                ? ""
                : ", line " + e.getLocation().getLineNr();
    }

    private static String what(JsonProcessingException e) {
        Throwable cause = e.getCause();
        if (e instanceof JsonMappingException && cause instanceof IllegalArgumentException) {
            return String.valueOf(cause.getMessage());
        }
        if (e instanceof UnrecognizedPropertyException unknown) {
            return "unknown field \"" + unknown.getPropertyName() + "\"; there are " + unknown.getKnownPropertyIds();
        }
        return e.getOriginalMessage().lines().findFirst().orElse("not readable");
    }

    private static void hold(Map<SiteField, String> problems) {
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(problems.values().iterator().next());
        }
    }
}
