package gradlab.analysis.arithmetic;

import gradlab.analysis.exact.ExactMatrix;
import gradlab.analysis.exact.SpectralPowers;
import gradlab.analysis.exact.Surd;
import gradlab.analysis.interval.Interval;
import java.util.Optional;

/** Powers and multiples of norms and spectral radii that are no surds, as those of other matrices. */
final class RealSpectra {
    private RealSpectra() {}

    /** a^k for k of at least 1, where a is the norm or spectral radius of a matrix that is known exactly. */
    static Optional<Real> power(Real a, int k) {
        if (k < 1) {
            return Optional.empty();
        }
        if (a instanceof Real.NormOf norm) {
            return SpectralPowers.ofNorm(norm.matrix(), k).map(m -> new Real.NormOf(m, powered(norm.enclosure(), k)));
        }
        return a instanceof Real.RadiusOf radius
                ? SpectralPowers.ofRadius(radius.matrix(), k)
                        .map(m -> new Real.RadiusOf(m, powered(radius.enclosure(), k)))
                : Optional.empty();
    }

    private static Interval powered(Interval enclosure, int k) {
        return IntervalArithmetic.INTERVALS.power(enclosure, k);
    }

    /** The product, where one is such a number and the other is exact and not negative. */
    static Optional<Real> product(Real a, Real b) {
        return b instanceof Real.Exact exact
                ? scaled(a, exact.value())
                : a instanceof Real.Exact ? product(b, a) : Optional.empty();
    }

    /** The quotient of such a number by an exact one above 0. */
    static Optional<Real> quotient(Real a, Real b) {
        return b instanceof Real.Exact exact && exact.value().signum() > 0 && isSpectral(a)
                ? scaled(a, Surd.ONE.divide(exact.value()))
                : Optional.empty();
    }

    private static Optional<Real> scaled(Real a, Surd c) {
        if (c.signum() < 0 || !isSpectral(a)) {
            return Optional.empty();
        }
        Interval enclosure = a.enclosure().multiply(new Interval(c.lower(), c.upper()));
        return matrix(a)
                .multiply(c)
                .map(m -> a instanceof Real.NormOf ? new Real.NormOf(m, enclosure) : new Real.RadiusOf(m, enclosure));
    }

    private static boolean isSpectral(Real a) {
        return a instanceof Real.NormOf || a instanceof Real.RadiusOf;
    }

    private static ExactMatrix matrix(Real a) {
        return a instanceof Real.NormOf norm ? norm.matrix() : ((Real.RadiusOf) a).matrix();
    }

    /** Whether a is surely not below b: the norm of a matrix and its spectral radius. */
    static boolean dominates(Real a, Real b) {
        return a instanceof Real.NormOf norm
                && b instanceof Real.RadiusOf radius
                && norm.matrix().equals(radius.matrix());
    }
}
