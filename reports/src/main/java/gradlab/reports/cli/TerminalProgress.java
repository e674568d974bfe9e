package gradlab.reports.cli;

import gradlab.verification.settlement.Listener;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/** A progress bar on standard error, where that is a terminal; otherwise silence. For several threads. */
final class TerminalProgress implements Listener, AutoCloseable {

    private static final long RUN = 1_000;

    private final boolean shown = CommandLine.Help.Ansi.AUTO.enabled();
    private @Nullable ProgressBar bar;
    private String title = "";
    private long counted;
    private long all;
    private long reached;

    @Override
    public synchronized void stage(String claim, String stage) {
        close();
        title = claim + ": " + stage;
        counted = 0;
        all = 0;
        reached = 0;
    }

    /** A training run has made so many of its steps: a part of one thousand of what the stage counts, or all that it is. */
    synchronized void training(long step, long steps) {
        if (all == 0) {
            show(step, steps);
        } else {
            reached = Math.max(reached, counted + RUN * step / Math.max(1, steps));
            show(Math.min(reached, counted + RUN - 1), all);
        }
    }

    /** So many of so many steps of a stage that may be a new one; a negative total is not known. */
    synchronized void stageAt(String stage, long done, long total) {
        if (!stage.equals(title)) {
            close();
            title = stage;
        }
        progress(done, total);
    }

    @Override
    public synchronized void progress(long done, long total) {
        counted = done;
        all = total;
        show(done, total);
    }

    private void show(long done, long total) {
        if (!shown) {
            return;
        }
        if (bar == null) {
            bar = new ProgressBarBuilder()
                    .setTaskName(title)
                    .setInitialMax(total)
                    .setStyle(ProgressBarStyle.ASCII)
                    .build();
        }
        bar.stepTo(done);
    }

    /** A line of its own, such as a proof that is being checked. */
    synchronized void line(String text) {
        if (shown) {
            close();
            System.err.println("gradlab: " + text);
        }
    }

    @Override
    public synchronized void close() {
        if (bar != null) {
            bar.close();
            bar = null;
        }
    }
}
