package gradlab.analysis.exact;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.OptionalInt;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class InertiaProperties {

    /** E D E' with E of determinant ±1 has the signs of D on its diagonal. */
    @Property
    void congruenceKeepsInertia(@ForAll @Size(max = 7) int[] diagonal, @ForAll long seed) {
        BigInteger[][] congruent = congruent(diagonal, new Random(seed));
        int positive = (int) Arrays.stream(diagonal).filter(d -> d > 0).count();
        int negative = (int) Arrays.stream(diagonal).filter(d -> d < 0).count();
        int zero = diagonal.length - positive - negative;
        assertThat(Inertia.of(congruent)).isEqualTo(new Inertia(positive, zero, negative));
        assertThat(Inertia.nullityIfSemidefinite(congruent))
                .isEqualTo(negative > 0 ? OptionalInt.empty() : OptionalInt.of(zero));
    }

    @Property
    void smallEntriesMeetZeroPivots(
            @ForAll @Size(max = 6) @IntRange(min = -1, max = 1) int[] diagonal, @ForAll long seed) {
        congruenceKeepsInertia(diagonal, seed);
    }

    private static BigInteger[][] congruent(int[] diagonal, Random random) {
        int n = diagonal.length;
        BigInteger[][] lower = IntegerMatrix.of(n, n, (i, j) -> triangle(i, j, random));
        BigInteger[][] upper = IntegerMatrix.transpose(IntegerMatrix.of(n, n, (i, j) -> triangle(i, j, random)), n);
        BigInteger[][] e = IntegerMatrix.multiply(lower, upper, n);
        BigInteger[][] d = IntegerMatrix.of(n, n, (i, j) -> i == j ? BigInteger.valueOf(diagonal[i]) : BigInteger.ZERO);
        BigInteger[][] left = IntegerMatrix.multiply(e, d, n);
        return IntegerMatrix.multiply(left, IntegerMatrix.transpose(e, n), n);
    }

    private static BigInteger triangle(int i, int j, Random random) {
        return BigInteger.valueOf(i == j ? 1 : i > j ? random.nextInt(5) - 2 : 0);
    }

    @Test
    void aZeroDiagonalIsNoZeroMatrix() {
        BigInteger[][] swap = Exact.integers(new long[][] {{0, 1}, {1, 0}});
        assertThat(Inertia.of(swap)).isEqualTo(new Inertia(1, 0, 1));
        assertThat(Inertia.nullityIfSemidefinite(swap)).isEmpty();
        BigInteger[][] hollow = Exact.integers(new long[][] {{0, 1, 1}, {1, 0, 1}, {1, 1, 0}});
        assertThat(Inertia.of(hollow)).isEqualTo(new Inertia(1, 0, 2));
        BigInteger[][] late = Exact.integers(new long[][] {{1, 0, 0}, {0, 0, 3}, {0, 3, 0}});
        assertThat(Inertia.of(late)).isEqualTo(new Inertia(2, 0, 1));
        assertThat(Inertia.nullityIfSemidefinite(late)).isEmpty();
    }

    @Test
    void emptyAndZeroMatrices() {
        assertThat(Inertia.of(new BigInteger[0][0])).isEqualTo(new Inertia(0, 0, 0));
        assertThat(Inertia.nullityIfSemidefinite(Exact.integers(new long[][] {{0, 0}, {0, 0}})))
                .hasValue(2);
    }
}
