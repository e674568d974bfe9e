package gradlab.analysis.exact;

import java.util.Optional;

/**
 * Matrices whose norm or spectral radius is a power, or a multiple, of that of another, so that such numbers can be compared
 * exactly though they are no surds. Empty beyond {@link WorkBound}.
 */
public final class SpectralPowers {
    private static final int LARGEST_EXPONENT = 1024;

    private SpectralPowers() {}

    /**
     * A matrix of norm ‖A‖^k: with the Gram matrix G = A'A, of norm ‖A‖², G^(k/2) for an even k, A G^((k-1)/2) for an odd one.
     *
     * @throws IllegalArgumentException if k is below 1
     */
    public static Optional<ExactMatrix> ofNorm(ExactMatrix a, int k) {
        requirePositive(k);
        if (k == 1) {
            return Optional.of(a);
        }
        Optional<ExactMatrix> even = a.transpose().multiply(a).flatMap(gram -> power(gram, k / 2));
        return k % 2 == 0 ? even : even.flatMap(a::multiply);
    }

    /**
     * A matrix of spectral radius ρ(A)^k: A^k.
     *
     * @throws IllegalArgumentException if k is below 1, or the matrix is not square
     */
    public static Optional<ExactMatrix> ofRadius(ExactMatrix a, int k) {
        requirePositive(k);
        a.requireSquare();
        return power(a, k);
    }

    private static Optional<ExactMatrix> power(ExactMatrix a, int k) {
        if (k > LARGEST_EXPONENT) {
            return Optional.empty();
        }
        Optional<ExactMatrix> product = Optional.of(a);
        for (int bit = Integer.highestOneBit(k) >> 1; bit > 0; bit >>= 1) {
            product = product.flatMap(p -> p.multiply(p));
            product = (k & bit) == 0 ? product : product.flatMap(a::multiply);
        }
        return product;
    }

    private static void requirePositive(int k) {
        if (k < 1) {
            throw new IllegalArgumentException("k must be at least 1, was " + k);
        }
    }
}
