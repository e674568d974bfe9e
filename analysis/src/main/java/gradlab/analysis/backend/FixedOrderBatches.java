package gradlab.analysis.backend;

import java.util.Arrays;

/** {@link BatchProducts} as kernels: sums start from what is there and run over ascending k. */
enum FixedOrderBatches implements BatchKernels {
    /** The only one. */
    KERNELS;

    /** From so many rows on it pays to transpose a right factor first; the order of summation stays. */
    private static final int MANY_ROWS = 8;

    @Override
    public String label() {
        return "plain Java, fixed order";
    }

    @Override
    public void addProduct(double[] a, double[] b, double[] c, int m, int k, int n) {
        BatchProducts.add(a, 0, b, 0, c, 0, m, k, n);
    }

    @Override
    public void addTimesTransposed(double[] a, double[] b, double[] c, int m, int k, int n) {
        if (m < MANY_ROWS) {
            BatchProducts.addTimesTransposed(a, 0, b, 0, c, 0, m, k, n);
        } else {
            BatchProducts.add(a, 0, BatchProducts.transposed(b, 0, n, k), 0, c, 0, m, k, n);
        }
    }

    @Override
    public void addTransposedTimes(double[] a, double[] b, double[] c, int atC, int m, int k, int n) {
        BatchProducts.addTransposedTimes(a, 0, b, 0, c, atC, m, k, n);
    }

    @Override
    public MatrixStore open() {
        return new OnHeap();
    }

    private static final class OnHeap implements MatrixStore {
        @Override
        public Held zeros(int size) {
            return new Rows(new double[size]);
        }

        @Override
        public void addProduct(
                Held a, int atA, boolean transposeA, Held b, boolean transposeB, Held c, int atC, int m, int k, int n) {
            double[] left = ((Rows) a).entries;
            double[] into = ((Rows) c).entries;
            double[] right = transposeB ? ((Rows) b).transposed(n, k) : ((Rows) b).entries;
            if (transposeA) {
                BatchProducts.addTransposedTimes(left, atA, right, 0, into, atC, m, k, n);
            } else {
                BatchProducts.add(left, atA, right, 0, into, atC, m, k, n);
            }
        }

        @Override
        public void close() {}
    }

    /** An array, and its transpose once that was asked for. */
    private static final class Rows implements MatrixStore.Held {
        private final double[] entries;
        private double[] transpose = new double[0];

        Rows(double[] entries) {
            this.entries = entries;
        }

        double[] transposed(int rows, int columns) {
            if (transpose.length == 0) {
                transpose = BatchProducts.transposed(entries, 0, rows, columns);
            }
            return transpose;
        }

        @Override
        public void set(int at, double[] from, int start, int length) {
            System.arraycopy(from, start, entries, at, length);
            transpose = new double[0];
        }

        @Override
        public void get(int at, double[] into, int start, int length) {
            System.arraycopy(entries, at, into, start, length);
        }

        @Override
        public void clear(int at, int length) {
            Arrays.fill(entries, at, at + length, 0);
        }
    }
}
