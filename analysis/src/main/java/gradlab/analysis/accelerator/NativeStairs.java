package gradlab.analysis.accelerator;

import gradlab.analysis.backend.Dense;
import gradlab.analysis.backend.StairColumns;
import java.util.Arrays;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.openblas.global.openblas_full;
import org.jspecify.annotations.Nullable;

/**
 * {@link StairColumns} on OpenBLAS, off-heap, column by column. A step gathers the columns of W in the order of the pivots and
 * scales their rows on the heap, where the compiler vectorises it, and copies them over; dtrmm and dgetrf do the rest.
 */
final class NativeStairs implements StairColumns {
    private static final int COLUMN_MAJOR = 102;
    private static final int NO_TRANSPOSE = 111;
    private static final int LOWER = 122;
    private static final int UNIT = 132;
    private static final int RIGHT = 142;
    /** Up to a quarter of n, columns are multiplied as they are. */
    private static final int FEW = 4;

    private final int n;
    private final int k;
    /** The columns of W, each an array of its own: arrays read at the same index are what the compiler vectorises. */
    private final double[][] w;

    private final double[] scaled;
    private final double[] gathered;
    private final NativeArray inOrder;
    private @Nullable NativeArray matrix;
    private final IntPointer swaps;
    private final int[] swapped;
    /** Row i of the factor is row {@code order[i]} of V. */
    private final int[] order;
    /** The factor; above its diagonal stands what is left of U, unless V came from a QR decomposition. */
    private NativeArray lower;

    private NativeArray next;
    private boolean triangular;
    private double growth = 1;
    private long fallbacks;

    NativeStairs(double[] w, int n, int k) {
        this.n = n;
        this.k = k;
        this.w = columns(w, n);
        scaled = new double[n];
        // A product is made in place of the gathered matrix, which is n by n.
        gathered = new double[w.length == 0 || k <= n / FEW ? n * k : n * n];
        inOrder = NativeArray.zeros((long) n * k);
        lower = NativeArray.zeros(gathered.length);
        next = NativeArray.zeros(gathered.length);
        swaps = new IntPointer(k);
        swapped = new int[k];
        order = new int[n];
        Arrays.setAll(order, i -> i);
        for (int j = 0; j < k; j++) {
            lower.pointer().put((long) j * n + j, 1);
        }
        triangular = true;
    }

    /** None of an empty matrix. */
    private static double[][] columns(double[] w, int n) {
        double[] transposed = w.length == 0 ? w : Dense.transpose(w, n, n);
        double[][] columns = new double[transposed.length / n][];
        Arrays.setAll(columns, j -> Arrays.copyOfRange(transposed, j * n, (j + 1) * n));
        return columns;
    }

    @Override
    public int rows() {
        return n;
    }

    @Override
    public int columns() {
        return k;
    }

    @Override
    public void replace(double[] x, double[] diagonal) {
        load(x);
        if (!eliminated(diagonal)) {
            load(x);
            decompose(diagonal);
        }
        read(x);
    }

