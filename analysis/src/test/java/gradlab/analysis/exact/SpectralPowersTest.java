package gradlab.analysis.exact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.OptionalInt;
import org.hipparchus.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpectralPowersTest {
    /** No norm of it is a surd. */
    private static final ExactMatrix A = matrix(new int[][] {{1, 2, 0}, {3, -1, 4}, {0, 1, 1}});

    /** Nor is any of its spectral radii. */
    private static final ExactMatrix SYMMETRIC = matrix(new int[][] {{1, 2, 0}, {2, -1, 4}, {0, 4, 2}});

    private static ExactMatrix matrix(int[][] entries) {
        return ExactMatrix.of(entries.length, entries.length, (i, j) -> Surd.of(new BigFraction(entries[i][j])))
                .orElseThrow();
    }

    /** norm(A)^k <= c exactly where norm(A) <= c^(1/k): both are asked, at numbers on both sides of norm(A) = 5.3... */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 8})
    void normIsAPowerOfTheNorm(int k) {
        ExactMatrix powered = SpectralPowers.ofNorm(A, k).orElseThrow();
        for (int tenths = 40; tenths < 70; tenths++) {
            Surd c = Surd.of(new BigFraction(tenths, 10));
            assertThat(SpectralComparison.norm(powered, c.pow(k)))
                    .as("%d: %d/10", k, tenths)
                    .isEqualTo(SpectralComparison.norm(A, c));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 8})
    void radiusIsAPowerOfTheRadius(int k) {
        ExactMatrix powered = SpectralPowers.ofRadius(A, k).orElseThrow();
        for (int tenths = 20; tenths < 50; tenths++) {
            Surd c = Surd.of(new BigFraction(tenths, 10));
            assertThat(SpectralRadiusComparison.compare(powered, c.pow(k)))
                    .isEqualTo(SpectralRadiusComparison.compare(A, c));
        }
    }

    /** Though neither norm is a surd. */
    @Test
    void normsWithOneSquareAreEqual() {
        ExactMatrix cube = SpectralPowers.ofRadius(SYMMETRIC, 3).orElseThrow();
        ExactMatrix powered = SpectralPowers.ofNorm(SYMMETRIC, 3).orElseThrow();
        ExactMatrix turn = matrix(new int[][] {{0, 0, 1}, {0, -1, 0}, {1, 0, 0}});
        assertThat(ExactSpectrum.spectralNorm(cube)).isEmpty();
        assertThat(SpectralComparison.norms(cube, powered)).isEqualTo(OptionalInt.of(0));
        assertThat(SpectralComparison.norms(turn.multiply(A).orElseThrow(), A)).isEqualTo(OptionalInt.of(0));
        assertThat(SpectralComparison.norms(turn.multiply(A).orElseThrow(), SYMMETRIC))
                .isEmpty();
    }

    @Test
    void normalityIsExact() {
        assertThat(ExactSpectrum.isNormal(SYMMETRIC)).isTrue();
        assertThat(ExactSpectrum.isNormal(matrix(new int[][] {{1, -2}, {2, 1}})))
                .isTrue();
        assertThat(ExactSpectrum.isNormal(A)).isFalse();
    }

    @Test
    void exponentsArePositive() {
        assertThatThrownBy(() -> SpectralPowers.ofNorm(A, 0)).hasMessageContaining("k must be at least 1, was 0");
    }
}
