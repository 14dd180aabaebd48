package org.joulemark.app.ui.reports;

import java.time.Instant;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import org.joulemark.engine.history.RunSummary;
import org.joulemark.engine.model.Grade;
import org.joulemark.engine.model.PlannedModel;
import org.joulemark.engine.model.Run;
import org.joulemark.engine.model.RunStatus;
import org.joulemark.engine.model.Site;
import org.jspecify.annotations.Nullable;

/** A run that may be reported on. */
public final class RunChoice {
    private final Facts facts;
    private final BooleanProperty chosen = new SimpleBooleanProperty();

    /**
     * What is told of it.
     *
     * @param id name
     * @param startedAt when it began
     * @param status how it ended
     * @param grade how far to trust it
     * @param preset protocol
     * @param site site; null if not told
     * @param models names of its versions
     */
    public record Facts(
            String id,
            Instant startedAt,
            @Nullable RunStatus status,
            @Nullable Grade grade,
            String preset,
            @Nullable String site,
            List<String> models) {
        /** Whether it went through to its end. */
        boolean completed() {
            return status == RunStatus.COMPLETED;
        }
    }

    RunChoice(Facts facts) {
        this.facts = facts;
    }

    static RunChoice of(RunSummary run) {
        return new RunChoice(new Facts(
                run.id().value(), run.startedAt(), run.status(), run.grade(), run.preset(), run.site(), run.models()));
    }

    static RunChoice of(Run run) {
        Site site = run.setting().site();
        return new RunChoice(new Facts(
                run.id().value(),
                run.setting().startedAt(),
                run.ending().status(),
                run.judgement().grade(),
                run.plan().settings().name(),
                site == null ? null : site.id(),
                run.plan().models().stream().map(PlannedModel::name).toList()));
    }

    /** What is told of it. */
    public Facts facts() {
        return facts;
    }

    /** Its id. */
    public String id() {
        return facts.id();
    }

    /** Whether it is reported on. */
    public BooleanProperty chosenProperty() {
        return chosen;
    }
}
