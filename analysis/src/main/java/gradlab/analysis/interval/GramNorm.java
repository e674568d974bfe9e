package gradlab.analysis.interval;

import static gradlab.analysis.interval.Rounding.addDown;
import static gradlab.analysis.interval.Rounding.addUp;
import static gradlab.analysis.interval.Rounding.multiplyDown;
import static gradlab.analysis.interval.Rounding.multiplyUp;

/**
 * Rigorous bounds of the spectral norm of a point matrix W with short rows of moderate size.
 *
 * <p>Upper bound (a certificate of the kind of rump2006, checked after the fact instead of by an a-priori bound): border
 * W' below by the transpose of an approximate Cholesky factor L of t I - W W', t slightly above the largest eigenvalue of W
 * W'. For S = [W'; L'], ‖W‖² <= ‖S‖² = ‖S'S‖ <= ‖S'S‖_inf, whatever the rounding errors in L; S'S is close to t I, so little
 * is lost. Its entries are inner products of doubled precision with proved error bounds ({@link AccurateDot}).
 *
 * <p>Lower bound: ‖W'v‖/‖v‖ for an approximate leading vector v of W W' found by inverse iteration with the same factor.
 *
 * <p>Rows must have entries of magnitude at most 2; cost about p² (k + p) times a small number for p rows of length k.
 */
final class GramNorm {
    private static final int ROUNDS = 40;
    /** Relative slack at which a failure of Cholesky may be one of rounding, so that a finer one is not tried again. */
    private static final double ROUNDING_LEVEL = 1e-12;

    private static final double GROWTH = 32;
    private static final double SHRINKAGE = 1.0 / 64;

    private GramNorm() {}

    static Interval of(double[][] rows) {
        double[][] gram = gram(rows);
        LeadingVector leading = LeadingVector.byPowers(gram);
        double finest = 0x1p-52 * (8 + rows.length / 4.0);
        double target = finest;
        double slack = Math.max(target, leading.slack());
        double[][] best = new double[rows.length][0];
        double bestSlack = Double.POSITIVE_INFINITY;
        for (int round = 0; round < ROUNDS && bestSlack > target; round++) {
            double[][] factor = CholeskyRows.of(gram, leading.value() * (1 + slack));
            if (factor.length == 0) {
                target = slack <= ROUNDING_LEVEL ? 2 * slack : target;
                slack *= GROWTH;
            } else {
                best = factor;
                bestSlack = slack;
                leading = leading.refined(gram, factor);
                target = slack > ROUNDING_LEVEL ? finest : target;
                slack = Math.max(target, Math.min(slack * SHRINKAGE, leading.slack()));
            }
        }
        return Interval.of(lower(rows, leading.vector()), Rounding.sqrtUp(stackedRowSum(rows, best)));
    }

    private static double[][] gram(double[][] rows) {
        double[][] gram = new double[rows.length][rows.length];
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j <= i; j++) {
                gram[i][j] = AccurateDot.of(rows[i], rows[j], rows[i].length);
                gram[j][i] = gram[i][j];
            }
        }
        return gram;
    }

    /** An upper bound of ‖S'S‖_inf, +infinity should anything have overflowed. */
    private static double stackedRowSum(double[][] rows, double[][] factor) {
        int p = rows.length;
        double[][] stacked = new double[p][];
        double[] norms = new double[p];
        double[] sums = new double[p];
        for (int i = 0; i < p; i++) {
            stacked[i] = concatenate(rows[i], factor[i]);
            norms[i] = norm(stacked[i]);
            for (int j = 0; j <= i; j++) {
                int length = stacked[j].length;
                double value = AccurateDot.of(stacked[i], stacked[j], length);
                double error = AccurateDot.error(value, length, multiplyUp(norms[i], norms[j]));
                double magnitude = addUp(Math.abs(value), error);
                sums[i] = addUp(sums[i], magnitude);
                sums[j] = i == j ? sums[j] : addUp(sums[j], magnitude);
            }
        }
        double largest = EntrywiseBounds.largestRowSum(sums, p, 1);
        return largest <= Double.MAX_VALUE ? largest : Double.POSITIVE_INFINITY;
    }

    private static double[] concatenate(double[] first, double[] second) {
        double[] both = new double[first.length + second.length];
        System.arraycopy(first, 0, both, 0, first.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    /** An upper bound of the 2-norm. */
    private static double norm(double[] x) {
        double squares = 0;
        for (double entry : x) {
            squares = addUp(squares, multiplyUp(entry, entry));
        }
        return Rounding.sqrtUp(squares);
    }

    private static double lower(double[][] rows, double[] v) {
        double squares = 0;
        double[] column = new double[rows.length];
        for (int k = 0; k < rows[0].length; k++) {
            for (int i = 0; i < rows.length; i++) {
                column[i] = rows[i][k];
            }
            double least = AccurateDot.enclose(column, v, rows.length).mignitude();
            squares = addDown(squares, multiplyDown(least, least));
        }
        double length = norm(v);
        return length > 0 ? Rounding.divideDown(Rounding.sqrtDown(squares), length) : 0;
    }
}