    private void load(double[] x) {
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < k; j++) {
                gathered[j * n + i] = x[i * k + j];
            }
        }
        next.pointer().put(gathered, 0, n * k);
    }

    @Override
    public void multiply(double[] scales, double[] diagonal) {
        product(scales);
        if (!eliminated(diagonal)) {
            product(scales);
            decompose(diagonal);
        }
    }

    /** next := diag(s) W V; the triangle of many columns is worth gathering W, that of few is not. */
    private void product(double[] scales) {
        if (triangular && k > n / FEW) {
            productOfTriangle(scales);
        } else {
            productOfColumns(scales);
        }
    }

    /** X = A_1 L_1 + A_2 L_2 with the triangle L_1 of order k and A = diag(s) W, its columns in the order of the pivots. */
    private void productOfTriangle(double[] scales) {
        for (int l = 0; l < n; l++) {
            double[] column = w[order[l]];
            for (int i = 0; i < scaled.length; i++) {
                scaled[i] = scales[i] * column[i];
            }
            System.arraycopy(scaled, 0, gathered, l * n, n);
        }
        next.pointer().put(gathered, 0, n * n);
        openblas_full.cblas_dtrmm(
                COLUMN_MAJOR, RIGHT, LOWER, NO_TRANSPOSE, UNIT, n, k, 1, lower.pointer(), n, next.pointer(), n);
        if (k < n) {
            add(next.from((long) k * n), n - k, lower.from(k), 1);
        }
    }

    private void productOfColumns(double[] scales) {
        double[] columns = factor();
        for (int j = 0; j < k; j++) {
            for (int i = 0; i < n; i++) {
                gathered[j * n + order[i]] = columns[j * n + i];
            }
        }
        inOrder.pointer().put(gathered, 0, n * k);
        add(matrix().pointer(), n, inOrder.pointer(), 0);
        next.pointer().get(gathered, 0, n * k);
        for (int j = 0; j < k; j++) {
            for (int i = 0; i < n; i++) {
                gathered[j * n + i] *= scales[i];
            }
        }
        next.pointer().put(gathered, 0, n * k);
    }

    private NativeArray matrix() {
        NativeArray found = matrix;
        if (found == null) {
            found = NativeArray.zeros((long) n * n);
            for (int j = 0; j < n; j++) {
                found.from((long) j * n).put(w[j]);
            }
            matrix = found;
        }
        return found;
    }

    /** next := beta next + A B with A of n by {@code inner} and B of {@code inner} by k numbers, n apart from column to column. */
    private void add(DoublePointer a, int inner, DoublePointer b, double beta) {
        DoublePointer to = next.pointer();
        if (k == 1) {
            openblas_full.cblas_dgemv(COLUMN_MAJOR, NO_TRANSPOSE, n, inner, 1, a, n, b, 1, beta, to, 1);
        } else {
            openblas_full.cblas_dgemm(
                    COLUMN_MAJOR, NO_TRANSPOSE, NO_TRANSPOSE, n, k, inner, 1, a, n, b, n, beta, to, n);
        }
    }

    /** Takes X in {@code next} apart and makes its factor the columns, unless entries grew too much. */
    private boolean eliminated(double[] diagonal) {
        double largest = largest(next, 0, n * k);
        openblas_full.LAPACKE_dgetrf_work(COLUMN_MAJOR, n, k, next.pointer(), n, swaps);
        double grown = largest > 0 ? largest(next, 0, n * k) / largest : 1;
        if (grown > MOST_GROWTH) {
            // That counted the factor too, whose entries are up to 1: now without.
            double most = 0;
            for (int j = 0; j < k; j++) {
                most = Math.max(most, largest(next, (long) j * n, j + 1));
            }
            grown = most / largest;
        }
        growth = Math.max(growth, grown);
        if (grown > MOST_GROWTH) {
            return false;
        }
        for (int j = 0; j < k; j++) {
            diagonal[j] = Math.abs(next.pointer().get((long) j * n + j));
        }
        swaps.get(swapped);
        Arrays.setAll(order, i -> i);
        for (int i = 0; i < k; i++) {
            int with = swapped[i] - 1;
            int kept = order[i];
            order[i] = order[with];
            order[with] = kept;
        }
        exchange();
        triangular = true;
        return true;
    }

    private static double largest(NativeArray a, long from, int size) {
        return Math.abs(a.pointer().get(from + openblas_full.cblas_idamax(size, a.from(from), 1)));
    }

    private void exchange() {
        NativeArray freed = lower;
        lower = next;
        next = freed;
    }

    private void decompose(double[] diagonal) {
        try (NativeArray tau = NativeArray.zeros(k)) {
            openblas_full.LAPACKE_dgeqrf(COLUMN_MAJOR, n, k, next.pointer(), n, tau.pointer());
            for (int j = 0; j < k; j++) {
                diagonal[j] = Math.abs(next.pointer().get((long) j * n + j));
            }
            openblas_full.LAPACKE_dorgqr(COLUMN_MAJOR, n, k, k, next.pointer(), n, tau.pointer());
        }
        Arrays.setAll(order, i -> i);
        exchange();
        triangular = false;
        fallbacks++;
    }

    @Override
    public void read(double[] into) {
        double[] factor = factor();
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < k; j++) {
                into[order[i] * k + j] = factor[j * n + i];
            }
        }
    }

    /** The factor on the heap, column by column, without what is left of U. */
    private double[] factor() {
        double[] factor = new double[n * k];
        lower.pointer().get(factor);
        if (triangular) {
            for (int j = 0; j < k; j++) {
                Arrays.fill(factor, j * n, j * n + j, 0);
                factor[j * n + j] = 1;
            }
        }
        return factor;
    }

    @Override
    public double[] lengths() {
        next.pointer().put(factor(), 0, n * k);
        return lengthsOfNext();
    }

    @Override
    public double[] lengthsMultiplied() {
        double[] ones = new double[n];
        Arrays.fill(ones, 1);
        product(ones);
        return lengthsOfNext();
    }

    private double[] lengthsOfNext() {
        double[] lengths = new double[k];
        try (NativeArray tau = NativeArray.zeros(k)) {
            openblas_full.LAPACKE_dgeqrf(COLUMN_MAJOR, n, k, next.pointer(), n, tau.pointer());
        }
        for (int j = 0; j < k; j++) {
            lengths[j] = Math.abs(next.pointer().get((long) j * n + j));
        }
        return lengths;
    }

    @Override
    public double growth() {
        return growth;
    }

    @Override
    public long fallbacks() {
        return fallbacks;
    }

    @Override
    public void close() {
        lower.close();
        next.close();
        inOrder.close();
        if (matrix != null) {
            matrix.close();
        }
        swaps.deallocate();
    }
}
