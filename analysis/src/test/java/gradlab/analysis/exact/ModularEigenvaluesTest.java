package gradlab.analysis.exact;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ModularEigenvaluesTest {
    /** A conjugate of a matrix that is triangular in blocks and has k on its diagonal still has the eigenvalue k. */
    @Property
    void anIntegerEigenvalueIsNeverRuledOut(
            @ForAll @IntRange(min = 1, max = 7) int n, @ForAll int k, @ForAll long seed) {
        Random random = new Random(seed);
        BigInteger[][] a = IntegerMatrix.of(
                n, n, (i, j) -> i == 0 ? BigInteger.valueOf(j == 0 ? k : 0) : new BigInteger(90, random));
        BigInteger[][] lower = IntegerMatrix.of(
                n, n, (i, j) -> i == j ? BigInteger.ONE : i > j ? new BigInteger(40, random) : BigInteger.ZERO);
        BigInteger[][] conjugate =
                IntegerMatrix.multiply(IntegerMatrix.multiply(lower, a, n), inverseOfLower(lower), n);
        assertThat(ModularEigenvalues.rulesOutIntegers(conjugate)).isFalse();
    }

    private static BigInteger[][] inverseOfLower(BigInteger[][] lower) {
        int n = lower.length;
        BigInteger[][] inverse = IntegerMatrix.of(n, n, (i, j) -> i == j ? BigInteger.ONE : BigInteger.ZERO);
        for (int i = 0; i < n; i++) {
            for (int k = 0; k < i; k++) {
                for (int j = 0; j < n; j++) {
                    inverse[i][j] = inverse[i][j].subtract(lower[i][k].multiply(inverse[k][j]));
                }
            }
        }
        return inverse;
    }

    @Test
    void theGoldenRatioIsNoInteger() {
        assertThat(ModularEigenvalues.rulesOutIntegers(Exact.integers(new long[][] {{2, 1}, {1, 1}})))
                .isTrue();
    }

    /** It is there to save work: nearly all matrices without integer eigenvalues have to be seen through. */
    @Test
    void fewRandomMatricesPass() {
        Random random = new Random(5);
        long passed = IntStream.range(0, 500)
                .filter(t -> {
                    BigInteger[][] a = IntegerMatrix.of(6, 6, (i, j) -> new BigInteger(60, random));
                    return !ModularEigenvalues.rulesOutIntegers(IntegerMatrix.gram(a, 6));
                })
                .count();
        assertThat(passed).isLessThan(25);
    }
}
