package gradlab.analysis.exact;

import java.math.BigInteger;
import java.util.Optional;
import java.util.OptionalInt;
import org.hipparchus.fraction.BigFraction;

/**
 * Exact comparisons of spectral norms and singular values with surds. With A = σ M, M integer, and G the smaller of M'M
 * and MM': σ_i(A) > c if and only if at least i eigenvalues of G exceed (c/σ)² = p/q, and that number is the negative
 * inertia of p I - q G (Sylvester's law of inertia), as that of ties is its nullity. Answers are the sign of the left
 * side minus the right one; empty means beyond {@link WorkBound}.
 */
public final class SpectralComparison {
    private SpectralComparison() {}

    /**
     * The sign of ‖A‖₂ - c. An empty matrix has norm 0; a negative c is below every norm.
     */
    public static OptionalInt norm(ExactMatrix a, Surd c) {
        if (c.signum() < 0) {
            return OptionalInt.of(1);
        }
        if (a.isZero() || c.signum() == 0) {
            return OptionalInt.of(a.isZero() ? -c.signum() : 1);
        }
        Optional<BigInteger[][]> difference = difference(a, c);
        if (difference.isEmpty()) {
            return OptionalInt.empty();
        }
        OptionalInt nullity = Inertia.nullityIfSemidefinite(difference.get());
        return OptionalInt.of(nullity.isEmpty() ? 1 : nullity.getAsInt() > 0 ? 0 : -1);
    }

    /**
     * The sign of σ_i(A) - c, the i-th largest of the min(rows, columns) singular values.
     *
     * @throws IllegalArgumentException if i is not between 1 and min(rows, columns)
     */
    public static OptionalInt singularValue(ExactMatrix a, int i, Surd c) {
        requireIndex(a, i);
        if (c.signum() < 0) {
            return OptionalInt.of(1);
        }
        return difference(a, c)
                .map(Inertia::of)
                .map(inertia ->
                        OptionalInt.of(inertia.negative() >= i ? 1 : inertia.negative() + inertia.zero() >= i ? 0 : -1))
                .orElse(OptionalInt.empty());
    }

    /**
     * The sign of ‖A‖₂ - ‖B‖₂ where one of the norms is a surd, or where B is A, -A or the transpose of one of them; empty
     * otherwise.
     */
    public static OptionalInt norms(ExactMatrix a, ExactMatrix b) {
        if (sameUpToSign(a, b) || sameUpToSign(a, b.transpose())) {
            return OptionalInt.of(0);
        }
        Optional<Surd> right = ExactSpectrum.spectralNorm(b);
        if (right.isPresent()) {
            return norm(a, right.get());
        }
        OptionalInt reversed =
                ExactSpectrum.spectralNorm(a).map(left -> norm(b, left)).orElse(OptionalInt.empty());
        return reversed.isPresent() ? OptionalInt.of(-reversed.getAsInt()) : reversed;
    }

    private static boolean sameUpToSign(ExactMatrix a, ExactMatrix b) {
        return a.equals(b) || b.multiply(Surd.of(-1)).filter(a::equals).isPresent();
    }

    static void requireIndex(ExactMatrix a, int i) {
        int count = Math.min(a.rows(), a.columns());
        if (i < 1 || i > count) {
            throw new IllegalArgumentException("i must be between 1 and " + count + ", got " + i);
        }
    }

    /** A positive multiple of (c/σ)² I - G. */
    private static Optional<BigInteger[][]> difference(ExactMatrix a, Surd c) {
        if (!WorkBound.admitsGram(a)) {
            return Optional.empty();
        }
        BigFraction square = c.divide(a.scale()).square();
        BigInteger[][] gram = IntegerMatrix.gram(a.integers(), a.columns());
        BigInteger[][] difference = IntegerMatrix.shifted(square.getNumerator(), square.getDenominator(), gram);
        return WorkBound.admitsElimination(gram.length, gram.length, IntegerMatrix.bits(difference))
                ? Optional.of(difference)
                : Optional.empty();
    }
}
