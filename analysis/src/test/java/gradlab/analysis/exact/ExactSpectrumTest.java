package gradlab.analysis.exact;

import static gradlab.analysis.exact.Exact.matrix;
import static gradlab.analysis.exact.Exact.number;
import static gradlab.analysis.exact.Exact.product;
import static gradlab.analysis.exact.Exact.root;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Random;
import org.hipparchus.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExactSpectrumTest {
    /** Above and below 9 by less than any binary64 number tells. */
    private static final Surd ABOVE_NINE = number("9.000000000000000000000001");

    private static final Surd BELOW_NINE = number("8.999999999999999999999999");

    private static void assertNormIsNine(ExactMatrix a) {
        assertThat(ExactSpectrum.spectralNorm(a)).contains(Surd.of(9));
        assertThat(SpectralComparison.norm(a, Surd.of(9))).hasValue(0);
        assertThat(SpectralComparison.norm(a, ABOVE_NINE)).hasValue(-1);
        assertThat(SpectralComparison.norm(a, BELOW_NINE)).hasValue(1);
        assertThat(SpectralComparison.norm(a, root("82"))).hasValue(-1);
        assertThat(SpectralComparison.norm(a, root("80"))).hasValue(1);
        assertThat(SpectralComparison.singularValue(a, 1, Surd.of(9))).hasValue(0);
        assertThat(SpectralComparison.singularValue(a, 1, ABOVE_NINE)).hasValue(-1);
        assertThat(SpectralComparison.singularValue(a, 1, BELOW_NINE)).hasValue(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "9 0; 0 1",
                "27/5 36/5; -36/5 27/5",
                "0 9; 0 0",
                "9",
                "-9",
                "9 0 0",
                "3; 6; 6",
                "3 6 6; 0 0 0",
                "1 1 1 1 1 1 1 1 1; 1 1 1 1 1 1 1 1 1; 1 1 1 1 1 1 1 1 1; 1 1 1 1 1 1 1 1 1; 1 1 1 1 1 1 1 1 1;"
                        + "1 1 1 1 1 1 1 1 1; 1 1 1 1 1 1 1 1 1; 1 1 1 1 1 1 1 1 1; 1 1 1 1 1 1 1 1 1",
                "0 0 9; 0 1 0; 2 0 0",
                "5 4 0; 4 5 0; 0 0 9",
                "5 4 0; 4 5 0; 0 0 -1/3"
            })
    void normsOfNine(String text) {
        assertNormIsNine(matrix(text));
        assertNormIsNine(matrix(text).transpose());
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 5, 8})
    void nineAmongOtherSingularValuesBetweenReflections(int n) {
        Random random = new Random(n);
        long[] values = random.longs(n, 0, 9).toArray();
        values[n / 2] = 9;
        ExactMatrix a = product(Exact.reflection(n, random), Exact.diagonal(values), Exact.reflection(n, random));
        assertNormIsNine(a);
        long[] sorted = Arrays.stream(values).sorted().toArray();
        for (int i = 1; i <= n; i++) {
            Surd expected = Surd.of(sorted[n - i]);
            assertThat(ExactSpectrum.singularValue(a, i)).contains(expected);
            assertThat(SpectralComparison.singularValue(a, i, expected)).hasValue(0);
            Surd slightly = expected.add(number("1e-30")).orElseThrow();
            assertThat(SpectralComparison.singularValue(a, i, slightly)).hasValue(-1);
            Surd less = expected.subtract(number("1e-30")).orElseThrow();
            assertThat(SpectralComparison.singularValue(a, i, less)).hasValue(1);
        }
        assertThat(ExactSpectrum.sigmaMin(a)).contains(Surd.of(sorted[0]));
    }

    @Test
    void surdScales() {
        ExactMatrix a = matrix("5 4 0; 4 5 0; 0 0 1/3").multiply(root("7/3")).orElseThrow();
        Surd norm = Surd.of(9).multiply(root("7/3"));
        assertThat(ExactSpectrum.spectralNorm(a)).contains(norm);
        assertThat(SpectralComparison.norm(a, norm)).hasValue(0);
        assertThat(SpectralComparison.norm(a, Surd.ofDouble(norm.upper()))).hasValue(-1);
        assertThat(SpectralComparison.norm(a, Surd.ofDouble(norm.lower()))).hasValue(1);
        // [[1, 1], [1, -1]] has norm sqrt(2), an irrational number for a rational matrix.
        assertThat(ExactSpectrum.spectralNorm(matrix("1 1; 1 -1"))).contains(root("2"));
    }

    /** The norm is (1 + sqrt 5)/2 = 1.61803398874989484820..., no surd of the kind r sqrt(s). */
    @Test
    void theGoldenRatio() {
        ExactMatrix a = matrix("1 1; 0 1");
        assertThat(ExactSpectrum.spectralNorm(a)).isEmpty();
        assertThat(SpectralComparison.norm(a, number("1.6180339887498948"))).hasValue(1);
        assertThat(SpectralComparison.norm(a, number("1.618033988749894848"))).hasValue(1);
        assertThat(SpectralComparison.norm(a, number("1.618033988749894849"))).hasValue(-1);
        assertThat(SpectralComparison.norm(a, number("1.6180339887498949"))).hasValue(-1);
        // As binary64 numbers both decimals are 1.618033988749894902..., above the norm.
        assertThat(SpectralComparison.norm(a, Surd.ofDouble(Double.parseDouble("1.6180339887498948"))))
                .hasValue(-1);
        assertThat(SpectralComparison.norm(a, Surd.ofDouble(Double.parseDouble("1.6180339887498949"))))
                .hasValue(-1);
        assertThat(SpectralComparison.norm(a, Surd.ofDouble(Math.nextDown(Double.parseDouble("1.6180339887498948")))))
                .hasValue(1);
        assertThat(SpectralComparison.singularValue(a, 2, number("0.618033988749894848")))
                .hasValue(1);
        assertThat(SpectralComparison.singularValue(a, 2, number("0.618033988749894849")))
                .hasValue(-1);
    }

    /** At a constant input the Jacobian of layer normalisation is (I - 1 1'/n)/sqrt(eps). */
    @Test
    void layerNormAtAConstantInput() {
        for (int n = 2; n <= 16; n += 7) {
            int size = n;
            Surd scale = root("1e-5").reciprocal();
            ExactMatrix jacobian =
                    matrix(n, n, (i, j) -> scale.multiply(Surd.of(new BigFraction((i == j ? size : 0) - 1, size))));
            assertThat(ExactSpectrum.spectralNorm(jacobian)).contains(scale);
            assertThat(SpectralComparison.norm(jacobian, scale)).hasValue(0);
            assertThat(SpectralComparison.norm(jacobian, Surd.ofDouble(scale.lower())))
                    .hasValue(1);
            assertThat(SpectralComparison.norm(jacobian, Surd.ofDouble(scale.upper())))
                    .hasValue(-1);
            assertThat(ExactSpectrum.sigmaMin(jacobian)).contains(Surd.ZERO);
            assertThat(ExactSpectrum.singularValue(jacobian, n - 1)).contains(scale);
            assertThat(ExactSpectrum.spectralRadius(jacobian)).contains(scale);
        }
    }

    @Test
    void zeroEmptyAndNegativeBounds() {
        ExactMatrix zero = matrix("0 0; 0 0");
        assertThat(ExactSpectrum.spectralNorm(zero)).contains(Surd.ZERO);
        assertThat(SpectralComparison.norm(zero, Surd.ZERO)).hasValue(0);
        assertThat(SpectralComparison.norm(zero, number("1e-300"))).hasValue(-1);
        assertThat(SpectralComparison.norm(zero, number("-1e-300"))).hasValue(1);
        assertThat(SpectralComparison.norm(matrix("1e-300 0"), Surd.ZERO)).hasValue(1);
        assertThat(SpectralComparison.singularValue(zero, 2, Surd.ZERO)).hasValue(0);
        assertThat(SpectralComparison.singularValue(matrix("1 1; 1 1"), 2, Surd.ZERO))
                .hasValue(0);
        assertThat(SpectralComparison.singularValue(matrix("1 1; 1 2"), 2, Surd.ZERO))
                .hasValue(1);
        assertThat(SpectralComparison.singularValue(matrix("1 1; 1 2"), 2, Surd.of(-1)))
                .hasValue(1);
        ExactMatrix none = matrix(0, 4, (i, j) -> Surd.ONE);
        assertThat(ExactSpectrum.spectralNorm(none)).contains(Surd.ZERO);
        assertThat(SpectralComparison.norm(none, Surd.ZERO)).hasValue(0);
        assertThat(SpectralComparison.norm(none, Surd.ONE)).hasValue(-1);
        assertThat(ExactSpectrum.sigmaMin(none)).isEmpty();
    }

    @Test
    void indicesOfSingularValuesAreChecked() {
        ExactMatrix a = matrix("1 2 3; 4 5 6");
        assertThatThrownBy(() -> ExactSpectrum.singularValue(a, 3))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("i must be between 1 and 2, got 3");
        assertThatThrownBy(() -> SpectralComparison.singularValue(a, 0, Surd.ONE))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anIntegerThatIsNearAnEigenvalueIsNotTakenForOne() {
        // The largest eigenvalue of the Gram matrix is 81 + 10^-40 or so.
        ExactMatrix a = matrix("9 1e-20 0; 0 1 1e-20; 0 0 1");
        assertThat(ExactSpectrum.spectralNorm(a)).isEmpty();
        assertThat(SpectralComparison.norm(a, Surd.of(9))).hasValue(1);
        assertThat(SpectralComparison.norm(a, number("9.000000000000000001"))).hasValue(-1);
    }

    @Test
    void normsAgainstNorms() {
        ExactMatrix golden = matrix("1 1; 0 1");
        assertThat(SpectralComparison.norms(golden, matrix("1 0; 0 3/2"))).hasValue(1);
        assertThat(SpectralComparison.norms(matrix("1 0; 0 3/2"), golden)).hasValue(-1);
        assertThat(SpectralComparison.norms(matrix("1 0; 0 5/3"), golden)).hasValue(1);
        assertThat(SpectralComparison.norms(matrix("3 4; -4 3"), matrix("5"))).hasValue(0);
        assertThat(SpectralComparison.norms(golden, golden.transpose())).hasValue(0);
        assertThat(SpectralComparison.norms(golden, matrix("-1 -1; 0 -1"))).hasValue(0);
        assertThat(SpectralComparison.norms(golden, matrix("1 2; 0 1"))).isEmpty();
    }

    @Test
    void answersBeyondTheBoundAreEmpty() {
        ExactMatrix large = matrix(65, 65, (i, j) -> Surd.of((i * 31 + j * 17) % 13));
        assertThat(SpectralComparison.norm(large, Surd.ONE)).isEmpty();
        assertThat(SpectralComparison.singularValue(large, 1, Surd.ONE)).isEmpty();
        assertThat(ExactSpectrum.spectralNorm(large)).isEmpty();
        ExactMatrix wide = matrix(2, 500, (i, j) -> i == j % 2 ? Surd.ONE : Surd.ZERO);
        assertThat(ExactSpectrum.spectralNorm(wide)).contains(root("250"));
    }
}
