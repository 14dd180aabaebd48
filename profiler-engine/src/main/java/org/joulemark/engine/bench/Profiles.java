package org.joulemark.engine.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.joulemark.engine.model.Failure;
import org.joulemark.engine.model.Placement;

/** Reads profiles of ONNX Runtime: Chrome trace events, of which those of category "Node" name the provider. */
final class Profiles {
    private Profiles() {}

    /** Where the nodes ran, from the profile's text. */
    static Placement placement(String json) throws WorkerException {
        Map<String, Set<String>> nodes = new TreeMap<>();
        Map<String, Double> micros = new TreeMap<>();
        try {
            for (JsonNode event : new ObjectMapper().readTree(json)) {
                String provider = event.path("args").path("provider").asText("");
                if (event.path("cat").asText("").equals("Node") && !provider.isEmpty()) {
                    nodes.computeIfAbsent(provider, _ -> new HashSet<>())
                            .add(event.path("name").asText());
                    micros.merge(provider, event.path("dur").asDouble(), Double::sum);
                }
            }
        } catch (JsonProcessingException e) {
            throw new WorkerException(
                    new Failure("profile", "error", "the profile of ONNX Runtime cannot be read", e.toString()));
        }
        double total = micros.values().stream().mapToDouble(Double::doubleValue).sum();
        Map<String, Integer> counts = new TreeMap<>();
        nodes.forEach((provider, names) -> counts.put(provider, names.size()));
        micros.replaceAll((_, dur) -> total == 0 ? 0 : dur / total);
        return new Placement(counts, micros);
    }
}
