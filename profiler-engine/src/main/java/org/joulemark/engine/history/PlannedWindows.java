package org.joulemark.engine.history;

import java.util.ArrayList;
import java.util.List;
import org.joulemark.engine.bench.Schedule;
import org.joulemark.engine.model.Run;

/**
 * What the plan of a run says of the window of a trial besides that there is one: how many rows a call has, and which
 * place in its block the version has. The order of trials follows from the recorded seed.
 */
final class PlannedWindows {
    /** Far more places than any run has; the plan of whoever wrote the file may ask for more than memory holds. */
    private static final long MOST_PLACES = 1_000_000;

    private final Run begun;
    private final PlannedVersions planned;
    private final boolean ownOrder;
    private List<List<Integer>> blocks = List.of();

    /** @param begun the run as it began */
    PlannedWindows(Run begun, PlannedVersions planned) {
        this.begun = begun;
        this.planned = planned;
        this.ownOrder = FormulaLine.of(begun.software().joulemark()) == FormulaLine.OWN;
    }

    /** What in a trial that the plan has a place for is not as planned; empty if all is. */
    String objection(ToldTrial trial) {
        List<Integer> versions = new ArrayList<>();
        for (int i = 0; i < planned.versions().size(); i++) {
            if (planned.versions().get(i).isOf(trial)) {
                versions.add(i);
            }
        }
        int batchSize = trial.trial().path("batchSize").asInt();
        boolean rows = versions.stream()
                .anyMatch(i -> planned.versions().get(i).configuration().batchSize() == batchSize);
        if (!rows) {
            return trial.place().text() + " states calls of " + batchSize
                    + " rows, and its configuration asks for others";
        }
        return ownOrder ? misplaced(trial, versions) : "";
    }

    /** Another version of the program drew the order in another way. */
    private String misplaced(ToldTrial trial, List<Integer> versions) {
        int block = trial.trial().path("block").asInt();
        int position = trial.trial().path("position").asInt(-1);
        List<Integer> order = order(block);
        boolean placed = position >= 0 && position < order.size() && versions.contains(order.get(position));
        return placed
                ? ""
                : trial.place().text() + " is said to have been measured in place " + position
                        + " of its block, which the order drawn with seed "
                        + begun.plan().seed() + " does not have there";
    }

    private List<Integer> order(int block) {
        long places = (block + 1L) * planned.versions().size();
        if (places > MOST_PLACES) {
            return List.of();
        }
        if (blocks.size() <= block) {
            blocks = Schedule.blocks(
                    planned.versions().size(),
                    Math.min(2 * block + 1, planned.trials()),
                    begun.plan().seed());
        }
        return block < blocks.size() ? blocks.get(block) : List.of();
    }
}
