package gradlab.analysis.exact;

import java.math.BigInteger;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A positive integer as root² · free. All squares of primes below 1000 are in the root, and what is left after the
 * small primes is a square only if it is 1; so free = 1 exactly for perfect squares. Beyond that free need not be
 * square-free: that would need factoring, and no answer of this package relies on it.
 *
 * @param root the part taken out of the square root, positive
 * @param free what stays under the root, positive
 */
record SquarePart(BigInteger root, BigInteger free) {
    private static final int[] SMALL_PRIMES = IntStream.range(2, 1000)
            .filter(n -> IntStream.rangeClosed(2, (int) Math.sqrt(n)).allMatch(d -> n % d != 0))
            .toArray();
    /** Bit k is set when k is a square modulo 64. */
    private static final long SQUARES_MODULO_64 =
            IntStream.range(0, 64).mapToLong(k -> 1L << (k * k % 64)).reduce(0, (a, b) -> a | b);

    /** Splits a positive integer; cost: one division a small prime and one integer root. */
    static SquarePart of(BigInteger positive) {
        if (positive.equals(BigInteger.ONE)) {
            return new SquarePart(BigInteger.ONE, BigInteger.ONE);
        }
        BigInteger root = BigInteger.ONE;
        BigInteger free = BigInteger.ONE;
        BigInteger rest = positive;
        for (int prime : SMALL_PRIMES) {
            BigInteger p = BigInteger.valueOf(prime);
            BigInteger[] quotient = rest.divideAndRemainder(p);
            for (int power = 1; quotient[1].signum() == 0; power++) {
                rest = quotient[0];
                quotient = rest.divideAndRemainder(p);
                root = power % 2 == 0 ? root.multiply(p) : root;
                free = power % 2 == 0 ? free.divide(p) : free.multiply(p);
            }
        }
        Optional<BigInteger> last = exactRoot(rest);
        return last.isPresent()
                ? new SquarePart(root.multiply(last.get()), free)
                : new SquarePart(root, free.multiply(rest));
    }

    /** The root of a perfect square; empty for every other integer, the negative ones included. */
    static Optional<BigInteger> exactRoot(BigInteger n) {
        if (n.signum() < 0 || (SQUARES_MODULO_64 >>> (n.intValue() & 63) & 1) == 0) {
            return Optional.empty();
        }
        BigInteger[] root = n.sqrtAndRemainder();
        return root[1].signum() == 0 ? Optional.of(root[0]) : Optional.empty();
    }
}
