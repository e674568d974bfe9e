package gradlab.analysis.exact;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Optional;
import org.hipparchus.fraction.BigFraction;

/** The cases of {@link ExactSpectrum#spectralRadius}, on the integers M of A = σ M. */
final class SpectralRadius {
    private SpectralRadius() {}

    static Optional<Surd> of(ExactMatrix a) {
        int n = a.requireSquare();
        if (a.isTriangular()) {
            return Optional.of(largestOnDiagonal(a));
        }
        if (n == 2) {
            return ofOrderTwo(a.integers()).map(a.scale()::multiply);
        }
        if (hasConstantRowSums(a)) {
            return Optional.of(a.norminf());
        }
        if (hasConstantRowSums(a.transpose())) {
            return Optional.of(a.norm1());
        }
        if (n <= WorkBound.MAX_SIZE && isNormal(a)) {
            return ExactSpectrum.spectralNorm(a);
        }
        return a.isNilpotent().filter(nilpotent -> nilpotent).map(nilpotent -> Surd.ZERO);
    }

    private static Surd largestOnDiagonal(ExactMatrix a) {
        Surd largest = Surd.ZERO;
        for (int i = 0; i < a.rows(); i++) {
            Surd entry = a.entry(i, i).abs();
            largest = entry.compareTo(largest) > 0 ? entry : largest;
        }
        return largest;
    }

    /** With trace t and D = t² - 4 det: sqrt(det) for a complex pair (D < 0), otherwise (|t| + sqrt(D))/2, no surd unless t = 0 or D is a square. */
    private static Optional<Surd> ofOrderTwo(BigInteger[][] m) {
        BigInteger determinant = m[0][0].multiply(m[1][1]).subtract(m[0][1].multiply(m[1][0]));
        BigInteger trace = IntegerMatrix.trace(m);
        BigInteger discriminant = trace.pow(2).subtract(determinant.shiftLeft(2));
        if (discriminant.signum() < 0) {
            return Optional.of(Surd.sqrt(new BigFraction(determinant)));
        }
        if (trace.signum() == 0) {
            return Optional.of(Surd.sqrt(new BigFraction(determinant.negate())));
        }
        return SquarePart.exactRoot(discriminant)
                .map(root -> Surd.of(new BigFraction(trace.abs().add(root), BigInteger.TWO)));
    }

    /** Whether A 1 = ±‖A‖∞ 1: then ρ(A) is at least ‖A‖∞, and never above it. */
    private static boolean hasConstantRowSums(ExactMatrix a) {
        BigInteger[] sums = Arrays.stream(a.integers())
                .map(row -> Arrays.stream(row).reduce(BigInteger.ZERO, BigInteger::add))
                .toArray(BigInteger[]::new);
        boolean constant = Arrays.stream(sums).allMatch(sums[0]::equals);
        return constant
                && a.scale().multiply(Surd.of(new BigFraction(sums[0].abs()))).equals(a.norminf());
    }

    static boolean isNormal(ExactMatrix a) {
        BigInteger[][] m = a.integers();
        double count = 2.0 * m.length * m.length * m.length;
        if (!WorkBound.admitsProducts(count, IntegerMatrix.bits(m))) {
            return false;
        }
        BigInteger[][] transpose = IntegerMatrix.transpose(m, m.length);
        return Arrays.deepEquals(
                IntegerMatrix.multiply(m, transpose, m.length), IntegerMatrix.multiply(transpose, m, m.length));
    }
}
