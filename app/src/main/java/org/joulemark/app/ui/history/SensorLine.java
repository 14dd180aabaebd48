package org.joulemark.app.ui.history;

import java.util.List;
import java.util.Locale;
import org.joulemark.app.ui.desk.Words;
import org.joulemark.app.ui.fx.Texts;
import org.joulemark.engine.model.Run;
import org.joulemark.engine.model.SensorInfo;

/**
 * One power sensor of a run.
 *
 * @param name what a person calls it
 * @param device device whose energy it reports
 * @param scope part of the machine covered
 * @param provenance where its energies come from
 * @param period its own update period
 * @param uncertainty of its gross energy, k = 2
 * @param counts whether it adds to totals, and why not
 * @param explanation its id and its limits
 */
record SensorLine(
        String name,
        String device,
        String scope,
        String provenance,
        String period,
        String uncertainty,
        String counts,
        String explanation) {
    /** The sensors of a run. */
    static List<SensorLine> of(Run run, Words words, Texts texts) {
        return run.setting().sensors().stream()
                .map(sensor -> of(sensor, words, texts))
                .toList();
    }

    private static SensorLine of(SensorInfo sensor, Words words, Texts texts) {
        String because = sensor.notCountedBecause();
        return new SensorLine(
                sensor.name(),
                sensor.device().text(),
                texts.get("scope." + sensor.scope().name().toLowerCase(Locale.ROOT)),
                words.provenance(sensor.provenance()),
                sensor.periodNanos() > 0
                        ? Moments.millis((double) sensor.periodNanos(), texts)
                        : texts.get("machine.unknown"),
                "± " + texts.fixed(sensor.uncertainty().grossRelative() * 100, 0) + " %",
                because == null ? texts.get("sensor.counted") : texts.format("sensor.not-counted", because),
                (sensor.id().value() + "\n" + sensor.note()).strip());
    }
}
