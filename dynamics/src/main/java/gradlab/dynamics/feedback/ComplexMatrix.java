package gradlab.dynamics.feedback;

import gradlab.analysis.backend.DenseBackend;
import gradlab.analysis.operator.DenseMatrix;
import java.util.Optional;

/** A complex matrix as its real and imaginary parts, of one shape. */
record ComplexMatrix(DenseMatrix real, DenseMatrix imaginary) {

    /** {@code C (z I - A)^-1 B + D} by Gaussian elimination with partial pivoting; empty where z is an eigenvalue of A. */
    static Optional<ComplexMatrix> transfer(LinearLoop loop, double re, double im) {
        int n = loop.order();
        int columns = loop.input().columns();
        double[] a = loop.state().toArray();
        double[] y = new double[a.length];
        for (int i = 0; i < a.length; i++) {
            a[i] = -a[i];
        }
        for (int i = 0; i < n; i++) {
            a[i * n + i] += re;
            y[i * n + i] = im;
        }
        Elimination elimination = new Elimination(a, y, loop.input().toArray(), new double[n * columns], n, columns);
        return elimination.solve()
                ? Optional.of(elimination.times(loop.output(), loop.feedthrough()))
                : Optional.empty();
    }

    int rows() {
        return real.rows();
    }

    int columns() {
        return real.columns();
    }

    /** The singular values, descending: each comes twice among those of [[X, -Y], [Y, X]]. */
    double[] singularValues(DenseBackend backend) {
        int rows = 2 * rows();
        int columns = 2 * columns();
        double[] embedded = new double[rows * columns];
        for (int i = 0; i < rows(); i++) {
            for (int j = 0; j < columns(); j++) {
                embedded[i * columns + j] = real.get(i, j);
                embedded[(rows() + i) * columns + columns() + j] = real.get(i, j);
                embedded[i * columns + columns() + j] = -imaginary.get(i, j);
                embedded[(rows() + i) * columns + j] = imaginary.get(i, j);
            }
        }
        double[] twice = backend.singularValues(embedded, rows, columns);
        double[] once = new double[twice.length / 2];
        for (int i = 0; i < once.length; i++) {
            once[i] = twice[2 * i];
        }
        return once;
    }

    /** The work of one solution: matrix (a, y), right side (b, d), overwritten with the solution. */
    private static final class Elimination {
        private final double[] a;
        private final double[] y;
        private final double[] b;
        private final double[] d;
        private final int n;
        private final int columns;

        Elimination(double[] a, double[] y, double[] b, double[] d, int n, int columns) {
            this.a = a;
            this.y = y;
            this.b = b;
            this.d = d;
            this.n = n;
            this.columns = columns;
        }

        boolean solve() {
            for (int k = 0; k < n; k++) {
                int pivot = pivot(k);
                if (a[pivot * n + k] == 0 && y[pivot * n + k] == 0) {
                    return false;
                }
                swap(k, pivot);
                for (int i = k + 1; i < n; i++) {
                    eliminate(i, k, k + 1);
                }
            }
            for (int k = n - 1; k >= 0; k--) {
                divideRow(k);
                for (int i = 0; i < k; i++) {
                    subtract(i, k, a[i * n + k], y[i * n + k]);
                }
            }
            return true;
        }

        private int pivot(int k) {
            int pivot = k;
            for (int i = k + 1; i < n; i++) {
                if (size(i, k) > size(pivot, k)) {
                    pivot = i;
                }
            }
            return pivot;
        }

        private double size(int i, int k) {
            return Math.max(Math.abs(a[i * n + k]), Math.abs(y[i * n + k]));
        }

        private void swap(int i, int k) {
            swap(a, i, k, n);
            swap(y, i, k, n);
            swap(b, i, k, columns);
            swap(d, i, k, columns);
        }

        private static void swap(double[] x, int i, int k, int width) {
            for (int j = 0; j < width && i != k; j++) {
                double kept = x[i * width + j];
                x[i * width + j] = x[k * width + j];
                x[k * width + j] = kept;
            }
        }

        private void eliminate(int i, int k, int from) {
            double[] q = quotient(a[i * n + k], y[i * n + k], a[k * n + k], y[k * n + k]);
            for (int j = from; j < n; j++) {
                double re = a[k * n + j];
                double im = y[k * n + j];
                a[i * n + j] -= q[0] * re - q[1] * im;
                y[i * n + j] -= q[0] * im + q[1] * re;
            }
            subtract(i, k, q[0], q[1]);
        }

        /** Right side: row i minus (re + i im) times row k. */
        private void subtract(int i, int k, double re, double im) {
            for (int j = 0; j < columns; j++) {
                double x = b[k * columns + j];
                double z = d[k * columns + j];
                b[i * columns + j] -= re * x - im * z;
                d[i * columns + j] -= re * z + im * x;
            }
        }

        private void divideRow(int k) {
            for (int j = 0; j < columns; j++) {
                double[] q = quotient(b[k * columns + j], d[k * columns + j], a[k * n + k], y[k * n + k]);
                b[k * columns + j] = q[0];
                d[k * columns + j] = q[1];
            }
        }

        /** (x + i y)/(c + i d), the divisor scaled first so that squares neither overflow nor vanish. */
        private static double[] quotient(double x, double y, double c, double d) {
            double scale = Math.max(Math.abs(c), Math.abs(d));
            double re = c / scale;
            double im = d / scale;
            double square = re * re + im * im;
            return new double[] {(x * re + y * im) / square / scale, (y * re - x * im) / square / scale};
        }

        ComplexMatrix times(DenseMatrix output, DenseMatrix added) {
            DenseBackend kernels = DenseBackend.fixedOrder();
            int rows = output.rows();
            double[] c = output.toArray();
            double[] real = kernels.multiply(c, b, rows, n, columns);
            double[] direct = added.toArray();
            for (int i = 0; i < real.length; i++) {
                real[i] += direct[i];
            }
            return new ComplexMatrix(
                    DenseMatrix.of(rows, columns, real),
                    DenseMatrix.of(rows, columns, kernels.multiply(c, d, rows, n, columns)));
        }
    }
}
