package gradlab.reports.cli;

import gradlab.verification.proof.ProofAudit;
import gradlab.verification.proof.ProofChecker;
import gradlab.verification.proof.ProofOutcome;
import gradlab.verification.proof.Statement;
import java.io.PrintWriter;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Works with the theorems. */
@Command(
        name = "proofs",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Works with the theorems that prove or refute claims.",
        subcommands = ProofsCommand.Check.class)
final class ProofsCommand implements Runnable {

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public void run() {
        Session.writer(spec).println("Which? Try 'gradlab proofs check'.");
    }

    /** Compiles every theorem and audits its axioms. */
    @Command(
            name = "check",
            mixinStandardHelpOptions = true,
            versionProvider = Version.class,
            description = "Compiles every theorem, audits its axioms, and prints what each one says. Exit status: 0 all"
                    + " accepted, 1 one not accepted, 2 no proof checker.")
    static final class Check implements Callable<Integer> {

        @Spec
        private @Nullable CommandSpec spec;

        @Option(names = "--fresh", description = "Do not use the cached audit.")
        private boolean fresh;

        @Override
        public Integer call() {
            PrintWriter out = Session.writer(spec);
            ProofChecker plain = ProofChecker.withDefaults().withProgress(Check::progress);
            ProofChecker checker = fresh ? plain : plain.withCacheFolder(ProofChecker.userCacheFolder());
            Map<String, ProofAudit> audits = checker.auditEverything();
            for (Statement statement : checker.statements().all()) {
                ProofAudit audit = audits.get(statement.claim());
                if (audit != null) {
                    print(out, statement, audit);
                }
            }
            out.flush();
            return status(audits.values());
        }

        private static void progress(String line) {
            System.err.println("gradlab: " + line);
        }

        private static void print(PrintWriter out, Statement statement, ProofAudit audit) {
            out.printf("%s: %s %s by theorem %s%n", statement.id(), statement.kind(), audit.outcome(), audit.theorem());
            out.println("  " + audit.reason());
            out.println("  claim    " + statement.claim());
            out.println("  checker  " + audit.checkerVersion());
            out.println("  axioms   " + String.join(", ", audit.axioms()));
            statement.text().strip().lines().forEach(line -> out.println("    " + line));
        }

        private static int status(Collection<ProofAudit> audits) {
            if (audits.stream().anyMatch(a -> a.outcome() == ProofOutcome.CHECKER_MISSING)) {
                return ExitStatus.UNUSABLE;
            }
            return audits.stream().allMatch(ProofAudit::accepted) ? ExitStatus.OK : ExitStatus.REFUTED;
        }
    }
}
