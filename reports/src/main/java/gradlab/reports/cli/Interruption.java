package gradlab.reports.cli;

import java.io.PrintWriter;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * What is done when the user stops the program: it asks the work to save itself, and waits for that a while, since the machine
 * ends when all hooks have.
 */
final class Interruption {
    private static final long PATIENCE_SECONDS = 60;

    private final CountDownLatch done;
    private final Thread hook;

    private Interruption(CountDownLatch done, Thread hook) {
        this.done = done;
        this.hook = hook;
    }

    /**
     * Asks this of the work.
     *
     * @param said what is told when the work has saved itself
     */
    static Interruption of(Runnable request, PrintWriter err, String said) {
        CountDownLatch done = new CountDownLatch(1);
        Thread hook = new Thread(() -> {
            request.run();
            try {
                boolean saved = done.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
                err.println(saved ? said : "gradlab: interrupted before the state could be saved");
                err.flush();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        Runtime.getRuntime().addShutdownHook(hook);
        return new Interruption(done, hook);
    }

    /** The work is done, or has saved itself. */
    void passed() {
        done.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The machine is ending already: the hook runs.
        }
    }
}
