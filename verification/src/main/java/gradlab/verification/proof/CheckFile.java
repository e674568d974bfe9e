package gradlab.verification.proof;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The Coq file that confronts one theorem with one statement. The theorem is named as {@code @name}, so that it is a
 * global name applied to nothing, and the statement stands in brackets, so that it is one term.
 */
final class CheckFile {

    /** What the names of generated files start with. */
    static final String PREFIX = "Check";

    /** The name of the file of all statements. */
    static final String TOGETHER = "CheckTogether";

    private final Statement statement;

    CheckFile(Statement statement) {
        this.statement = statement;
    }

    /**
     * A file that confronts each theorem with its statement, in a module of its own: so no name of one is seen by
     * another.
     */
    static String together(List<Statement> statements) {
        Set<String> files = new LinkedHashSet<>();
        statements.forEach(s -> files.addAll(s.imports()));
        StringBuilder text = new StringBuilder(line("Require" + names(files)));
        for (int i = 0; i < statements.size(); i++) {
            Statement statement = statements.get(i);
            text.append(line("Module " + PREFIX + i));
            text.append(line("Import" + names(statement.imports())));
            text.append(new CheckFile(statement).body());
            text.append(line("End " + PREFIX + i));
        }
        return text.toString();
    }

    /** The file's text. */
    String text() {
        return line("Require Import" + names(statement.imports())) + body();
    }

    private String body() {
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
        return 2 + (int) definitions().chars().filter(c -> c == '\n').count();
    }

    private String definitions() {
        StringBuilder text = new StringBuilder();
        text.append(proposition("statement", statement.text()));
        statement.instance().ifPresent(i -> text.append(proposition("instance", i.text())));
        return text.toString();
    }

    private static String proposition(String name, String term) {
        return String.join("\n", List.of("Definition " + name + " : Prop := (", term, ").", ""));
    }

    private static String names(Collection<String> files) {
        return files.stream()
                .map(name -> " " + CheckerFolder.LOGICAL_PREFIX + "." + name)
                .collect(Collectors.joining());
    }

    private static String line(String sentence) {
        return sentence + ".\n";
    }
}
