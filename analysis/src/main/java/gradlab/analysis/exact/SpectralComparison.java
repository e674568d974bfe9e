package gradlab.analysis.exact;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
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
     * The sign of ‖A‖₂ - c, by simple bounds where these are enough (of any order), otherwise by elimination. An empty
     * matrix has norm 0; a negative c is below every norm.
     */
    public static OptionalInt norm(ExactMatrix a, Surd c) {
        if (c.signum() < 0) {
            return OptionalInt.of(1);
        }
        if (a.isZero() || c.signum() == 0) {
            return OptionalInt.of(a.isZero() ? -c.signum() : 1);
        }
        if (!WorkBound.admitsNumber(c) || !WorkBound.admitsNumber(a.scale())) {
            return OptionalInt.empty();
        }
        OptionalInt bounded = byBounds(a, c);
        Optional<BigInteger[][]> difference = bounded.isPresent() ? Optional.empty() : difference(a, c);
        if (difference.isEmpty()) {
            return bounded;
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
     * The sign of ‖A‖₂ - ‖B‖₂ where one of the norms is a surd, where B is A, -A or the transpose of one of them, or where A'A
     * or AA' is B'B or BB'; empty otherwise.
     */
    public static OptionalInt norms(ExactMatrix a, ExactMatrix b) {
        if (sameUpToSign(a, b) || sameUpToSign(a, b.transpose()) || haveCommonSquare(a, b)) {
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

    /** The longest row or column is no longer than ‖A‖₂, and ‖A‖₂² is at most ‖A‖F² and ‖A‖₁ ‖A‖∞. */
    private static OptionalInt byBounds(ExactMatrix a, Surd c) {
        Surd square = Surd.of(c.divide(a.scale()).square());
        BigInteger[] rows = squaredLengths(a.integers());
        BigInteger[] columns = squaredLengths(a.transpose().integers());
        BigInteger longest = Arrays.stream(rows).reduce(BigInteger.ZERO, BigInteger::max);
        longest = Arrays.stream(columns).reduce(longest, BigInteger::max);
        if (longest.compareTo(square.floor()) > 0) {
            return OptionalInt.of(1);
        }
        BigInteger total = Arrays.stream(rows).reduce(BigInteger.ZERO, BigInteger::add);
        boolean below = total.compareTo(square.ceil()) < 0
                || a.norm1().multiply(a.norminf()).compareTo(c.multiply(c)) < 0;
        return below ? OptionalInt.of(-1) : OptionalInt.empty();
    }

    private static BigInteger[] squaredLengths(BigInteger[][] rows) {
        return Arrays.stream(rows)
                .map(row -> Arrays.stream(row).map(x -> x.multiply(x)).reduce(BigInteger.ZERO, BigInteger::add))
                .toArray(BigInteger[]::new);
    }

    /** Whether one of A'A and AA' is one of B'B and BB', as for A = Q B with Q orthogonal. */
    private static boolean haveCommonSquare(ExactMatrix a, ExactMatrix b) {
        List<ExactMatrix> squares = squares(a);
        return squares(b).stream().anyMatch(squares::contains);
    }

    private static List<ExactMatrix> squares(ExactMatrix a) {
        ExactMatrix transpose = a.transpose();
        return Stream.of(transpose.multiply(a), a.multiply(transpose))
                .flatMap(Optional::stream)
                .toList();
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
        if (!WorkBound.admitsGram(a) || !WorkBound.admitsNumber(c) || !WorkBound.admitsNumber(a.scale())) {
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
