package gradlab.analysis.multiprecision;

import java.util.stream.Stream;

/**
 * All real numbers from low to high. Every operation encloses the exact results for all numbers of its operands.
 *
 * @param low the smallest
 * @param high the largest
 */
public record BigInterval(BigFloat low, BigFloat high) {
    static final BigInterval ZERO = of(BigFloat.ZERO);
    static final BigInterval ONE = of(BigFloat.ONE);
    static final BigInterval TWO = of(BigFloat.of(2));

    /** Checks the order. */
    public BigInterval {
        if (low.compareTo(high) > 0) {
            throw new IllegalArgumentException("low must not be above high, was " + low + " above " + high);
        }
    }

    static BigInterval of(BigFloat point) {
        return new BigInterval(point, point);
    }

    static BigInterval of(long point) {
        return of(BigFloat.of(point));
    }

    boolean isPoint() {
        return low.equals(high);
    }

    boolean contains(BigFloat number) {
        return low.compareTo(number) <= 0 && number.compareTo(high) <= 0;
    }

    boolean containsZero() {
        return low.signum() <= 0 && high.signum() >= 0;
    }

    BigInterval negate() {
        return new BigInterval(high.negate(), low.negate());
    }

    BigInterval abs() {
        if (containsZero()) {
            return new BigInterval(BigFloat.ZERO, magnitude());
        }
        return low.signum() > 0 ? this : negate();
    }

    /** The largest modulus. */
    BigFloat magnitude() {
        return BigFloat.max(low.abs(), high.abs());
    }

    BigInterval add(BigInterval other) {
        return new BigInterval(low.add(other.low, false), high.add(other.high, true));
    }

    BigInterval subtract(BigInterval other) {
        return add(other.negate());
    }

    BigInterval multiply(BigInterval other) {
        if (isPoint() && other.isPoint()) {
            return new BigInterval(low.multiply(other.low, false), low.multiply(other.low, true));
        }
        return new BigInterval(
                products(other, false).reduce(BigFloat::min).orElseThrow(),
                products(other, true).reduce(BigFloat::max).orElseThrow());
    }

    private Stream<BigFloat> products(BigInterval other, boolean up) {
        return Stream.of(
                low.multiply(other.low, up),
                low.multiply(other.high, up),
                high.multiply(other.low, up),
                high.multiply(other.high, up));
    }

    /** Quotient by numbers that are not 0. */
    BigInterval divide(BigInterval other) {
        return new BigInterval(
                quotients(other, false).reduce(BigFloat::min).orElseThrow(),
                quotients(other, true).reduce(BigFloat::max).orElseThrow());
    }

    private Stream<BigFloat> quotients(BigInterval other, boolean up) {
        return Stream.of(
                low.divide(other.low, up),
                low.divide(other.high, up),
                high.divide(other.low, up),
                high.divide(other.high, up));
    }

    BigInterval square() {
        BigInterval modulus = abs();
        return new BigInterval(modulus.low.multiply(modulus.low, false), modulus.high.multiply(modulus.high, true));
    }

    /** Root of the numbers not below 0. */
    BigInterval sqrt() {
        return new BigInterval(BigFloat.max(low, BigFloat.ZERO).sqrt(false), high.sqrt(true));
    }

    /** x^k by repeated squaring, for k above 0. */
    BigInterval power(long k) {
        BigInterval result = ONE;
        BigInterval square = k % 2 == 0 ? abs() : this;
        for (long rest = k; rest > 0; rest >>= 1) {
            result = (rest & 1) == 1 ? result.multiply(square) : result;
            square = rest > 1 ? square.square() : square;
        }
        return result;
    }

    BigInterval scaled(long shift) {
        return new BigInterval(low.scaled(shift), high.scaled(shift));
    }

    BigInterval min(BigInterval other) {
        return new BigInterval(BigFloat.min(low, other.low), BigFloat.min(high, other.high));
    }

    BigInterval max(BigInterval other) {
        return new BigInterval(BigFloat.max(low, other.low), BigFloat.max(high, other.high));
    }

    BigInterval hull(BigInterval other) {
        return new BigInterval(BigFloat.min(low, other.low), BigFloat.max(high, other.high));
    }

    /** What two enclosures of the same number have in common. */
    BigInterval intersect(BigInterval other) {
        return new BigInterval(BigFloat.max(low, other.low), BigFloat.min(high, other.high));
    }

    /** All numbers within a distance of these. */
    BigInterval widened(BigFloat distance) {
        return new BigInterval(low.add(distance.negate(), false), high.add(distance, true));
    }

    BigFloat midpoint() {
        return low.add(high, false).scaled(-1);
    }
}
