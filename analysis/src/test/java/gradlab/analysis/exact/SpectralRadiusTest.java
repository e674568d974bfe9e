package gradlab.analysis.exact;

import static gradlab.analysis.exact.Exact.matrix;
import static gradlab.analysis.exact.Exact.number;
import static gradlab.analysis.exact.Exact.product;
import static gradlab.analysis.exact.Exact.root;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpectralRadiusTest {
    private static final Surd LITTLE = number("1e-25");

    @ParameterizedTest
    @CsvSource({
        "2 1; 0 -3, 3", // triangular
        "1/2 1 5; 0 1/2 1; 0 0 1/2, 1/2", // defective
        "0 0; 0 0, 0",
        "1 -2; 2 1, sqrt(5)", // complex pair
        "1 2; 3 2, 4", // real pair
        "1 1; 3 -1, 2", // opposite pair
        "1 1; 1 -1, sqrt(2)",
        "5 4 0; 4 5 0; 0 0 -9, 9", // symmetric
        "0 1 0; 0 0 1; 1 0 0, 1", // orthogonal
        "0 -2 1; 2 0 -2; -1 2 0, 3", // skew
        "5 -3 2; 15 -9 6; 10 -6 4, 0", // nilpotent
        "1/2 1/3 1/6; 1/7 2/7 4/7; 0 1 0, 1", // row sums
        "1/2 1/7 0; 1/3 2/7 1; 1/6 4/7 0, 1", // column sums
        "-1/2 -1/2 0; 0 -1/3 -2/3; -1 0 0, 1"
    })
    void knownRadii(String text, String expected) {
        ExactMatrix a = matrix(text);
        assertThat(ExactSpectrum.spectralRadius(a).orElseThrow()).hasToString(expected);
        Surd scale = root("3/5");
        Surd scaled = ExactSpectrum.spectralRadius(a).orElseThrow().multiply(scale);
        assertThat(ExactSpectrum.spectralRadius(a.multiply(scale).orElseThrow()))
                .contains(scaled);
        assertThat(SpectralRadiusComparison.compare(a.multiply(scale).orElseThrow(), scaled))
                .hasValue(0);
    }

    @Test
    void radiiThatAreNoSurdsAreAbsent() {
        assertThat(ExactSpectrum.spectralRadius(matrix("1 1; 1 0"))).isEmpty();
        assertThat(ExactSpectrum.spectralRadius(matrix("1 2 3; 4 5 6; 7 8 10"))).isEmpty();
        // Signs matter for sums: these have sums 0 and 1 but norms 2 and 3.
        assertThat(ExactSpectrum.spectralRadius(matrix("1 -1 0; 0 1 -1; -2 1 1")))
                .isEmpty();
        assertThatThrownBy(() -> ExactSpectrum.spectralRadius(matrix("1 2")))
                .isInstanceOf(IllegalArgumentException.class);
        ExactMatrix none = ExactMatrix.of(new Surd[0][0]).orElseThrow();
        assertThat(ExactSpectrum.spectralRadius(none)).contains(Surd.ZERO);
    }

    @Test
    void theGoldenRatio() {
        ExactMatrix fibonacci = matrix("1 1; 1 0");
        assertThat(SpectralRadiusComparison.compare(fibonacci, number("1.618033988749894848")))
                .hasValue(1);
        assertThat(SpectralRadiusComparison.compare(fibonacci, number("1.618033988749894849")))
                .hasValue(-1);
    }

    @Test
    void zeroAndNegativeBounds() {
        assertThat(SpectralRadiusComparison.compare(matrix("1 2 3; 4 5 6; 7 8 10"), Surd.ZERO))
                .hasValue(1);
        assertThat(SpectralRadiusComparison.compare(matrix("5 -3 2; 15 -9 6; 10 -6 4"), Surd.ZERO))
                .hasValue(0);
        assertThat(SpectralRadiusComparison.compare(matrix("0 1; 0 0"), number("-1")))
                .hasValue(1);
        assertThat(SpectralRadiusComparison.compare(matrix("0 1 0; 0 0 1; 1 1 0"), Surd.ZERO))
                .hasValue(1);
    }

    /** A block-diagonal matrix of diagonal entries and blocks [[a, -b], [b, a]], in a random integer basis. */
    private static ExactMatrix disguised(ExactMatrix blocks, long seed) {
        int n = blocks.rows();
        Random random = new Random(seed);
        ExactMatrix lower = matrix(n, n, (i, j) -> Surd.of(i == j ? 1 : i > j ? random.nextInt(5) - 2 : 0));
        ExactMatrix upper = matrix(n, n, (i, j) -> Surd.of(i == j ? 1 : i < j ? random.nextInt(5) - 2 : 0));
        ExactMatrix basis = product(lower, upper);
        return product(basis, blocks, basis.inverse().orElseThrow());
    }

    @ParameterizedTest
    @CsvSource({
        "3 0 0; 0 2 0; 0 0 1, 3",
        "4 0 0; 0 -4 0; 0 0 4, 4",
        "4 1 0; 0 4 1; 0 0 4, 4", // one Jordan block on the circle
        "1 -2 0; 2 1 0; 0 0 2, sqrt(5)",
        "1 -2 0 0; 2 1 0 0; 0 0 -2 -1; 0 0 1 -2, sqrt(5)", // all on one circle, irrational
        "1 -2 1 0; 2 1 0 1; 0 0 1 -2; 0 0 2 1, sqrt(5)", // defective complex pair
        "3 -4 0 0 0; 4 3 0 0 0; 0 0 5 0 0; 0 0 0 -5 0; 0 0 0 0 0, 5",
        "8 0 0 0; 0 2 0 0; 0 0 1 0; 0 0 0 -3, 8",
        "1/2 0 0; 0 1/3 0; 0 0 -2/3, 2/3"
    })
    void theSchurCohnFormDecidesTies(String blocks, String expected) {
        for (long seed = 0; seed < 5; seed++) {
            ExactMatrix a = disguised(matrix(blocks), seed);
            Surd radius = expected.startsWith("sqrt") ? root(expected.substring(5, 6)) : number(expected);
            assertThat(SpectralRadiusComparison.compare(a, radius)).hasValue(0);
            Surd factor = Surd.ONE.add(LITTLE).orElseThrow();
            assertThat(SpectralRadiusComparison.compare(a, radius.multiply(factor)))
                    .hasValue(-1);
            assertThat(SpectralRadiusComparison.compare(a, radius.divide(factor)))
                    .hasValue(1);
        }
    }

    /** Eigenvalues z and c²/z annul the Schur-Cohn form like one on the circle does, yet one of them is outside. */
    @ParameterizedTest
    @CsvSource({
        "8 0 0; 0 2 0; 0 0 1, 4",
        "8 0 0; 0 2 0; 0 0 4, 4",
        "8 0 0 0; 0 2 0 0; 0 0 -16 0; 0 0 0 -1, 4",
        "1 -1 0 0; 1 1 0 0; 0 0 4 -4; 0 0 4 4, sqrt(8)",
        "8 1 0 0 0; 0 8 0 0 0; 0 0 2 1 0; 0 0 0 2 0; 0 0 0 0 0, 4"
    })
    void pairsAboutTheCircleAreNoTies(String blocks, String bound) {
        for (long seed = 0; seed < 5; seed++) {
            ExactMatrix a = disguised(matrix(blocks), seed);
            Surd c = bound.startsWith("sqrt") ? root(bound.substring(5, 6)) : number(bound);
            assertThat(SpectralRadiusComparison.compare(a, c)).hasValue(1);
        }
    }

    @Test
    void largeMatricesAreLeftOpenUnlessANormDecides() {
        ExactMatrix a = matrix(13, 13, (i, j) -> Surd.of((i * 5 + j * j) % 7 - 3));
        assertThat(SpectralRadiusComparison.compare(a, Surd.of(20))).isEmpty();
        assertThat(SpectralRadiusComparison.compare(a, Surd.of(40))).hasValue(-1);
        assertThat(SpectralRadiusComparison.compare(a, a.norm1().multiply(Surd.of(2))))
                .hasValue(-1);
    }
}
