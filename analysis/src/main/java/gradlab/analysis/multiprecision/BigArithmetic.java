package gradlab.analysis.multiprecision;

import gradlab.analysis.arithmetic.Arithmetic;
import gradlab.analysis.arithmetic.Definedness;
import gradlab.analysis.arithmetic.MatrixArithmetic;
import gradlab.analysis.arithmetic.NoValueException;
import gradlab.analysis.arithmetic.Transcendental;
import gradlab.analysis.arithmetic.Truth;
import gradlab.analysis.exact.Binary64;
import java.math.BigInteger;
import java.util.Optional;
import java.util.function.Supplier;
import org.hipparchus.fraction.BigFraction;

/**
 * Computing with enclosures of {@value BigFloat#PRECISION} bits and nearly unbounded exponents: for what the intervals of binary64
 * leave open by a hair, or by overflow. Some thousand times slower, so an instance has a budget, counted in operations and never
 * in seconds, beyond which everything is undecided. One instance serves one evaluation and is not thread-safe.
 */
public final class BigArithmetic implements Arithmetic<BigInterval> {
    /** A few hundredths of a second. */
    private static final long MOST_OPERATIONS = 30_000;

    /** Elementary functions take about so many operations. */
    private static final int SERIES = 100;

    private long operations;

    /** Counts operations before they are done. */
    void spend(long count) {
        operations += count;
        if (operations > MOST_OPERATIONS) {
            throw NoValueException.undecided("more operations on many digits than an evaluation may take");
        }
    }

    private <T> T counted(int count, Supplier<T> operation) {
        spend(count);
        return operation.get();
    }

    @Override
    public BigInterval of(BigFraction value) {
        spend(1);
        BigFloat low = quotient(value, false);
        BigFloat high = quotient(value, true);
        return new BigInterval(low, high);
    }

    private static BigFloat quotient(BigFraction value, boolean up) {
        BigInteger above = value.getNumerator();
        BigInteger below = value.getDenominator();
        int shift = Math.max(0, 2 * BigFloat.PRECISION + below.bitLength() - above.bitLength());
        BigInteger[] parts = above.shiftLeft(shift).divideAndRemainder(below);
        boolean exact = parts[1].signum() == 0;
        // Truncation went towards 0; one unit far below the last bit goes back to the side asked for.
        int step = exact || (above.signum() < 0) == up ? 0 : up ? 1 : -1;
        return BigFloat.rounded(parts[0].add(BigInteger.valueOf(step)), -shift, up);
    }

    @Override
    public BigInterval ofDouble(double value) {
        if (!Double.isFinite(value)) {
            throw NoValueException.undecided("a measured value that is not finite");
        }
        return of(Binary64.exact(value));
    }

    @Override
    public BigInterval pi() {
        return BigElementary.PI;
    }

    @Override
    public BigInterval e() {
        return BigElementary.exp(BigInterval.ONE);
    }

    @Override
    public BigInterval add(BigInterval a, BigInterval b) {
        return counted(1, () -> a.add(b));
    }

    @Override
    public BigInterval subtract(BigInterval a, BigInterval b) {
        return counted(1, () -> a.subtract(b));
    }

    @Override
    public BigInterval multiply(BigInterval a, BigInterval b) {
        return counted(1, () -> a.multiply(b));
    }

    @Override
    public BigInterval divide(BigInterval a, BigInterval b) {
        Definedness.divisor(b.containsZero(), b.isPoint());
        return counted(1, () -> a.divide(b));
    }

    @Override
    public BigInterval negate(BigInterval a) {
        return a.negate();
    }

    @Override
    public BigInterval abs(BigInterval a) {
        return a.abs();
    }

    @Override
    public BigInterval min(BigInterval a, BigInterval b) {
        return a.min(b);
    }

    @Override
    public BigInterval max(BigInterval a, BigInterval b) {
        return a.max(b);
    }

    @Override
    public BigInterval floor(BigInterval a) {
        return new BigInterval(floor(a.low()), floor(a.high()));
    }

    private static BigFloat floor(BigFloat a) {
        return BigFloat.rounded(a.floor(), 0, false);
    }

    @Override
    public BigInterval ceil(BigInterval a) {
        return floor(a.negate()).negate();
    }

    @Override
    public BigInterval sqrt(BigInterval a) {
        Definedness.radicand(a.low().signum() < 0, a.high().signum() < 0);
        return counted(2, a::sqrt);
    }

    @Override
    public BigInterval square(BigInterval a) {
        return counted(1, a::square);
    }

    @Override
    public BigInterval power(BigInterval a, int k) {
        Definedness.base(k <= 0 && a.containsZero(), a.isPoint());
        spend(Integer.SIZE);
        BigInterval power = a.power(Math.abs((long) k));
        return k < 0 ? BigInterval.ONE.divide(power) : power;
    }

    @Override
    public BigInterval power(BigInterval a, BigInterval b) {
        Definedness.positiveBase(
                a.low().signum() <= 0, a.high().signum() < 0 && integer(b).isEmpty() && b.isPoint());
        return counted(2 * SERIES, () -> BigElementary.exp(b.multiply(BigElementary.log(a))));
    }

    @Override
    public BigInterval sharper(BigInterval a, BigInterval b) {
        return a.intersect(b);
    }

    @Override
    public BigInterval apply(Transcendental function, BigInterval a) {
        return counted(SERIES, () -> BigUnits.apply(function, a));
    }

    @Override
    public Truth less(BigInterval a, BigInterval b) {
        return a.high().compareTo(b.low()) < 0
                ? Truth.TRUE
                : b.high().compareTo(a.low()) <= 0 ? Truth.FALSE : Truth.UNDECIDED;
    }

    @Override
    public Truth lessOrEqual(BigInterval a, BigInterval b) {
        return less(b, a).not();
    }

    @Override
    public Truth equal(BigInterval a, BigInterval b) {
        if (a.isPoint() && b.isPoint()) {
            return Truth.of(a.equals(b));
        }
        return less(a, b) == Truth.TRUE || less(b, a) == Truth.TRUE ? Truth.FALSE : Truth.UNDECIDED;
    }

    @Override
    public Optional<BigInteger> integer(BigInterval a) {
        boolean whole = a.isPoint() && a.low().exponent() >= 0;
        return whole ? Optional.of(a.low().floor()) : Optional.empty();
    }

    @Override
    public MatrixArithmetic<BigInterval> matrices() {
        return new BigMatrices(this);
    }

    @Override
    public double approximate(BigInterval a) {
        return a.midpoint().doubleValue();
    }
}
