package gradlab.analysis.arithmetic;

import static org.assertj.core.api.Assertions.assertThat;

import gradlab.analysis.interval.Interval;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What steers searches is not far below the proved bounds, and never above them. */
class KreissEstimateTest {
    @ParameterizedTest
    @CsvSource({
        "0.5, 4, 0, 0.5, true",
        "0.9, 5, 0, -0.8, true",
        "0.2, 3, -0.3, 0.1, true",
        "0.8, 0.6, -0.6, 0.3, true",
        "-1, 10, 0, -2, false",
        "-0.2, 8, 0, -0.3, false",
        "-1, 5, -5, 0, false",
    })
    void isNearTheEnclosure(double a, double b, double c, double d, boolean discrete) {
        Matrix<Double> matrix = new Matrix<>(2, 2, List.of(a, b, c, d));
        double estimate =
                discrete ? DoubleMatrices.BINARY64.kreiss(matrix) : DoubleMatrices.BINARY64.kreissContinuous(matrix);
        Matrix<Interval> exact = matrix.map(Interval::of);
        Interval enclosure = discrete
                ? MatrixEnclosures.ENCLOSURES.kreiss(exact)
                : MatrixEnclosures.ENCLOSURES.kreissContinuous(exact);
        assertThat(estimate).isBetween(0.99 * enclosure.lower(), enclosure.upper());
    }
}
