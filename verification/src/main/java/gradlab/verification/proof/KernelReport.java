package gradlab.verification.proof;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * The context summary that {@code coqchk -o} prints after it has checked a whole closure again: every assumption in
 * it, by full name.
 *
 * @param axioms full names of the axioms, sorted
 * @param refused what must not be there: other axioms, switched-off checks
 */
record KernelReport(List<String> axioms, List<String> refused) {

    private static final String TITLE = "CONTEXT SUMMARY";
    private static final String THEORY = "Theory";
    private static final String PREDICATIVE = "Set is predicative";
    private static final String AXIOMS = "Axioms";
    private static final List<String> MUST_BE_EMPTY = List.of(
            "Constants/Inductives relying on type-in-type",
            "Constants/Inductives relying on unsafe (co)fixpoints",
            "Inductives whose positivity is assumed");
    private static final String NONE = "<none>";

    /** Reads a summary; empty if the text is not one of the known shape. */
    static Optional<KernelReport> of(String output) {
        int title = output.lastIndexOf(TITLE);
        if (title < 0) {
            return Optional.empty();
        }
        Map<String, List<String>> parts = parts(output.substring(title));
        boolean known = parts.size() == MUST_BE_EMPTY.size() + 2
                && parts.keySet().containsAll(MUST_BE_EMPTY)
                && parts.containsKey(THEORY)
                && parts.containsKey(AXIOMS);
        return known ? Optional.of(judge(parts)) : Optional.empty();
    }

    private static KernelReport judge(Map<String, List<String>> parts) {
        List<String> axioms = List.copyOf(new TreeSet<>(parts.getOrDefault(AXIOMS, List.of())));
        List<String> refused = new ArrayList<>();
        parts.getOrDefault(THEORY, List.of()).stream()
                .filter(theory -> !theory.equals(PREDICATIVE))
                .forEach(refused::add);
        axioms.stream().filter(name -> StandardAxiom.named(name).isEmpty()).forEach(refused::add);
        for (String part : MUST_BE_EMPTY) {
            parts.getOrDefault(part, List.of()).forEach(name -> refused.add(name + " (" + part + ")"));
        }
        return new KernelReport(axioms, List.copyOf(refused));
    }

    /** The items under each {@code * heading:}, whether they stand on its line or below it. */
    private static Map<String, List<String>> parts(String summary) {
        Map<String, List<String>> parts = new LinkedHashMap<>();
        List<String> items = new ArrayList<>();
        for (String line : summary.lines().map(String::strip).toList()) {
            if (line.startsWith("* ")) {
                int colon = line.indexOf(':');
                items = new ArrayList<>();
                parts.put(line.substring(2, colon < 0 ? line.length() : colon), items);
                line = colon < 0 ? "" : line.substring(colon + 1).strip();
            }
            if (!line.isEmpty() && !line.equals(NONE)) {
                items.add(line);
            }
        }
        return parts;
    }
}
