package org.joulemark.engine.bench;

import java.util.List;
import java.util.regex.Pattern;

/** Puts messages of ONNX Runtime into words of people who did not write it. */
final class OrtWords {
    private record Rule(Pattern pattern, String words) {}

    private static final List<Rule> RULES = List.of(
            rule("Protobuf parsing failed", "not an ONNX model, or a damaged one"),
            rule("External data path escapes", "its external data lie outside the model's folder, which is refused"),
            rule(
                    "Failed to find CUDA shared provider|execution provider is not enabled|not supported in this build",
                    "this build of ONNX Runtime does not hold the provider; point --ort-home to a GPU build"),
            rule("cannot open shared object file", "a library of the execution provider is missing"),
            rule(
                    "fallback to CPU EP has been explicitly disabled",
                    "some of its operators do not run on this provider"),
            rule("bad_alloc|Failed to allocate memory|AllocateRawInternal", "not enough memory"),
            rule("Could not find an implementation for", "it uses an operator version this ONNX Runtime does not have"),
            rule("is not a registered function/op|No Op registered", "it uses an unknown operator"),
            rule(
                    "Got invalid dimensions for input|Invalid rank for input",
                    "the inputs do not have the shape it wants"),
            rule("Unexpected input data type", "the inputs do not have the type it wants"),
            rule("does not exist", "a file it needs does not exist"));

    private OrtWords() {}

    private static Rule rule(String pattern, String words) {
        return new Rule(Pattern.compile(pattern, Pattern.CASE_INSENSITIVE), words);
    }

    /** One line: what it means, then what ONNX Runtime said; the loader's own error, which it only prints, is added. */
    static String plain(String message, String tail) {
        String said = oneLine(message);
        String loader = tail.lines()
                .filter(line -> line.contains("cannot open shared object file"))
                .reduce((a, b) -> b)
                .map(line -> line.replaceAll(".*?(lib[^ ]+: cannot open shared object file).*", "$1"))
                .map(line -> "; " + line)
                .orElse("");
        return RULES.stream()
                        .filter(rule -> rule.pattern().matcher(said + loader).find())
                        .map(rule -> rule.words() + " (" + said + ")")
                        .findFirst()
                        .orElse(said)
                + loader;
    }

    private static String oneLine(String message) {
        String line = message.replaceAll("\\s+", " ").strip();
        return line.length() > 300 ? line.substring(0, 300) + "…" : line;
    }
}
