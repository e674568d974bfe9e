package gradlab.dynamics.feedback;

import gradlab.analysis.operator.DenseMatrix;
import gradlab.dynamics.system.Clock;
import java.util.Arrays;

/**
 * States in units, powers of two, in which rows and columns of W have the same size, as far as that goes: T^-1 W T, T^-1 B and
 * C T, the same gain (parlettreinsch1969). Where nothing comes back, as in a triangular matrix, what goes out is made no larger
 * than the diagonal, so that a huge coupling is moved into B and C, where it harms nothing.
 */
final class BalancedStates {
    private static final int SWEEPS = 60;

    private final double[] w;
    private final int n;
    private final int[] exponents;

    private BalancedStates(double[] w, int n) {
        this.w = w;
        this.n = n;
        this.exponents = new int[n];
    }

    static LinearLoop of(LinearLoop loop) {
        int n = loop.order();
        BalancedStates states = new BalancedStates(loop.state().toArray(), n);
        double floor = loop.clock() == Clock.STEP ? 1 : states.largestOnDiagonal();
        boolean moved = true;
        for (int sweep = 0; sweep < SWEEPS && moved; sweep++) {
            moved = states.sweep(floor);
        }
        return new LinearLoop(
                DenseMatrix.of(n, n, states.w),
                states.changed(loop.input(), true),
                states.changed(loop.output(), false),
                loop.feedthrough(),
                loop.clock());
    }

    private double largestOnDiagonal() {
        double largest = 0;
        for (int i = 0; i < n; i++) {
            largest = Math.max(largest, Math.abs(w[i * n + i]));
        }
        return largest;
    }

    private boolean sweep(double floor) {
        boolean moved = false;
        for (int i = 0; i < n; i++) {
            double row = 0;
            double column = 0;
            for (int j = 0; j < n; j++) {
                row = j == i ? row : Math.max(row, Math.abs(w[i * n + j]));
                column = j == i ? column : Math.max(column, Math.abs(w[j * n + i]));
            }
            moved |= move(i, shift(row, column, floor));
        }
        return moved;
    }

    /** By which power of two state i is measured in larger units: rows fall, columns rise. */
    private static int shift(double row, double column, double floor) {
        if (row > 0 && column > 0) {
            return (Math.getExponent(row) - Math.getExponent(column)) / 2;
        }
        double only = Math.max(row, column);
        if (only <= floor || floor == 0) {
            return 0;
        }
        int excess = Math.getExponent(only) - Math.getExponent(floor);
        return row > 0 ? excess : -excess;
    }

    private boolean move(int i, int shift) {
        if (shift == 0) {
            return false;
        }
        for (int j = 0; j < n; j++) {
            if (j != i) {
                w[i * n + j] = LoopScale.scalb(w[i * n + j], -shift);
                w[j * n + i] = LoopScale.scalb(w[j * n + i], shift);
            }
        }
        exponents[i] += shift;
        return true;
    }

    private DenseMatrix changed(DenseMatrix matrix, boolean isInput) {
        double[] entries = matrix.toArray();
        int columns = matrix.columns();
        Arrays.setAll(
                entries, k -> LoopScale.scalb(entries[k], isInput ? -exponents[k / columns] : exponents[k % columns]));
        return DenseMatrix.of(matrix.rows(), columns, entries);
    }
}
