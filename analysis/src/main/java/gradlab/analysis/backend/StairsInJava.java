package gradlab.analysis.backend;

import java.util.Arrays;

/** {@link StairColumns} in plain Java, in a fixed order. */
final class StairsInJava implements StairColumns {
    private final int n;
    private final int k;
    private final double[] w;
    /** Row i of it is row {@code order[i]} of V; zeros above the diagonal unless V came from a QR decomposition. */
    private double[] lower;

    private int[] order;
    private boolean triangular = true;
    private double[] next;
    private int[] nextOrder;
    private double growth = 1;
    private long fallbacks;

    /** Columns of the identity, to be multiplied by W if that is given, n by n, and not empty. */
    StairsInJava(double[] w, int n, int k) {
        this.n = n;
        this.k = k;
        this.w = w;
        lower = new double[n * k];
        next = new double[n * k];
        order = new int[n];
        nextOrder = new int[n];
        Arrays.setAll(order, i -> i);
        for (int j = 0; j < k; j++) {
            lower[j * k + j] = 1;
        }
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
        System.arraycopy(x, 0, next, 0, n * k);
        if (!eliminated(diagonal, MOST_GROWTH)) {
            decompose(x, diagonal);
        }
        read(x);
    }

    @Override
    public void multiply(double[] scales, double[] diagonal) {
        product(scales);
        if (!eliminated(diagonal, MOST_GROWTH)) {
            product(scales);
            decompose(next.clone(), diagonal);
        }
    }

    /** Takes X in {@code next} apart and makes its factor the columns, unless entries grew too much. */
    private boolean eliminated(double[] diagonal, double mostGrowth) {
        double largest = Dense.largest(next);
        PivotedColumns.eliminate(next, n, k, nextOrder);
        double most = 0;
        for (int i = 0; i < k; i++) {
            int row = i * k;
            diagonal[i] = Math.abs(next[row + i]);
            for (int j = i; j < k; j++) {
                most = Math.max(most, Math.abs(next[row + j]));
            }
        }
        double grown = largest > 0 ? most / largest : 1;
        growth = Math.max(growth, grown);
        if (grown > mostGrowth) {
            return false;
        }
        for (int i = 0; i < k; i++) {
            next[i * k + i] = 1;
            Arrays.fill(next, i * k + i + 1, i * k + k, 0);
        }
        double[] freed = lower;
        lower = next;
        next = freed;
        int[] freedOrder = order;
        order = nextOrder;
        nextOrder = freedOrder;
        triangular = true;
        return true;
    }

    private void decompose(double[] x, double[] diagonal) {
        ThinQr qr;
        try {
            qr = DenseKernels.qr(x, n, k);
        } catch (DecompositionException e) {
            // A matrix that is singular to the last bit: its zero pivots matter more than digits of the others.
            System.arraycopy(x, 0, next, 0, n * k);
            eliminated(diagonal, Double.POSITIVE_INFINITY);
            return;
        }
        for (int j = 0; j < k; j++) {
            diagonal[j] = Math.abs(qr.r().get(j, j));
        }
        lower = qr.q().toArray();
        Arrays.setAll(order, i -> i);
        triangular = false;
        fallbacks++;
    }

    /** next := diag(s) W V; row l of the triangle ends at the diagonal, so the sums over it do. */
    private void product(double[] scales) {
        if (k == 1) {
            image(scales);
            return;
        }
        Arrays.fill(next, 0);
        for (int i = 0; i < n; i++) {
            int l = 0;
            for (; l + 4 <= n; l += 4) {
                addFour(i, l, scales[i], triangular ? Math.min(l + 4, k) : k);
            }
            for (; l < n; l++) {
                double factor = scales[i] * w[i * n + order[l]];
                int length = triangular ? Math.min(l + 1, k) : k;
                for (int j = 0; j < length; j++) {
                    next[i * k + j] += factor * lower[l * k + j];
                }
            }
        }
    }

    private void addFour(int i, int l, double scale, int length) {
        double a0 = scale * w[i * n + order[l]];
        double a1 = scale * w[i * n + order[l + 1]];
        double a2 = scale * w[i * n + order[l + 2]];
        double a3 = scale * w[i * n + order[l + 3]];
        int to = i * k;
        int row = l * k;
        for (int j = 0; j < length; j++) {
            next[to + j] =
                    (((next[to + j] + a0 * lower[row + j]) + a1 * lower[row + k + j]) + a2 * lower[row + 2 * k + j])
                            + a3 * lower[row + 3 * k + j];
        }
    }

    /** The product for one column: four sums a row, so that they need not wait for each other. */
    private void image(double[] scales) {
        double[] v = new double[n];
        read(v);
        for (int i = 0; i < n; i++) {
            int row = i * n;
            double s0 = 0;
            double s1 = 0;
            double s2 = 0;
            double s3 = 0;
            int j = 0;
            for (; j + 4 <= n; j += 4) {
                s0 += w[row + j] * v[j];
                s1 += w[row + j + 1] * v[j + 1];
                s2 += w[row + j + 2] * v[j + 2];
                s3 += w[row + j + 3] * v[j + 3];
            }
            for (; j < n; j++) {
                s0 += w[row + j] * v[j];
            }
            next[i] = scales[i] * ((s0 + s1) + (s2 + s3));
        }
    }

    @Override
    public void read(double[] into) {
        for (int i = 0; i < n; i++) {
            System.arraycopy(lower, i * k, into, order[i] * k, k);
        }
    }

    @Override
    public double[] lengths() {
        return HouseholderLengths.of(lower, n, k);
    }

    @Override
    public double[] lengthsMultiplied() {
        double[] ones = new double[n];
        Arrays.fill(ones, 1);
        product(ones);
        return HouseholderLengths.of(next, n, k);
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
        // Nothing lies outside the heap.
    }
}
