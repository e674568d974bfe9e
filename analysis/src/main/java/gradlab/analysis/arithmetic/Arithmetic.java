package gradlab.analysis.arithmetic;

import java.math.BigInteger;
import java.util.Optional;
import org.hipparchus.fraction.BigFraction;

/**
 * A way of computing with real numbers: approximately in binary64, rigorously in intervals, or exactly where possible.
 * Every method throws {@link NoValueException}, undefined where the reals have no value, undecided where this
 * arithmetic cannot tell.
 *
 * @param <N> its numbers
 */
public interface Arithmetic<N> {

    /** A rational number, as closely as these numbers can hold it. */
    N of(BigFraction value);

    /** A number that was measured or stored in binary64; infinite allowed, NaN has no value. */
    N ofDouble(double value);

    /** The ratio of the circumference to the diameter. */
    N pi();

    /** The base of the natural logarithm. */
    N e();

    /** Sum. */
    N add(N a, N b);

    /** Difference. */
    N subtract(N a, N b);

    /** Product. */
    N multiply(N a, N b);

    /** Quotient; undefined for b = 0. */
    N divide(N a, N b);

    /** Negative. */
    N negate(N a);

    /** Absolute value. */
    N abs(N a);

    /** The smaller. */
    N min(N a, N b);

    /** The larger. */
    N max(N a, N b);

    /** The largest integer not above. */
    N floor(N a);

    /** The smallest integer not below. */
    N ceil(N a);

    /** Square root; undefined below 0. */
    N sqrt(N a);

    /** a * a, with the dependency known. */
    N square(N a);

    /** a^k for an integer k; undefined for 0^0 and 0 to a negative power. */
    N power(N a, int k);

    /** a^b for b not known to be an integer; undefined for a negative base. */
    N power(N a, N b);

    /**
     * a/sqrt(share a^2 + rest) for a share and a rest not below 0, with the dependency known: it rises with a. Undefined where
     * there is nothing under the root.
     */
    default N overRoot(N a, N share, N rest) {
        return divide(a, sqrt(add(multiply(share, square(a)), rest)));
    }

    /** One number that was found in two ways, as sharply as both together tell. */
    default N sharper(N a, N b) {
        return a;
    }

    /** An elementary function. */
    N apply(Transcendental function, N a);

    /** Whether a < b. */
    Truth less(N a, N b);

    /** Whether a <= b. */
    Truth lessOrEqual(N a, N b);

    /** Whether a = b. */
    Truth equal(N a, N b);

    /** The integer that a certainly is, if it is one. */
    Optional<BigInteger> integer(N a);

    /** The number nearest to a that binary64 has, for display and for margins; it decides nothing. */
    double approximate(N a);

    /** What can be computed of a matrix of these numbers. */
    MatrixArithmetic<N> matrices();

    /** Whether a = 0. */
    default Truth isZero(N a) {
        return equal(a, zero());
    }

    /**
     * 1 where a > 0 and 0 where a < 0, for a number that varies and is almost surely not 0; empty where comparisons have
     * to tell.
     */
    default Optional<N> step(N a) {
        return Optional.empty();
    }

    /** 0. */
    default N zero() {
        return of(BigFraction.ZERO);
    }

    /** 1. */
    default N one() {
        return of(BigFraction.ONE);
    }

    /** A whole number. */
    default N of(long value) {
        return of(new BigFraction(value));
    }
}
