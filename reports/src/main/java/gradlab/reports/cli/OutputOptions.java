package gradlab.reports.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say where results go. */
final class OutputOptions {

    @Option(names = "--json", description = "Print JSON to standard output, and nothing else.")
    private boolean json;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Where to write (default, if anything is written: gradlab-out/<command>-<time>).")
    private @Nullable Path out;

    @Option(names = "--force", description = "Write into a folder that is not empty.")
    private boolean force;

    boolean json() {
        return json;
    }

    /** Whether a folder was named. */
    boolean isNamed() {
        return out != null;
    }

    /** The folder, whatever is in it. */
    OutputFolder resumed(String command) {
        return OutputFolder.prepare(out, command, true);
    }

    /** The folder, made ready. */
    OutputFolder folder(String command) {
        return OutputFolder.prepare(out, command, force);
    }

    /** The folder if one was named or there is something that needs one. */
    Optional<OutputFolder> folder(String command, boolean needed) {
        return out != null || needed ? Optional.of(folder(command)) : Optional.empty();
    }
}
