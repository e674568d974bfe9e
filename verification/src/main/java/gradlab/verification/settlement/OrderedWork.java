package gradlab.verification.settlement;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * Pieces of work done several at a time, and taken in their order, up to the first that decides. What comes out, errors
 * included, is what one thread would have found; work on later pieces is given up and forgotten.
 *
 * @param threads how many at a time
 * @param listener hears how many thousandths of the pieces have been taken
 */
record OrderedWork(int threads, Listener listener) {

    /** Of a piece: who watches a piece itself can say how far it is. */
    private static final int THOUSANDTHS = 1_000;

    /**
     * The results of the pieces 0, 1, ... up to and with the first that decides.
     *
     * @throws CancellationException if this thread is interrupted, when its interrupt status stays set
     */
    <R> List<R> upTo(Predicate<R> decides, int count, IntFunction<R> work) {
        ExecutorService workers = Executors.newFixedThreadPool(Math.max(1, Math.min(threads, count)));
        try {
            List<Future<R>> pieces = IntStream.range(0, count)
                    .mapToObj(i -> workers.submit(() -> work.apply(i)))
                    .toList();
            List<R> taken = new ArrayList<>();
            for (Future<R> piece : pieces) {
                listener.progress((long) THOUSANDTHS * taken.size(), (long) THOUSANDTHS * count);
                R result = result(piece);
                taken.add(result);
                if (decides.test(result)) {
                    break;
                }
            }
            return taken;
        } finally {
            end(workers);
        }
    }

    private static <R> R result(Future<R> piece) {
        try {
            return piece.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            if (e.getCause() instanceof Error cause) {
                throw cause;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    /** Waits until nothing works any more, so that the next claim has the machine to itself. */
    private static void end(ExecutorService workers) {
        workers.shutdownNow();
        boolean interrupted = false;
        boolean ended = false;
        while (!ended) {
            try {
                ended = workers.awaitTermination(1, TimeUnit.MINUTES);
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
