package gradlab.reports.cli;

import gradlab.verification.proof.ProofChecker;
import java.io.PrintWriter;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * What happens when the user stops a command that settles claims, with Ctrl-C or any signal that lets a process tidy up: one line, and
 * status 130 at once, for everything that was found is kept already. Only results that are being written are written to the end.
 */
final class SettlingInterruption {

    private static final long PATIENCE_SECONDS = 60;
    private static final long CLEANING_MILLISECONDS = 5_000;
    private static final long STARTING_MILLISECONDS = 50;

    private final CountDownLatch passed = new CountDownLatch(1);
    private final Thread hook;
    private volatile boolean writing;

    private SettlingInterruption(PrintWriter err, Supplier<String> said) {
        hook = new Thread(() -> end(err, said), "interruption");
    }

    /**
     * Waits for an interruption.
     *
     * @param said what is told then
     */
    static SettlingInterruption of(PrintWriter err, Supplier<String> said) {
        SettlingInterruption interruption = new SettlingInterruption(err, said);
        Runtime.getRuntime().addShutdownHook(interruption.hook);
        return interruption;
    }

    /** From now on results are written. */
    void finishing() {
        writing = true;
    }

    /** The command is done. */
    void passed() {
        passed.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The machine is ending already: the hook runs.
        }
    }

    private void end(PrintWriter err, Supplier<String> said) {
        try {
            if (writing) {
                passed.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
            }
            err.println(said.get());
            err.flush();
            // All hooks are started before any is waited for, but perhaps after this one.
            Thread.sleep(STARTING_MILLISECONDS);
            for (Thread thread : Thread.getAllStackTraces().keySet()) {
                if (thread.getName().equals(ProofChecker.CLEANING)) {
                    thread.join(CLEANING_MILLISECONDS);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        // Otherwise the status would depend on the signal.
        Runtime.getRuntime().halt(ExitStatus.INTERRUPTED);
    }
}
