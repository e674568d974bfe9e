package gradlab.analysis.backend;

import org.ejml.data.DMatrixRMaj;

/** Checks, exact scalings and copies shared by all kernels. */
public final class Dense {
    private static final double SYMMETRY_TOLERANCE = 1e-10;

    private Dense() {}

    /** Throws unless {@code a} has {@code rows * columns} finite entries. */
    public static void check(String name, double[] a, int rows, int columns) {
        checkShape(name, a, rows, columns);
        for (int i = 0; i < a.length; i++) {
            if (!Double.isFinite(a[i])) {
                throw new IllegalArgumentException(
                        name + "[" + i / columns + ", " + i % columns + "] must be finite, was " + a[i]);
            }
        }
    }

    /** Throws unless {@code a} has {@code rows * columns} entries. */
    public static void checkShape(String name, double[] a, int rows, int columns) {
        if (rows < 0 || columns < 0) {
            throw new IllegalArgumentException(
                    "shape of " + name + " must not be negative, was " + rows + " x " + columns);
        }
        if (a.length != (long) rows * columns) {
            throw new IllegalArgumentException(name + " must hold " + rows + " x " + columns + " = "
                    + (long) rows * columns + " entries, held " + a.length);
        }
    }

    /** Checks the arguments of {@link DenseBackend#stairs}. */
    public static void checkStairs(double[] w, int n, int k) {
        if (k < 1 || k > n || (long) n * n > Integer.MAX_VALUE) {
            throw new IllegalArgumentException(
                    "k must be in [1, n] with n at most 46340, were k = " + k + ", n = " + n);
        }
        if (w.length > 0) {
            check("w", w, n, n);
        }
    }

    static double largest(double[] a) {
        double largest = 0;
        for (double entry : a) {
            largest = Math.max(largest, Math.abs(entry));
        }
        return largest;
    }

    /** The exponent e with largest entry in [2^e, 2^(e+1)), 0 for the zero matrix. */
    public static int exponent(double[] a) {
        double largest = largest(a);
        return largest == 0 ? 0 : Math.getExponent(largest);
    }

    /** {@code a * 2^exponent} in a new array; exact up to underflow of entries 2^-1000 times the largest. */
    public static double[] scaled(double[] a, int exponent) {
        double[] scaled = a.clone();
        if (exponent != 0) {
            for (int i = 0; i < a.length; i++) {
                scaled[i] = Math.scalb(a[i], exponent);
            }
        }
        return scaled;
    }

    static DMatrixRMaj matrix(double[] a, int rows, int columns) {
        return new DMatrixRMaj(rows, columns, true, a);
    }

    /** The symmetric part, times 2^exponent; throws where the two triangles differ by more than rounding. */
    public static double[] symmetricPart(double[] a, int n, int exponent) {
        double tolerance = SYMMETRY_TOLERANCE * largest(a);
        double[] symmetric = scaled(a, exponent);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < i; j++) {
                if (Math.abs(a[i * n + j] - a[j * n + i]) > tolerance) {
                    throw new IllegalArgumentException("a must be symmetric, but a[" + i + ", " + j + "] = "
                            + a[i * n + j] + " and a[" + j + ", " + i + "] = " + a[j * n + i]);
                }
                double mean = 0.5 * symmetric[i * n + j] + 0.5 * symmetric[j * n + i];
                symmetric[i * n + j] = mean;
                symmetric[j * n + i] = mean;
            }
        }
        return symmetric;
    }

    public static double[] transpose(double[] a, int rows, int columns) {
        double[] transposed = new double[a.length];
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                transposed[j * rows + i] = a[i * columns + j];
            }
        }
        return transposed;
    }
}
