package gradlab.dynamics.feedback;

import gradlab.analysis.backend.DenseBackend;
import gradlab.analysis.operator.DenseMatrix;
import gradlab.analysis.operator.Vector;
import gradlab.analysis.spectrum.Euclidean;
import gradlab.analysis.spectrum.SpectralNorm;
import java.util.Arrays;

/**
 * A product of square matrices as {@code P 2^exponent} with largest entry of P in [1, 2), so that a long product neither
 * overflows nor vanishes before it is zero. Nobody changes the entries.
 */
final class ScaledPower {
    private static final SpectralNorm NORM =
            SpectralNorm.withDefaults().withRelativeTolerance(1e-9).withMaxSteps(150);
    private static final double LOG_TWO = StrictMath.log(2);

    private final double[] entries;
    private final long exponent;
    private final int n;

    private ScaledPower(double[] entries, long exponent, int n) {
        this.entries = entries;
        this.exponent = exponent;
        this.n = n;
    }

    static ScaledPower of(DenseMatrix matrix) {
        return scaled(matrix.toArray(), 0, matrix.rows());
    }

    static ScaledPower identity(int n) {
        return of(DenseMatrix.identity(n));
    }

    private static ScaledPower scaled(double[] entries, long exponent, int n) {
        double largest = 0;
        for (double entry : entries) {
            largest = Math.max(largest, Math.abs(entry));
        }
        if (largest == 0) {
            return new ScaledPower(entries, 0, n);
        }
        int shift = Math.getExponent(largest);
        return new ScaledPower(
                Arrays.stream(entries)
                        .map(entry -> Math.scalb(Math.scalb(entry, -shift / 2), -(shift - shift / 2)))
                        .toArray(),
                exponent + shift,
                n);
    }

    /** This times another. */
    ScaledPower times(ScaledPower other, DenseBackend backend) {
        return scaled(backend.multiply(entries, other.entries, n, n, n), exponent + other.exponent, n);
    }

    /** An upper bound of the logarithm of the norm, by Frobenius. */
    double logFrobenius() {
        return StrictMath.log(Euclidean.norm(entries)) + exponent * LOG_TWO;
    }

    /** The natural logarithm of the norm; minus infinity of zero. */
    double logNorm() {
        return isZero()
                ? Double.NEGATIVE_INFINITY
                : StrictMath.log(NORM.of(matrix()).value()) + exponent * LOG_TWO;
    }

    /** The unit vector that is stretched the most. */
    Vector mostStretched() {
        return NORM.mostStretched(matrix());
    }

    private DenseMatrix matrix() {
        return DenseMatrix.of(n, n, entries);
    }

    boolean isZero() {
        return Arrays.stream(entries).allMatch(entry -> entry == 0);
    }
}
