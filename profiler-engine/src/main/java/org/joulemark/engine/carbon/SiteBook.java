package org.joulemark.engine.carbon;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.joulemark.engine.carbon.SiteDefinitions.Definition;
import org.joulemark.engine.model.UserError;
import org.jspecify.annotations.Nullable;

/**
 * Writes {@code sites.json}. Each change reads the file anew, touches only the site it is about, is judged by the rules
 * of reading before a byte is written, and replaces the file whole. A file that is not as it should be is never touched.
 */
public final class SiteBook {
    private static final String LIST = "sites";
    private static final DefaultPrettyPrinter LAYOUT = new DefaultPrettyPrinter()
            .withArrayIndenter(DefaultIndenter.SYSTEM_LINEFEED_INSTANCE.withLinefeed("\n"))
            .withObjectIndenter(DefaultIndenter.SYSTEM_LINEFEED_INSTANCE.withLinefeed("\n"));
    /** Numbers keep the digits they were written with. */
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .defaultPrettyPrinter(LAYOUT)
            .build();

    private final Path file;

    /** The sites of the given data folder. */
    public SiteBook(Path dataFolder) {
        this.file = dataFolder.resolve("sites.json");
    }

    /** Where they lie; the file need not exist. */
    public Path file() {
        return file;
    }

    /** All sites as the user wrote them. @throws UserError if the file is not as it should be */
    public List<SiteEntry> entries() throws UserError {
        return SiteDefinitions.read(file).stream().map(Definition::entry).toList();
    }

    /**
     * Adds a site.
     *
     * @param at its place in the list; the end where the list is shorter
     * @throws UserError if it does not hold up, its id is taken, or the file cannot be read or written
     */
    public synchronized void add(SiteEntry site, int at) throws UserError {
        change((sites, index) -> sites.insert(Math.clamp(at, 0, sites.size()), node(site)), null);
    }

    /** Puts {@code site} in the place of the one called {@code id}. @throws UserError as for {@link #add} */
    public synchronized void replace(String id, SiteEntry site) throws UserError {
        change((sites, index) -> sites.set(index, merged(sites.get(index), node(site))), id);
    }

    /** Removes a site and gives the place it had. @throws UserError if there is none such, or as for {@link #add} */
    public synchronized int remove(String id) throws UserError {
        return change((sites, index) -> sites.remove(index), id);
    }

    private interface Change {
        void apply(ArrayNode sites, int index);
    }

    private int change(Change change, @Nullable String id) throws UserError {
        List<Definition> before = SiteDefinitions.read(file);
        int index = id == null ? before.size() : indexOf(before, id);
        try {
            ObjectNode document = document();
            change.apply(sites(document), index);
            String text = JSON.writerWithDefaultPrettyPrinter().writeValueAsString(document) + "\n";
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            SiteDefinitions.parse(file, bytes);
            write(bytes);
            return index;
        } catch (JsonProcessingException e) {
            throw UserError.usage(file + ": " + e.getOriginalMessage());
        } catch (IOException e) {
            throw new UserError(
                    UserError.Kind.USAGE,
                    "cannot write " + file + ": " + UserError.reason(e) + "; nothing was changed",
                    e);
        }
    }

    private int indexOf(List<Definition> sites, String id) throws UserError {
        for (int i = 0; i < sites.size(); i++) {
            if (sites.get(i).id().equalsIgnoreCase(id.strip())) {
                return i;
            }
        }
        throw UserError.usage(file + " has no site \"" + id + "\" any more; look again");
    }

    private ObjectNode document() throws IOException, UserError {
        if (Files.notExists(file)) {
            return JSON.createObjectNode();
        }
        JsonNode read = JSON.readTree(SiteDefinitions.bytes(file));
        return read instanceof ObjectNode object ? object : JSON.createObjectNode();
    }

    private static ArrayNode sites(ObjectNode document) {
        return document.get(LIST) instanceof ArrayNode list ? list : document.putArray(LIST);
    }

    private static ObjectNode node(SiteEntry site) {
        ObjectNode node = JSON.createObjectNode();
        node.put("id", site.id().strip());
        node.put("zone", site.zone().strip());
        if (site.pue() != null) {
            node.put("pue", site.pue());
        }
        if (site.pueSource() != null) {
            node.put("pueSource", site.pueSource().strip());
        }
        SiteEntry.OwnFactor own = site.factor();
        if (own != null) {
            ObjectNode factor = node.putObject("factor");
            factor.put("value", own.value());
            factor.put("source", own.source());
            factor.put("year", own.year());
            factor.put("boundary", own.boundary());
            factor.put("gasSet", own.gasSet());
            if (own.method() != null) {
                factor.put("method", own.method());
            }
        }
        return node;
    }

    /** The new site, with the very values of the old one where they say the same, down to the digits. */
    private static ObjectNode merged(JsonNode old, ObjectNode made) {
        ObjectNode result = JSON.createObjectNode();
        made.properties().forEach(one -> {
            JsonNode was = old.get(one.getKey());
            JsonNode now = one.getValue();
            if (was instanceof ObjectNode && now instanceof ObjectNode object) {
                result.set(one.getKey(), merged(was, object));
            } else {
                result.set(one.getKey(), same(was, now) ? was : now);
            }
        });
        return result;
    }

    private static boolean same(@Nullable JsonNode was, JsonNode now) {
        if (was == null || !was.isNumber() || !now.isNumber()) {
            return now.equals(was);
        }
        return was.doubleValue() == now.doubleValue();
    }

    private void write(byte[] bytes) throws IOException {
        Files.createDirectories(file.getParent());
        Path beside = file.resolveSibling(
                "." + file.getFileName() + "." + ProcessHandle.current().pid() + ".part");
        try {
            Files.write(beside, bytes);
            Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(beside);
        }
    }
}
