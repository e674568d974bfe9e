package gradlab.reports.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Prints scripts that log what a diagnosis needs from training loops made elsewhere. */
@Command(
        name = "hook",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Prints a script that logs what 'diagnose' reads from a training loop made elsewhere.",
        subcommands = HookCommand.PyTorch.class)
final class HookCommand implements Runnable {

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public void run() {
        PrintWriter out = Session.writer(spec);
        out.println("For what? Try 'gradlab hook pytorch'.");
        out.flush();
    }

    /** For PyTorch. */
    @Command(
            name = "pytorch",
            mixinStandardHelpOptions = true,
            versionProvider = Version.class,
            description = "A Python module for PyTorch: gradlab hook pytorch > gradlab_log.py.")
    static final class PyTorch implements Runnable {

        @Spec
        private @Nullable CommandSpec spec;

        @Override
        public void run() {
            PrintWriter out = Session.writer(spec);
            out.print(script());
            out.flush();
        }

        private static String script() {
            try (InputStream in = HookCommand.class.getResourceAsStream("gradlab_log.py")) {
                if (in == null) {
                    throw new IllegalStateException("gradlab_log.py is missing from the program");
                }
                return new String(in.readAllBytes(), StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new IllegalStateException("gradlab_log.py cannot be read", e);
            }
        }
    }
}
