package org.joulemark.engine.carbon;

import java.nio.file.Path;
import java.util.List;
import org.joulemark.engine.carbon.SiteDefinitions.Definition;
import org.joulemark.engine.carbon.SiteDefinitions.OwnFactor;
import org.joulemark.engine.model.EmissionFactor;
import org.joulemark.engine.model.Site;
import org.joulemark.engine.model.UserError;

/**
 * Where the measured machine may stand: sites the user defined in {@code sites.json}, or a country or grid zone by its
 * code. There is no default site.
 */
public final class Sites {
    /** What is assumed where nobody gave a PUE. */
    public static final String NO_OVERHEAD = "no PUE stated, no facility overhead added";

    /** How records of 0.1 said it, which claimed more of the place than anybody knew. */
    private static final String NO_OVERHEAD_BEFORE = "desktop or workstation, no facility overhead assumed";

    private final FactorCatalogue catalogue;
    private final Path file;

    /** Sites of the given data folder. */
    public Sites(FactorCatalogue catalogue, Path dataFolder) {
        this.catalogue = catalogue;
        this.file = dataFolder.resolve("sites.json");
    }

    /** Whether a recorded source of a PUE says that nobody gave one. */
    public static boolean withoutPue(String pueSource) {
        return pueSource.equals(NO_OVERHEAD) || pueSource.equals(NO_OVERHEAD_BEFORE);
    }

    /** Ids of the sites the user defined. @throws UserError if the file is not as it should be */
    public List<String> defined() throws UserError {
        return SiteDefinitions.read(file).stream().map(Definition::id).toList();
    }

    /**
     * The site with this id, else that of the country or zone so called.
     *
     * @throws UserError if there is neither, or {@code sites.json} is malformed
     */
    public Site resolve(String idOrZone) throws UserError {
        for (Definition definition : SiteDefinitions.read(file)) {
            if (definition.id().equalsIgnoreCase(idOrZone.strip())) {
                return site(definition);
            }
        }
        EmissionFactor factor = catalogue.lookup(idOrZone, null);
        return new Site(factor.geography(), factor.geography(), 1.0, NO_OVERHEAD, factor, "");
    }

    private Site site(Definition definition) throws UserError {
        OwnFactor own = definition.factor();
        EmissionFactor factor = own == null ? catalogue.lookup(definition.zone(), null) : own.factor(definition);
        Double pue = definition.pue();
        String source = definition.pueSource();
        return pue == null || source == null
                ? new Site(definition.id(), definition.zone(), 1.0, NO_OVERHEAD, factor, "")
                : new Site(definition.id(), definition.zone(), pue, source, factor, "");
    }
}
