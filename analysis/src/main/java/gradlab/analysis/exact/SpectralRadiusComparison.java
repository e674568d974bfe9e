package gradlab.analysis.exact;

import java.math.BigInteger;
import java.util.Optional;
import java.util.OptionalInt;
import org.hipparchus.fraction.BigFraction;

/**
 * The exact sign of ρ(A) - c, ρ the spectral radius. Settled by ρ itself where {@link ExactSpectrum#spectralRadius} has
 * it, by ρ ≤ min(‖A‖₁, ‖A‖∞) and n ρ ≥ |tr A| where these are enough, and up to order 12 by the Schur-Cohn form of the
 * characteristic polynomial, ties included.
 */
public final class SpectralRadiusComparison {
    /** Largest order for the characteristic polynomial: its coefficients are n times as long as the entries. */
    public static final int MAX_ORDER = 12;

    private SpectralRadiusComparison() {}

    /**
     * The sign of ρ(A) - c; empty when no test settles it or {@link WorkBound} is met. A 0 × 0 matrix has ρ = 0; a
     * negative c is below every ρ.
     *
     * @throws IllegalArgumentException if the matrix is not square
     */
    public static OptionalInt compare(ExactMatrix a, Surd c) {
        int n = a.requireSquare();
        if (c.signum() < 0) {
            return OptionalInt.of(1);
        }
        Optional<Surd> radius = ExactSpectrum.spectralRadius(a);
        if (radius.isPresent()) {
            return OptionalInt.of(Integer.signum(radius.get().compareTo(c)));
        }
        if (a.norminf().compareTo(c) < 0 || a.norm1().compareTo(c) < 0) {
            return OptionalInt.of(-1);
        }
        if (a.trace().abs().compareTo(c.multiply(Surd.of(n))) > 0) {
            return OptionalInt.of(1);
        }
        return c.signum() == 0 ? compareWithZero(a) : byPolynomial(a, c.divide(a.scale()));
    }

    private static OptionalInt compareWithZero(ExactMatrix a) {
        return a.isNilpotent()
                .map(nilpotent -> OptionalInt.of(nilpotent ? 0 : 1))
                .orElse(OptionalInt.empty());
    }

    /** ρ(M) against c > 0, or, when c is irrational, ρ(M²) = ρ(M)² against c². */
    private static OptionalInt byPolynomial(ExactMatrix a, Surd c) {
        BigInteger[][] m = a.integers();
        int n = m.length;
        int bits = IntegerMatrix.bits(m);
        // Coefficients have about n times the bits of an entry and of c; entries of the form twice that.
        int longest = 4 * n * (bits + c.bitLength() + n);
        if (n > MAX_ORDER || !WorkBound.admitsElimination(n, n, longest)) {
            return OptionalInt.empty();
        }
        Optional<BigFraction> rational = c.rational();
        BigInteger[][] power = rational.isPresent() ? m : IntegerMatrix.multiply(m, m, n);
        BigFraction bound = rational.orElseGet(c::square);
        IntegerPolynomial stretched =
                IntegerPolynomial.characteristic(power).stretched(bound.getNumerator(), bound.getDenominator());
        return OptionalInt.of(SchurCohn.compareWithUnitCircle(stretched));
    }
}
