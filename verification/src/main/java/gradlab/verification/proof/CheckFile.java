package gradlab.verification.proof;

import java.util.List;
import java.util.stream.Collectors;

/**
 * The Coq file that confronts one theorem with one statement. The theorem is named as {@code @name}, so that it is a
 * global name applied to nothing, and the statement stands in brackets, so that it is one term.
 */
final class CheckFile {

    /** What the names of generated files start with. */
    static final String PREFIX = "Check";

    private final Statement statement;

    CheckFile(Statement statement) {
        this.statement = statement;
    }

    /** The file's text. */
    String text() {
        StringBuilder text = new StringBuilder(definitions());
        text.append(line("Definition proof : statement := @" + statement.theorem()));
        statement.instance().ifPresent(i -> text.append(line("Definition not_vacuous : instance := @" + i.theorem())));
        text.append(line("Print Assumptions proof"));
        statement.instance().ifPresent(i -> text.append(line("Print Assumptions not_vacuous")));
        return text.toString();
    }

    /** How many lists of axioms compiling it prints. */
    int reports() {
        return statement.instance().isPresent() ? 2 : 1;
    }

    /** The line of the first definition that a theorem has to fit; what fails above it is not the theorem's fault. */
    int firstProofLine() {
        return 1 + (int) definitions().chars().filter(c -> c == '\n').count();
    }

    private String definitions() {
        String imports = statement.imports().stream()
                .map(name -> CheckerFolder.LOGICAL_PREFIX + "." + name)
                .collect(Collectors.joining(" "));
        StringBuilder text = new StringBuilder(line("Require Import " + imports));
        text.append(proposition("statement", statement.text()));
        statement.instance().ifPresent(i -> text.append(proposition("instance", i.text())));
        return text.toString();
    }

    private static String proposition(String name, String term) {
        return String.join("\n", List.of("Definition " + name + " : Prop := (", term, ").", ""));
    }

    private static String line(String sentence) {
        return sentence + ".\n";
    }
}
