package gradlab.dynamics.signal;

import java.util.Optional;
import org.hipparchus.special.Gamma;

/**
 * What a finite width n does to the squared gradient of a piecewise linear network with Gaussian weights, a layer.
 *
 * <p>A layer multiplies it by {@code (sigma_w²/n) sum d_i² xi_i²}: slopes d_i, independent of the rest by the symmetry of the
 * weights, and standard normal xi_i (haninnica2020, hanin2018). The mean is chi_1 at any width. The logarithm is what a typical
 * network shows: its mean is lower by about {@code b/2} and its variance is about {@code b = (3 k - 1)/n} with
 * {@code k = E d⁴/(E d²)²}: 5/n for ReLU, 2/n for lines. For these two the sums over chi-squared laws are exact here, given for ReLU
 * that a unit is alive. Not implemented: corrections for curved phi, whose slopes follow the fluctuating variance, and of the
 * variance and the correlation.
 *
 * @param meanLog the mean of the logarithm of the factor less ln chi_1: negative
 * @param varianceLog its variance
 * @param exact whether these are exact for the width, or first order in 1/n
 */
public record FiniteWidth(double meanLog, double varianceLog, boolean exact) {

    /** The correction for this function at this width, if it is piecewise linear. */
    public static Optional<FiniteWidth> of(Nonlinearity phi, int width) {
        if (width < 1) {
            throw new IllegalArgumentException("width must be at least 1, was " + width);
        }
        if (!phi.homogeneous()) {
            return Optional.empty();
        }
        TwoSlopes slopes = phi.farOut();
        if (slopes.isLine()) {
            return Optional.of(new FiniteWidth(
                    StrictMath.log(2.0 / width) + Gamma.digamma(width / 2.0), Gamma.trigamma(width / 2.0), true));
        }
        if (slopes.left() == 0) {
            return Optional.of(rectified(width));
        }
        double square = slopes.meanSquare();
        double fourth = (StrictMath.pow(slopes.left(), 4) + StrictMath.pow(slopes.right(), 4)) / 2;
        double b = (3 * fourth / (square * square) - 1) / width;
        return Optional.of(new FiniteWidth(-b / 2, b, false));
    }

    /** k of n units are alive with probability C(n, k)/2^n; the factor is then 2/n times a chi-squared number of k degrees. */
    private static FiniteWidth rectified(int n) {
        double mass = 0;
        double mean = 0;
        double square = 0;
        for (int k = 1; k <= n; k++) {
            double weight = StrictMath.exp(Gamma.logGamma(n + 1.0)
                    - Gamma.logGamma(k + 1.0)
                    - Gamma.logGamma(n - k + 1.0)
                    - n * StrictMath.log(2));
            double log = StrictMath.log(4.0 / n) + Gamma.digamma(k / 2.0);
            mass += weight;
            mean += weight * log;
            square += weight * (log * log + Gamma.trigamma(k / 2.0));
        }
        mean /= mass;
        return new FiniteWidth(mean, square / mass - mean * mean, true);
    }
}
