package gradlab.analysis.exact;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Collections;
import java.util.Optional;
import org.hipparchus.fraction.BigFraction;

/**
 * Singular values and spectral radii that are surds, exactly. With A = σ M, M integer, and G the smaller of M'M and MM',
 * σ_i(A) = σ sqrt(λ_i(G)). A rational eigenvalue of an integer matrix is an integer k; a proposed k is accepted only when
 * the inertia of k I - G says that it is the i-th largest. Empty means: not a surd, or not found, or beyond {@link
 * WorkBound}; never that the number does not exist.
 */
public final class ExactSpectrum {
    private ExactSpectrum() {}

    /** The norm ‖A‖₂ if it is a surd; 0 for an empty matrix. */
    public static Optional<Surd> spectralNorm(ExactMatrix a) {
        return a.isZero() ? Optional.of(Surd.ZERO) : singularValue(a, 1);
    }

    /**
     * The i-th largest of the min(rows, columns) singular values, if it is a surd.
     *
     * @throws IllegalArgumentException if i is not between 1 and min(rows, columns)
     */
    public static Optional<Surd> singularValue(ExactMatrix a, int i) {
        SpectralComparison.requireIndex(a, i);
        if (a.isZero()) {
            return Optional.of(Surd.ZERO);
        }
        if (!WorkBound.admitsGram(a)) {
            return Optional.empty();
        }
        return eigenvalue(IntegerMatrix.gram(a.integers(), a.columns()), i)
                .map(k -> a.scale().multiply(Surd.sqrt(new BigFraction(k))));
    }

    /** The smallest of the min(rows, columns) singular values, if it is a surd; empty for an empty matrix. */
    public static Optional<Surd> sigmaMin(ExactMatrix a) {
        int count = Math.min(a.rows(), a.columns());
        return count == 0 ? Optional.empty() : singularValue(a, count);
    }

    /**
     * The spectral radius of a square matrix that is triangular, of order 2, normal (ρ = ‖A‖₂), nilpotent, or whose row or
     * column sums are all ±‖A‖∞ or ±‖A‖₁ of one sign (then the vector of ones is an eigenvector for a bound of ρ), if it is
     * a surd; empty otherwise.
     *
     * @throws IllegalArgumentException if the matrix is not square
     */
    public static Optional<Surd> spectralRadius(ExactMatrix a) {
        return SpectralRadius.of(a);
    }

    /** Whether A A' = A'A is known, so that the spectral radius is the norm; false also for other than square ones. */
    public static boolean isNormal(ExactMatrix a) {
        return a.rows() == a.columns() && a.rows() <= WorkBound.MAX_SIZE && SpectralRadius.isNormal(a);
    }

    /** The i-th largest eigenvalue of a positive semidefinite integer matrix, if it is an integer. */
    private static Optional<BigInteger> eigenvalue(BigInteger[][] gram, int i) {
        if (IntegerMatrix.vanishes(gram, (r, c) -> r != c)) {
            BigInteger[] diagonal = new BigInteger[gram.length];
            Arrays.setAll(diagonal, k -> gram[k][k]);
            Arrays.sort(diagonal, Collections.reverseOrder());
            return Optional.of(diagonal[i - 1]);
        }
        if (gram.length == 2) {
            return ofOrderTwo(gram, i);
        }
        int bits = IntegerMatrix.bits(gram);
        double order = gram.length;
        if (!WorkBound.admitsProducts(100 * order * order * order, bits + 64)) {
            return Optional.empty();
        }
        Optional<BigInteger> projector = ofMultipleOfProjector(gram, i);
        return projector.isPresent() || ModularEigenvalues.rulesOutIntegers(gram)
                ? projector
                : EigenvalueEstimates.integer(gram, i).filter(k -> isEigenvalue(gram, i, k));
    }

    /** λ = (t ± sqrt(t² - 4 d))/2, an integer exactly when the discriminant is a square. */
    private static Optional<BigInteger> ofOrderTwo(BigInteger[][] gram, int i) {
        BigInteger spread = gram[0][0].subtract(gram[1][1]).pow(2);
        BigInteger discriminant = spread.add(gram[0][1].pow(2).shiftLeft(2));
        BigInteger trace = IntegerMatrix.trace(gram);
        return SquarePart.exactRoot(discriminant)
                .map(root -> (i == 1 ? trace.add(root) : trace.subtract(root)).shiftRight(1));
    }

    /** G² = k G (rank one, multiples of orthogonal matrices and of projectors): eigenvalue k tr(G)/k times, else 0. */
    private static Optional<BigInteger> ofMultipleOfProjector(BigInteger[][] gram, int i) {
        int n = gram.length;
        BigInteger trace = IntegerMatrix.trace(gram);
        BigInteger[][] square = IntegerMatrix.multiply(gram, gram, n);
        BigInteger[] k = IntegerMatrix.trace(square).divideAndRemainder(trace);
        BigInteger[][] multiple = IntegerMatrix.of(n, n, (r, c) -> k[0].multiply(gram[r][c]));
        if (k[1].signum() != 0 || !Arrays.deepEquals(square, multiple)) {
            return Optional.empty();
        }
        int multiplicity = trace.divide(k[0]).intValueExact();
        return Optional.of(i <= multiplicity ? k[0] : BigInteger.ZERO);
    }

    /** Whether k is the i-th largest eigenvalue, exactly; false also beyond the bound. */
    static boolean isEigenvalue(BigInteger[][] gram, int i, BigInteger k) {
        BigInteger[][] difference = IntegerMatrix.shifted(k, BigInteger.ONE, gram);
        int n = gram.length;
        if (!ModularDeterminant.vanishes(difference)
                || !WorkBound.admitsElimination(n, n, IntegerMatrix.bits(difference))) {
            return false;
        }
        Inertia inertia = Inertia.of(difference);
        return inertia.negative() < i && i <= inertia.negative() + inertia.zero();
    }
}
