package org.joulemark.app.ui.history;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.joulemark.engine.history.Event;
import org.joulemark.engine.history.History;
import org.joulemark.engine.history.VerifyReport;
import org.joulemark.engine.history.json.RecordJson;
import org.joulemark.engine.model.UserError;

/**
 * One thing a verification found, and where it leads.
 *
 * @param text one sentence
 * @param problem whether it does not hold; else it is only worth knowing
 * @param seq the event concerned; 0 if it is not one event
 * @param run the run that event tells of; empty if it is none
 * @param event the event in a line: kind, writer, time and hash; empty if there is none
 */
record VerifyFinding(String text, boolean problem, long seq, String run, String event) {
    /** Everything a report holds: what does not hold, what was not checked, what is worth knowing. Reads events, so in the background. */
    static List<VerifyFinding> of(History history, VerifyReport report) {
        Reader reader = new Reader(history, new HashMap<>());
        List<VerifyFinding> all = new ArrayList<>();
        for (VerifyReport.Problem problem : report.problems()) {
            Concerned concerned = reader.concerned(problem.seq());
            all.add(new VerifyFinding(problem.text(), true, problem.seq(), concerned.run, concerned.event));
        }
        report.details().stream()
                .skip(report.problems().size())
                .forEach(other -> all.add(new VerifyFinding(other, false, 0, "", "")));
        return List.copyOf(all);
    }

    /** Whether there is an event of a run to go to. */
    boolean leads() {
        return !run.isEmpty();
    }

    /** What an event tells of. */
    private record Concerned(String run, String event) {
        static final Concerned NONE = new Concerned("", "");
    }

    private record Reader(History history, Map<Long, Concerned> known) {
        /** How ids of runs look, for a body that is no JSON any more. */
        private static final Pattern RUN_ID = Pattern.compile("\"(\\d{8}T\\d{6}Z-[0-9a-f]+)\"");

        Concerned concerned(long seq) {
            return seq <= 0 ? Concerned.NONE : known.computeIfAbsent(seq, this::read);
        }

        private Concerned read(long seq) {
            try {
                return history.events(seq, seq).stream()
                        .findFirst()
                        .map(event -> new Concerned(run(event.body()), line(event)))
                        .orElse(Concerned.NONE);
            } catch (UserError | RuntimeException e) {
                // What cannot be read is among the findings already; there is only no event to show.
                return Concerned.NONE;
            }
        }

        private static String line(Event event) {
            return String.join(" · ", event.kind(), event.actor(), Moments.utc(event.at()), event.hash());
        }

        private static String run(String body) {
            try {
                var run = RecordJson.tree(body.getBytes(StandardCharsets.UTF_8)).path("run");
                return run.isTextual() ? run.asText() : run.path("id").asText("");
            } catch (IOException e) {
                Matcher id = RUN_ID.matcher(body);
                return id.find() ? id.group(1) : "";
            }
        }
    }
}
