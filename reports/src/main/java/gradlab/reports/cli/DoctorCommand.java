package gradlab.reports.cli;

import gradlab.reports.document.Checkup;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Says what this machine has, what is missing and what that costs. */
@Command(
        name = "doctor",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Says what this machine has of what the program can use, what is missing, and what that costs."
                + " Exit status: 0, whatever is missing.")
final class DoctorCommand implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--json", description = "Print JSON to standard output, and nothing else.")
    private boolean json;

    @Override
    public Integer call() {
        PrintWriter out = Session.writer(spec);
        Checkup checkup = Checkup.ofThisMachine();
        if (json) {
            out.print(checkup.json());
        } else {
            checkup.findings().forEach(finding -> print(out, finding));
        }
        out.flush();
        return ExitStatus.OK;
    }

    private static void print(PrintWriter out, Checkup.Finding finding) {
        out.printf("%-14s %-8s %s%n", finding.name(), finding.present() ? "found" : "missing", finding.found());
        if (!finding.present()) {
            out.printf("%-14s %-8s costs: %s%n", "", "", finding.cost());
        }
    }
}
