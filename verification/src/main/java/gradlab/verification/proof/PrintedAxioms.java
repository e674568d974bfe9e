package gradlab.verification.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What {@code Print Assumptions} printed, once or several times.
 *
 * @param reports how many theorems it spoke of
 * @param refused the entries that are no standard axiom, by name and type
 */
record PrintedAxioms(int reports, List<String> refused) {

    private static final Pattern ENTRY = Pattern.compile("(\\S+) : (.+)");
    private static final String CLOSED = "Closed under the global context";
    private static final String AXIOMS = "Axioms:";

    /** Reads the checker's output; a line that it does not know counts as refused. */
    static PrintedAxioms of(String output) {
        int reports = 0;
        List<StringBuilder> entries = new ArrayList<>();
        boolean inside = false;
        for (String line : output.lines().toList()) {
            if (line.equals(CLOSED) || line.equals(AXIOMS)) {
                reports++;
                inside = false;
            } else if (inside && line.startsWith(" ")) {
                entries.get(entries.size() - 1).append(' ').append(line.strip());
            } else if (!line.isBlank()) {
                entries.add(new StringBuilder(line.strip()));
                inside = true;
            }
        }
        List<String> refused = entries.stream()
                .map(entry -> entry.toString().replaceAll("\\s+", " "))
                .filter(entry -> axiom(entry).isEmpty())
                .toList();
        return new PrintedAxioms(reports, refused);
    }

    private static Optional<StandardAxiom> axiom(String entry) {
        Matcher parts = ENTRY.matcher(entry);
        return parts.matches() ? StandardAxiom.printed(parts.group(1), parts.group(2)) : Optional.empty();
    }
}
