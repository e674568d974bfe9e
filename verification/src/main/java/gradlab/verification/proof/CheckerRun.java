package gradlab.verification.proof;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One run of the checker: compile the sources, confront each theorem with its statement, check it all again. */
final class CheckerRun {

    private static final Duration COMPILE_LIMIT = Duration.ofMinutes(5);
    private static final Duration RECHECK_LIMIT = Duration.ofMinutes(20);
    private static final Pattern ERROR_LINE = Pattern.compile("\", line (\\d{1,9}), characters [^\\n]*\\nError");

    private final CoqInstallation coq;
    private final CheckerFolder folder;
    private final Consumer<String> progress;

    /** What is settled before the second check; a statement that is not in it waits for that. */
    private final Map<Statement, AuditCache.Entry> settled = new LinkedHashMap<>();

    CheckerRun(CoqInstallation coq, CheckerFolder folder, Consumer<String> progress) {
        this.coq = coq;
        this.folder = folder;
        this.progress = progress;
    }

    /** The audits, in the order of the statements. */
    List<AuditCache.Entry> audits(Statements statements, ProofSources sources) throws CheckerFailure {
        for (Map.Entry<String, String> source : sources.inOrder().entrySet()) {
            CheckerFolder.Answer answer = compile(source.getKey(), source.getValue());
            if (answer.exit() != 0) {
                throw new CheckerFailure(source.getKey() + ".v does not compile: " + answer.firstError());
            }
        }
        List<String> waiting = confrontAll(statements.all());
        Optional<KernelReport> report = waiting.isEmpty() ? Optional.empty() : Optional.of(recheck(waiting));
        return statements.all().stream()
                .map(s -> Optional.ofNullable(settled.get(s)).orElseGet(() -> judged(s, report.orElseThrow())))
                .toList();
    }

    /** The compiled files that wait for the second check. */
    private List<String> confrontAll(List<Statement> statements) throws CheckerFailure {
        if (statements.size() > 1 && allHold(statements)) {
            return List.of(CheckFile.TOGETHER);
        }
        List<String> waiting = new ArrayList<>();
        for (Statement statement : statements) {
            String name = CheckFile.PREFIX + (settled.size() + waiting.size());
            if (confront(name, statement)) {
                waiting.add(name);
            }
        }
        return waiting;
    }

    /**
     * Whether all theorems have their statements, in one run of the compiler, whose start takes most of its time. If
     * anything is wrong they are confronted one by one, which tells what.
     */
    private boolean allHold(List<Statement> statements) throws CheckerFailure {
        CheckerFolder.Answer answer = compile(CheckFile.TOGETHER, CheckFile.together(statements));
        PrintedAxioms axioms = PrintedAxioms.of(answer.out());
        int reports =
                statements.stream().mapToInt(s -> new CheckFile(s).reports()).sum();
        return answer.exit() == 0 && axioms.refused().isEmpty() && axioms.reports() == reports;
    }

    private CheckerFolder.Answer compile(String name, String text) throws CheckerFailure {
        progress.accept("compiling " + name + ".v");
        folder.write(name, text);
        return folder.compile(coq.tools(), name, COMPILE_LIMIT);
    }

    /** Whether the theorem has the statement and, as far as the compiler says, no forbidden axiom. */
    private boolean confront(String name, Statement statement) throws CheckerFailure {
        CheckFile check = new CheckFile(statement);
        CheckerFolder.Answer answer = compile(name, check.text());
        PrintedAxioms axioms = PrintedAxioms.of(answer.out());
        if (answer.exit() != 0) {
            settleFailure(statement, check, answer);
        } else if (!axioms.refused().isEmpty()) {
            settle(
                    statement,
                    ProofOutcome.FORBIDDEN,
                    "it rests on " + axioms.refused().get(0));
        } else if (axioms.reports() != check.reports()) {
            settle(statement, ProofOutcome.CHECKER_FAILED, "the compiler's list of axioms has an unknown form");
        }
        return !settled.containsKey(statement);
    }

    private void settleFailure(Statement statement, CheckFile check, CheckerFolder.Answer answer) {
        Matcher matcher = ERROR_LINE.matcher(answer.err());
        if (matcher.find() && Integer.parseInt(matcher.group(1)) >= check.firstProofLine()) {
            settle(statement, ProofOutcome.WRONG_THEOREM, "Coq says: " + answer.firstError());
        } else {
            settle(
                    statement,
                    ProofOutcome.CHECKER_FAILED,
                    "the statement kept for the claim does not compile: " + answer.firstError());
        }
    }

    private void settle(Statement statement, ProofOutcome outcome, String reason) {
        settled.put(statement, AuditCache.Entry.of(statement, outcome, List.of(), coq.version(), reason));
    }

    private KernelReport recheck(List<String> names) throws CheckerFailure {
        progress.accept("checking the compiled proofs again with all they rest on (about half a minute)");
        CheckerFolder.Answer answer = folder.recheck(coq.tools(), names, RECHECK_LIMIT);
        if (answer.exit() != 0) {
            throw new CheckerFailure("coqchk refused the compiled proofs: " + answer.firstError());
        }
        return KernelReport.of(answer.out() + "\n" + answer.err())
                .orElseThrow(() -> new CheckerFailure("coqchk's summary has an unknown form"));
    }

    private AuditCache.Entry judged(Statement statement, KernelReport report) {
        boolean clean = report.refused().isEmpty();
        String reason =
                clean ? "checked by coqc and coqchk" : "the proofs rest on " + String.join(", ", report.refused());
        ProofOutcome outcome = clean ? ProofOutcome.ACCEPTED : ProofOutcome.FORBIDDEN;
        return AuditCache.Entry.of(statement, outcome, report.axioms(), coq.version(), reason);
    }
}
