package gradlab.analysis.multiprecision;

import gradlab.analysis.arithmetic.Matrix;
import gradlab.analysis.arithmetic.NoValueException;
import gradlab.analysis.backend.DecompositionException;
import gradlab.analysis.backend.DenseKernels;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * One-sided Jacobi rotations: turns pairs of columns of W = A V, and of V with them, until all are orthogonal to nearly full
 * precision (demmelveselic1992). It starts from the directions that binary64 finds, so that two or three sweeps, each of which
 * doubles the digits, are enough. Roundings are not tracked: what is made of V does not rely on them.
 */
final class JacobiRotations {
    private static final int MOST_SWEEPS = 12;
    /** Columns whose cosine is below 2^-180 count as orthogonal. */
    private static final int ORTHOGONAL = BigFloat.PRECISION - 12;
    /** An operation on points takes about a quarter of one on intervals. */
    private static final int SHARE = 4;

    private final int n;
    private final BigFloat[][] v;
    private final BigFloat[][] w;
    private final BigArithmetic numbers;

    JacobiRotations(BigArithmetic numbers, Matrix<BigInterval> a) {
        this.numbers = numbers;
        this.n = a.columns();
        BigFloat[][] rows = new BigFloat[a.rows()][n];
        for (int i = 0; i < a.rows(); i++) {
            for (int j = 0; j < n; j++) {
                rows[i][j] = a.get(i, j).midpoint();
            }
        }
        numbers.spend((long) n * n * (a.rows() + 2L * n) / SHARE);
        this.v = directions(rows, n);
        orthonormalise(v);
        this.w = new BigFloat[n][a.rows()];
        for (int j = 0; j < n; j++) {
            for (int i = 0; i < a.rows(); i++) {
                w[j][i] = dot(rows[i], v[j]);
            }
        }
    }

    /** The right singular vectors in binary64, or the axes where it finds none. */
    private static BigFloat[][] directions(BigFloat[][] rows, int n) {
        BigFloat[][] v = new BigFloat[n][n];
        double[] found = inBinary64(rows, n);
        for (int j = 0; j < n; j++) {
            for (int i = 0; i < n; i++) {
                double entry = found.length == 0 ? (i == j ? 1 : 0) : found[i * n + j];
                v[j][i] = ofDouble(entry);
            }
        }
        return v;
    }

    /** By Gram and Schmidt, one column after the other: for columns that are nearly orthonormal as it is. */
    private static void orthonormalise(BigFloat[][] columns) {
        for (int j = 0; j < columns.length; j++) {
            BigFloat[] column = columns[j];
            for (int k = 0; k < j; k++) {
                subtract(column, columns[k], dot(column, columns[k]));
            }
            BigFloat norm = dot(column, column).sqrt(false);
            if (norm.signum() == 0) {
                throw NoValueException.undecided("singular values whose directions were not found");
            }
            for (int i = 0; i < column.length; i++) {
                column[i] = column[i].divide(norm, false);
            }
        }
    }

    private static void subtract(BigFloat[] x, BigFloat[] y, BigFloat factor) {
        for (int i = 0; i < x.length; i++) {
            x[i] = x[i].add(factor.multiply(y[i], false).negate(), false);
        }
    }

    private static double[] inBinary64(BigFloat[][] rows, int n) {
        long top = Long.MIN_VALUE;
        for (BigFloat[] row : rows) {
            for (BigFloat entry : row) {
                top = entry.signum() == 0 ? top : Math.max(top, entry.top());
            }
        }
        double[] a = new double[rows.length * n];
        for (int k = 0; k < a.length; k++) {
            BigFloat entry = rows[k / n][k % n];
            a[k] = entry.signum() == 0 ? 0 : entry.scaled(-top).doubleValue();
        }
        try {
            return DenseKernels.svd(a, rows.length, n).v().toArray();
        } catch (DecompositionException e) {
            return new double[0];
        }
    }

    private static BigFloat ofDouble(double x) {
        int exponent = Math.max(Math.getExponent(x), Double.MIN_EXPONENT) - 52;
        return BigFloat.of((long) Math.scalb(x, -exponent)).scaled(exponent);
    }

    /** The columns of V, as exact numbers. */
    List<List<BigInterval>> columns() {
        boolean turned = true;
        for (int sweep = 0; turned && sweep < MOST_SWEEPS; sweep++) {
            turned = false;
            for (int p = 0; p < n; p++) {
                for (int q = p + 1; q < n; q++) {
                    turned |= turn(p, q);
                }
            }
        }
        List<List<BigInterval>> columns = new ArrayList<>();
        for (BigFloat[] column : v) {
            columns.add(IntStream.range(0, n)
                    .mapToObj(i -> BigInterval.of(column[i]))
                    .toList());
        }
        return columns;
    }

    /** Makes two columns orthogonal; false if they were. */
    private boolean turn(int p, int q) {
        numbers.spend((3L * w[p].length) / SHARE + 1);
        BigFloat cosine = dot(w[p], w[q]);
        BigFloat first = dot(w[p], w[p]);
        BigFloat second = dot(w[q], w[q]);
        boolean zero = cosine.signum() == 0 || first.signum() == 0 || second.signum() == 0;
        if (zero || 2 * cosine.top() < first.top() + second.top() - 2 * ORTHOGONAL) {
            return false;
        }
        numbers.spend((4L * (w[p].length + n)) / SHARE + 1);
        BigFloat ratio = second.add(first.negate(), false).divide(cosine.scaled(1), false);
        BigFloat size = ratio.abs();
        BigFloat tangent = BigFloat.ONE.divide(
                size.add(size.multiply(size, false).add(BigFloat.ONE, false).sqrt(false), false), false);
        tangent = ratio.signum() < 0 ? tangent.negate() : tangent;
        BigFloat c = BigFloat.ONE.divide(
                tangent.multiply(tangent, false).add(BigFloat.ONE, false).sqrt(false), false);
        rotate(w[p], w[q], c, c.multiply(tangent, false));
        rotate(v[p], v[q], c, c.multiply(tangent, false));
        return true;
    }

    private static void rotate(BigFloat[] x, BigFloat[] y, BigFloat c, BigFloat s) {
        for (int i = 0; i < x.length; i++) {
            BigFloat a = x[i];
            BigFloat b = y[i];
            x[i] = c.multiply(a, false).add(s.multiply(b, false).negate(), false);
            y[i] = s.multiply(a, false).add(c.multiply(b, false), false);
        }
    }

    private static BigFloat dot(BigFloat[] x, BigFloat[] y) {
        BigFloat sum = BigFloat.ZERO;
        for (int i = 0; i < x.length; i++) {
            sum = sum.add(x[i].multiply(y[i], false), false);
        }
        return sum;
    }
}
