package gradlab.reports.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Replays a witness. */
@Command(name = "replay")
final class ReplayCommand implements Callable<Integer> {
    @Override
    public Integer call() {
        return ExitStatus.UNUSABLE;
    }
}
