package org.joulemark.app.ui.settings;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.joulemark.app.workbench.Workbench;
import org.joulemark.engine.carbon.CatalogueEntry;
import org.joulemark.engine.carbon.FactorCatalogue;
import org.joulemark.engine.carbon.SiteBook;
import org.joulemark.engine.carbon.SiteEntry;
import org.joulemark.engine.carbon.Sites;
import org.joulemark.engine.model.Site;
import org.joulemark.engine.model.UserError;
import org.jspecify.annotations.Nullable;

/** Reads sites and factors. Only ever asked in the background. */
final class SiteShelf {
    private final Path dataFolder;
    private final SiteBook book;
    private @Nullable FactorCatalogue catalogue;

    SiteShelf(Workbench workbench) {
        this.dataFolder = workbench.dataFolder();
        this.book = new SiteBook(workbench.dataFolder());
    }

    SiteBook book() {
        return book;
    }

    /** All sites with what they come to. @throws UserError if the file is not as it should be */
    List<SiteRow> rows() throws UserError {
        List<SiteRow> rows = new ArrayList<>();
        Sites sites = new Sites(factors(), dataFolder);
        for (SiteEntry entry : book.entries()) {
            rows.add(row(sites, entry));
        }
        return List.copyOf(rows);
    }

    private static SiteRow row(Sites sites, SiteEntry entry) {
        try {
            Site site = sites.resolve(entry.id());
            return new SiteRow(entry, site.factor(), site.noFactorBecause());
        } catch (UserError e) {
            return new SiteRow(entry, null, e.line());
        }
    }

    /** Every place with a factor. */
    List<CatalogueEntry> catalogue() {
        return factors().all();
    }

    /** The factor a zone would get. @throws UserError naming near matches if there is no such zone */
    void known(String zone) throws UserError {
        factors().lookup(zone, null);
    }

    /** Read once: a third of a second. */
    private synchronized FactorCatalogue factors() {
        FactorCatalogue known = catalogue;
        if (known == null) {
            known = FactorCatalogue.shipped();
            catalogue = known;
        }
        return known;
    }
}
