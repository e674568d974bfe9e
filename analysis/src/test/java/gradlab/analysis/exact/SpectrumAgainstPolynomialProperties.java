package gradlab.analysis.exact;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.hipparchus.fraction.BigFraction;

/**
 * The same answers another way: all roots of det(z I - N), N symmetric, are real, and then Descartes' rule of signs counts
 * the positive ones exactly. Small entries make ties, zero pivots and multiple eigenvalues common.
 */
class SpectrumAgainstPolynomialProperties {

    private static Inertia byDescartes(BigInteger[][] symmetric) {
        IntegerPolynomial f = IntegerPolynomial.characteristic(symmetric);
        int zero = 0;
        while (f.coefficient(zero).signum() == 0) {
            zero++;
        }
        int positive = 0;
        int last = f.coefficient(zero).signum();
        for (int k = zero + 1; k <= f.degree(); k++) {
            int sign = f.coefficient(k).signum();
            if (sign == -last) {
                positive++;
                last = sign;
            }
        }
        return new Inertia(positive, zero, symmetric.length - zero - positive);
    }

    private static BigInteger[][] random(int rows, int columns, int largest, Random random) {
        return IntegerMatrix.of(rows, columns, (i, j) -> BigInteger.valueOf(random.nextInt(2 * largest + 1) - largest));
    }

    @Property
    void inertia(
            @ForAll @IntRange(min = 1, max = 7) int n,
            @ForAll @IntRange(min = 1, max = 3) int largest,
            @ForAll long seed) {
        BigInteger[][] half = random(n, n, largest, new Random(seed));
        BigInteger[][] symmetric = IntegerMatrix.of(n, n, (i, j) -> half[Math.min(i, j)][Math.max(i, j)]);
        Inertia expected = byDescartes(symmetric);
        assertThat(Inertia.of(symmetric)).isEqualTo(expected);
        assertThat(Inertia.nullityIfSemidefinite(symmetric).isPresent()).isEqualTo(expected.negative() == 0);
    }

    @Property
    void singularValues(
            @ForAll @IntRange(min = 1, max = 5) int rows,
            @ForAll @IntRange(min = 1, max = 5) int columns,
            @ForAll @IntRange(min = 0, max = 40) int halvesOfSquare,
            @ForAll long seed) {
        BigInteger[][] entries = random(rows, columns, 2, new Random(seed));
        ExactMatrix a = Exact.matrix(rows, columns, (i, j) -> Surd.of(new BigFraction(entries[i][j])));
        Surd c = Surd.sqrt(new BigFraction(halvesOfSquare, 2));
        BigInteger[][] gram = IntegerMatrix.gram(entries, columns);
        Inertia above =
                byDescartes(IntegerMatrix.shifted(BigInteger.valueOf(-halvesOfSquare), BigInteger.valueOf(-2), gram));
        for (int i = 1; i <= Math.min(rows, columns); i++) {
            int expected = above.positive() >= i ? 1 : above.positive() + above.zero() >= i ? 0 : -1;
            assertThat(SpectralComparison.singularValue(a, i, c)).hasValue(expected);
            if (i == 1) {
                assertThat(SpectralComparison.norm(a, c)).hasValue(expected);
            }
            // Complete for these sizes: a tie is found by the search for an exact value, and nothing else is.
            Optional<Surd> value = ExactSpectrum.singularValue(a, i);
            assertThat(value.filter(c::equals).isPresent()).isEqualTo(expected == 0);
            value.ifPresent(v -> assertThat(Integer.signum(v.compareTo(c))).isEqualTo(expected));
        }
    }
}
