package org.joulemark.app.ui.history;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.List;
import java.util.Locale;
import org.joulemark.app.ui.desk.Words;
import org.joulemark.app.ui.fx.Texts;
import org.joulemark.engine.model.DatasetFacts;
import org.joulemark.engine.model.EmissionFactor;
import org.joulemark.engine.model.Finding;
import org.joulemark.engine.model.ObserverCost;
import org.joulemark.engine.model.PlannedModel;
import org.joulemark.engine.model.ProtocolSettings;
import org.joulemark.engine.model.Run;
import org.joulemark.engine.model.Site;
import org.jspecify.annotations.Nullable;

/** What one wants to know of a run first: how it ended, how far to trust it, what was done with what, and where. */
final class Overview {
    private final Texts texts;
    private final RunRow row;
    private final Run run;
    private final Facts facts;

    private Overview(RunRow row, Run run, Texts texts) {
        this.row = row;
        this.run = run;
        this.texts = texts;
        this.facts = new Facts(texts);
    }

    /** The facts, in groups. */
    static List<FactGroup> of(RunRow row, Run run, Texts texts) {
        Overview overview = new Overview(row, run, texts);
        overview.end();
        overview.trust();
        overview.protocol(run.plan().settings());
        overview.data();
        overview.site(run.setting().site());
        overview.observer(run.evidence().observer());
        return overview.facts.groups();
    }

    private void end() {
        facts.group("run")
                .add("status", row.names().status())
                .add("why", texts.said(run.ending().reason()))
                .add(
                        "started",
                        Moments.local(run.setting().startedAt()),
                        Moments.utc(run.setting().startedAt()));
        if (!row.running()) {
            facts.add(
                            "ended",
                            Moments.local(run.ending().finishedAt()),
                            Moments.utc(run.ending().finishedAt()))
                    .add("duration", Words.duration(row.durationNanos()));
        }
        facts.add("id", row.id()).add("seed", Long.toString(run.plan().seed()));
    }

    private void trust() {
        facts.group("trust");
        if (row.running()) {
            facts.add("grade", texts.get("grade.running"));
        } else {
            facts.add(
                    "grade",
                    run.judgement().grade().name(),
                    texts.get("grade." + run.judgement().grade().name().toLowerCase(Locale.ROOT)));
            run.judgement().reasons().forEach(reason -> facts.add("reason", texts.said(reason)));
        }
        for (Finding finding : run.setting().preflight()) {
            facts.add("noticed", texts.said(finding.text()), texts.said(finding.remedy()));
        }
    }

    private void protocol(ProtocolSettings settings) {
        facts.group("protocol")
                .add("preset", settings.name())
                .add("reportable", settings.reportable() ? "" : texts.get("protocol.not-reportable"))
                .add("trials", texts.format("protocol.trials", settings.trials(), seconds(settings.windowNanos())))
                .add("idle", texts.format("protocol.idle", seconds(settings.idleNanos())))
                .add(
                        "warm-up",
                        texts.format(
                                "protocol.warm-up",
                                settings.warmUpMinRuns(),
                                seconds(settings.warmUpMinNanos()),
                                seconds(settings.warmUpMaxNanos())))
                .add("cool-down", texts.format("protocol.cool-down", seconds(settings.coolDownMaxNanos())));
    }

    private void data() {
        facts.group("data");
        DatasetFacts dataset = run.setting().dataset();
        if (dataset == null) {
            facts.add("dataset", texts.get("data.generated"));
        } else {
            facts.add("dataset", dataset.name())
                    .add(
                            "rows",
                            texts.format(
                                    "data.rows",
                                    dataset.rows(),
                                    texts.said(dataset.task().name().toLowerCase(Locale.ROOT))))
                    .add("sha256", dataset.sha256());
        }
        for (PlannedModel model : run.plan().models()) {
            facts.add("model", model.name(), model.path());
        }
    }

    private void site(@Nullable Site site) {
        facts.group("site");
        if (site == null) {
            facts.add("site", texts.get("site.none"));
            return;
        }
        facts.add("site", site.id().equals(site.zone()) ? site.id() : site.id() + " (" + site.zone() + ")")
                .add("pue", texts.significant(site.pue()) + ", " + site.pueSource());
        EmissionFactor factor = site.factor();
        if (factor == null) {
            facts.add("factor", texts.format("site.no-factor", texts.said(site.noFactorBecause())));
        } else {
            factor(factor);
        }
    }

    private void factor(EmissionFactor factor) {
        facts.add("factor", texts.significant(factor.gramsPerKilowattHour()) + " gCO2e/kWh", factor.id())
                .add("publisher", factor.publisher() + ", " + factor.dataset())
                .add("year", factor.year() + " (" + factor.yearMeaning() + "), " + factor.geography())
                .add(
                        "boundary",
                        texts.get("boundary." + factor.boundary().name().toLowerCase(Locale.ROOT)) + ", "
                                + factor.gasSet())
                .add("method", factor.methodWords())
                .add("precedence", factor.precedence())
                .add("licence", factor.licence())
                .add("factor-file", factor.fileSha256())
                .add("note", factor.note());
    }

    private void observer(ObserverCost cost) {
        facts.group("observer")
                .add("sampler", cpu(cost.samplerCpuSeconds(), cost.trialNanos()))
                .add("program", cpu(cost.hostCpuSeconds(), cost.trialNanos()))
                .add("trial-time", Moments.seconds(cost.trialNanos(), texts))
                .add(
                        "ticks",
                        cost.ticks() == 0
                                ? texts.get("observer.unknown")
                                : texts.format("observer.ticks", cost.ticksLate(), cost.ticks()));
    }

    private String cpu(double seconds, long trialNanos) {
        if (seconds < 0) {
            return texts.get("observer.unknown");
        }
        String cpu = texts.fixed(seconds, 3) + " s";
        return trialNanos <= 0 ? cpu : texts.format("observer.share", cpu, texts.fixed(seconds * 1e11 / trialNanos, 2));
    }

    private String seconds(long nanos) {
        return new DecimalFormat("0.###", DecimalFormatSymbols.getInstance(texts.locale())).format(nanos / 1e9) + " s";
    }
}
