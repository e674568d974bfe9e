package gradlab.verification.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class OrderedWorkTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 100})
    void whatComesOutDependsOnNoThreads(int threads) {
        OrderedWork work = new OrderedWork(threads, Listener.SILENT);
        assertThat(work.upTo(i -> i == 5, 20, i -> i)).containsExactly(0, 1, 2, 3, 4, 5);
        assertThat(work.upTo(i -> i >= 3, 20, i -> slow(i))).containsExactly(0, 1, 2, 3);
        assertThat(work.upTo(i -> false, 4, i -> i)).containsExactly(0, 1, 2, 3);
        assertThat(work.upTo(i -> true, 0, i -> i)).isEmpty();
    }

    /** The first pieces take longest. */
    private static int slow(int i) {
        try {
            Thread.sleep(Math.max(0, 20 - 5L * i));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return i;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4})
    void onlyErrorsBeforeTheDecisionCount(int threads) {
        OrderedWork work = new OrderedWork(threads, Listener.SILENT);
        assertThat(work.upTo(i -> i == 2, 6, i -> failing(i, 3))).containsExactly(0, 1, 2);
        assertThatThrownBy(() -> work.upTo(i -> i == 5, 6, i -> failing(i, 3))).hasMessage("piece 3");
        assertThatThrownBy(() -> work.upTo(i -> false, 1, i -> {
                    throw new OutOfMemoryError("none left");
                }))
                .isInstanceOf(OutOfMemoryError.class);
    }

    private static int failing(int i, int from) {
        if (i >= from) {
            throw new IllegalStateException("piece " + i);
        }
        return i;
    }

    @Test
    void nothingWorksOnWhenItIsDecided() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        Set<Thread> workers = ConcurrentHashMap.newKeySet();
        List<Integer> taken = new OrderedWork(2, Listener.SILENT).upTo(i -> true, 2, i -> {
            workers.add(Thread.currentThread());
            return i == 0 ? awaited(begun) : forever(begun);
        });
        assertThat(taken).containsExactly(0);
        for (Thread worker : workers) {
            worker.join(TimeUnit.SECONDS.toMillis(10));
            assertThat(worker.isAlive()).isFalse();
        }
    }

    private static int awaited(CountDownLatch begun) {
        try {
            begun.await();
            return 0;
        } catch (InterruptedException e) {
            throw new CancellationException("interrupted");
        }
    }

    private static int forever(CountDownLatch begun) {
        begun.countDown();
        try {
            new CountDownLatch(1).await();
            return 1;
        } catch (InterruptedException e) {
            throw new CancellationException("interrupted");
        }
    }

    @Test
    void anInterruptionEndsIt() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        AtomicBoolean cancelled = new AtomicBoolean();
        Thread caller = new Thread(() -> {
            try {
                new OrderedWork(2, Listener.SILENT).upTo(i -> false, 3, i -> forever(begun));
            } catch (CancellationException e) {
                cancelled.set(Thread.currentThread().isInterrupted());
            }
        });
        caller.start();
        begun.await();
        caller.interrupt();
        caller.join(TimeUnit.SECONDS.toMillis(20));
        assertThat(cancelled).isTrue();
    }
}
