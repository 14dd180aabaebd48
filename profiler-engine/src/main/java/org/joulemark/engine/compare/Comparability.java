package org.joulemark.engine.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.joulemark.engine.model.Configuration;
import org.joulemark.engine.model.DatasetFacts;
import org.joulemark.engine.model.Grade;
import org.joulemark.engine.model.MachineFingerprint;
import org.joulemark.engine.model.Run;
import org.jspecify.annotations.Nullable;

/** What must be equal before two measured versions may stand beside each other with a Δ. */
final class Comparability {
    private Comparability() {}

    /** Reasons why measured figures of the two must not be compared; empty if they may be. */
    static List<String> obstacles(Contender baseline, Contender other) {
        List<String> obstacles = new ArrayList<>();
        Run a = baseline.run();
        Run b = other.run();
        if (a.judgement().grade() == Grade.X || b.judgement().grade() == Grade.X) {
            obstacles.add("run " + (a.judgement().grade() == Grade.X ? a : b).id() + " is not valid");
        }
        if (!a.id().equals(b.id())) {
            machine(obstacles, a.setting().machine(), b.setting().machine());
            differ(
                    obstacles,
                    "ONNX Runtime",
                    a.setting().software().onnxRuntime(),
                    b.setting().software().onnxRuntime());
            differ(
                    obstacles,
                    "protocol",
                    a.plan().settings().name(),
                    b.plan().settings().name());
            if (obstacles.isEmpty() && !a.plan().settings().equals(b.plan().settings())) {
                obstacles.add("different protocol settings");
            }
            dataset(obstacles, a.setting().dataset(), b.setting().dataset());
        }
        configuration(
                obstacles, baseline.version().configuration(), other.version().configuration());
        return obstacles;
    }

    private static void machine(List<String> obstacles, MachineFingerprint a, MachineFingerprint b) {
        if (!a.hash().equals(b.hash())) {
            obstacles.add("different machines");
        }
        differ(obstacles, "governor", a.governor(), b.governor());
        differ(obstacles, "power source", a.powerSource(), b.powerSource());
    }

    private static void dataset(List<String> obstacles, @Nullable DatasetFacts a, @Nullable DatasetFacts b) {
        if (a == null || b == null) {
            if (!Objects.equals(a, b)) {
                obstacles.add("one without an evaluation set");
            }
        } else if (!a.sha256().equals(b.sha256()) || a.task() != b.task()) {
            obstacles.add("different evaluation sets");
        }
    }

    private static void configuration(List<String> obstacles, Configuration a, Configuration b) {
        differ(obstacles, "provider", a.provider().value(), b.provider().value());
        differ(obstacles, "device", a.device().text(), b.device().text());
        differ(obstacles, "batch size", a.batchSize(), b.batchSize());
        differ(obstacles, "threads", a.intraOpThreads(), b.intraOpThreads());
    }

    private static void differ(List<String> obstacles, String what, Object a, Object b) {
        if (!a.equals(b)) {
            obstacles.add("different " + what + ": " + shown(a) + " and " + shown(b));
        }
    }

    private static String shown(Object value) {
        return value.toString().isEmpty() ? "unknown" : value.toString();
    }
}
