package org.joulemark.engine.model;

import java.util.List;
import java.util.Objects;

/**
 * A run, from its first event to its last: the record everything downstream works from. A part that changes while a run
 * goes on is replaced as a whole, by the {@code with…} method of its name.
 *
 * @param id name
 * @param plan what was asked for
 * @param setting where and with what it was measured
 * @param ending how it ended
 * @param baselines the machine at rest, before and after
 * @param versions one entry a model and configuration, in plan order
 * @param evidence what the figures can be recomputed from, and what it cost to gather it
 * @param judgement how far to trust it
 */
public record Run(
        RunId id,
        BenchPlan plan,
        RunSetting setting,
        RunEnding ending,
        Baselines baselines,
        List<VersionResult> versions,
        RunEvidence evidence,
        Judgement judgement) {
    /** No part may be missing, also where a document was read that someone else wrote. */
    public Run {
        Objects.requireNonNull(plan, "plan");
        Objects.requireNonNull(setting, "setting");
        Objects.requireNonNull(ending, "ending");
        Objects.requireNonNull(baselines, "baselines");
        Objects.requireNonNull(evidence, "evidence");
        Objects.requireNonNull(judgement, "judgement");
    }

    /** A run as it begins: nothing is measured yet, and it stands as interrupted until its end is told. */
    public static Run begun(RunId id, BenchPlan plan, RunSetting setting) {
        return new Run(
                id,
                plan,
                setting,
                new RunEnding(RunStatus.INTERRUPTED, "begun", setting.startedAt()),
                Baselines.NONE,
                List.of(),
                RunEvidence.NONE,
                new Judgement(Grade.X, List.of("not finished")));
    }

    /** The same run in another setting. */
    public Run withSetting(RunSetting now) {
        return new Run(id, plan, now, ending, baselines, versions, evidence, judgement);
    }

    /** The same run with another end. */
    public Run withEnding(RunEnding now) {
        return new Run(id, plan, setting, now, baselines, versions, evidence, judgement);
    }

    /** The same run with other baselines. */
    public Run withBaselines(Baselines now) {
        return new Run(id, plan, setting, ending, now, versions, evidence, judgement);
    }

    /** The same run with other results. */
    public Run withVersions(List<VersionResult> now) {
        return new Run(id, plan, setting, ending, baselines, List.copyOf(now), evidence, judgement);
    }

    /** The same run with other evidence. */
    public Run withEvidence(RunEvidence now) {
        return new Run(id, plan, setting, ending, baselines, versions, now, judgement);
    }

    /** The same run, judged otherwise. */
    public Run withJudgement(Judgement now) {
        return new Run(id, plan, setting, ending, baselines, versions, evidence, now);
    }
}
