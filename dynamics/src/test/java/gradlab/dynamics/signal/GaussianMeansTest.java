package gradlab.dynamics.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Means against mpmath (signal.py says how they were made) and against closed forms. */
class GaussianMeansTest {
    /** Relative errors of 1e-13 are promised for one integral; the reference of products is given to 12 digits. */
    private static final double ONE = 2e-13;

    private static final double TWO = 2e-11;

    @Test
    void meansAreThoseOfMpmathWithinTheirEstimates() throws IOException {
        int compared = 0;
        for (String line : reference()) {
            String[] fields = line.split(";", -1);
            double[] at = Arrays.stream(fields[2].split(",", -1))
                    .mapToDouble(Double::parseDouble)
                    .toArray();
            double expected = Double.parseDouble(fields[3]);
            GaussianMeans means = GaussianMeans.of(Nonlinearities.of(fields[1]));
            Estimate found = switch (fields[0]) {
                case "square" -> means.square(at[0]);
                case "slopeSquare" -> means.slopeSquare(at[0]);
                case "product" -> means.product(at[0], at[1]);
                default -> means.slopeProduct(at[0], at[1]);
            };
            double tolerance = (fields[0].startsWith("slopeP") || fields[0].startsWith("prod")) ? TWO : ONE;
            double rough = fields[3].length() < 18 ? 2e-11 : tolerance;
            assertThat(found.value()).as(line).isCloseTo(expected, within(rough * Math.max(Math.abs(expected), 1e-3)));
            assertThat(found.error()).as(line).isLessThan(1e-9 * Math.max(Math.abs(expected), 1));
            compared++;
        }
        assertThat(compared).isGreaterThan(140);
    }

    private static List<String> reference() throws IOException {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(GaussianMeansTest.class.getResourceAsStream("mpmath.csv")),
                StandardCharsets.UTF_8))) {
            return reader.lines().filter(l -> !l.startsWith("#")).toList();
        }
    }

    /** Williams 1998: E erf(u) erf(v) = 2/pi arcsin(2 q c/(1 + 2 q)). */
    @ParameterizedTest
    @CsvSource({"0.01, 0.5", "1, 0.99", "1, -0.7", "30, 0.2", "30, 0.999999", "1000, 0.9"})
    void productsOfErrorFunctionsAreArcsines(double q, double c) {
        GaussianMeans means = GaussianMeans.of(Nonlinearities.of("erf"));
        double scale = 2 * q / (1 + 2 * q);
        assertThat(means.product(q, c).value()).isCloseTo(2 / Math.PI * Math.asin(scale * c), within(1e-11));
        assertThat(means.square(q).value()).isCloseTo(2 / Math.PI * Math.asin(scale), within(1e-13));
        assertThat(means.slopeProduct(q, c).value())
                .isCloseTo(4 / Math.PI / Math.sqrt((1 + 2 * q) * (1 + 2 * q) - 4 * q * q * c * c), within(1e-11));
    }

    /** The closed form of the rectifiers and the quadrature that all others use. */
    @ParameterizedTest
    @ValueSource(strings = {"relu", "leaky_relu(0.3)", "linear", "leaky_relu(-1)"})
    void closedFormsOfHalfLinesAreWhatQuadratureFinds(String name) {
        Nonlinearity exact = Nonlinearities.of(name);
        Nonlinearity quadrature = new Nonlinearity(
                name, exact.function(), List.of(0.0), exact.leftSlope(), exact.rightSlope(), false, exact.odd());
        for (double q : new double[] {1e-3, 1, 400}) {
            for (double c : new double[] {-1, -0.5, 0, 0.9, 0.9999, 1}) {
                double square = GaussianMeans.of(exact).square(q).value();
                assertThat(GaussianMeans.of(quadrature).product(q, c).value())
                        .isCloseTo(GaussianMeans.of(exact).product(q, c).value(), within(1e-10 * square));
                assertThat(GaussianMeans.of(quadrature).slopeProduct(q, c).value())
                        .isCloseTo(GaussianMeans.of(exact).slopeProduct(q, c).value(), within(1e-9));
            }
        }
    }

    /** For nearly equal inputs E (phi(u) - phi(v))²/2 is q lack E phi'², however small. */
    @ParameterizedTest
    @ValueSource(strings = {"tanh", "elu", "gelu", "hard_swish"})
    void smallDifferencesKeepTheirDigits(String name) {
        GaussianMeans means = GaussianMeans.of(Nonlinearities.of(name));
        double lack = 1e-9;
        assertThat(means.halfSquaredDifference(2, lack).value())
                .isCloseTo(2 * lack * means.slopeSquare(2).value(), within(2 * lack * 1e-6));
    }

    @Test
    void theDerivativeByVarianceIsThatOfTheMean() {
        for (Nonlinearity phi : Nonlinearities.all()) {
            GaussianMeans means = GaussianMeans.of(phi);
            double h = 1e-5;
            double difference =
                    (means.square(1.3 + h).value() - means.square(1.3 - h).value()) / (2 * h);
            assertThat(means.squareDerivative(1.3).value()).as(phi.name()).isCloseTo(difference, within(1e-8));
        }
    }
}
