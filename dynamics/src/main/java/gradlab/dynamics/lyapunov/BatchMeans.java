package gradlab.dynamics.lyapunov;

import java.util.Arrays;

/**
 * Growth over consecutive stretches of equal length, of k quantities, in bounded memory: when the table is full, neighbours are
 * merged and stretches are twice as long from then on.
 */
final class BatchMeans {
    private final int k;
    private final int capacity;
    /** Batch b of quantity j at [j][b]. */
    private final double[][] sums;

    private final double[] open;
    private int filled;
    private long per = 1;
    private long inOpen;

    /**
     * Nothing yet.
     *
     * @param capacity how many batches at most, even
     */
    BatchMeans(int k, int capacity) {
        this.k = k;
        this.capacity = capacity;
        sums = new double[k][capacity];
        open = new double[k];
    }

    /** The growth over one more block. */
    void add(double[] growth) {
        for (int j = 0; j < k; j++) {
            open[j] += growth[j];
        }
        inOpen++;
        if (inOpen == per) {
            for (int j = 0; j < k; j++) {
                sums[j][filled] = open[j];
                open[j] = 0;
            }
            inOpen = 0;
            filled++;
            if (filled == capacity) {
                merge();
            }
        }
    }

    private void merge() {
        for (double[] row : sums) {
            for (int b = 0; b < capacity / 2; b++) {
                row[b] = row[2 * b] + row[2 * b + 1];
            }
        }
        filled = capacity / 2;
        per *= 2;
    }

    /** How many batches are full. */
    int size() {
        return filled;
    }

    /** How many blocks a batch has. */
    long blocksEach() {
        return per;
    }

    /** The growths of the full batches of quantity j; a new array. */
    double[] of(int j) {
        return Arrays.copyOf(sums[j], filled);
    }
}
