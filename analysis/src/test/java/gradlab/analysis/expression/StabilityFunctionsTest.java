package gradlab.analysis.expression;

import static gradlab.analysis.arithmetic.Truth.FALSE;
import static gradlab.analysis.arithmetic.Truth.TRUE;
import static gradlab.analysis.arithmetic.Truth.UNDECIDED;
import static gradlab.analysis.arithmetic.Truth.UNDEFINED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import gradlab.analysis.arithmetic.DoubleArithmetic;
import gradlab.analysis.arithmetic.IntervalArithmetic;
import gradlab.analysis.arithmetic.Truth;
import gradlab.analysis.interval.Interval;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Ranks, abscissas and Kreiss constants. */
class StabilityFunctionsTest {
    /**
     * Suprema found by mpmath 1.3.0, mp.dps = 30, as the largest weight/svd_c(z I - A)[1] over a grid of 60 x 31 points,
     * refined by compass search until steps of 1e-12.
     */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "kreiss([[0.5, 10], [0, 0.5]])              | 5.05",
                "kreiss([[0.9, 1], [-0.2, 0.6]])            | 1.0543026609437308856",
                "kreiss([[0, 4], [-0.1, 0]])                | 1.348841237447768537",
                "kreiss([[0.5]])                            | 1",
                "kreiss_continuous([[-1, 10], [0, -2]])     | 1.8653556159007698346",
                "kreiss_continuous([[-0.5, 8], [-1, -0.2]]) | 1.4517204687921906801",
                "kreiss_continuous([[-2]])                  | 1",
            })
    void kreissConstantsAreEnclosed(String text, double value) {
        Interval enclosure = Texts.number(IntervalArithmetic.INTERVALS, text);
        assertThat(enclosure.lower()).isLessThanOrEqualTo(value * (1 + 1e-12));
        assertThat(enclosure.upper()).isGreaterThanOrEqualTo(value * (1 - 1e-12));
        assertThat(enclosure.upper() / enclosure.lower()).isLessThan(1.04);
        assertThat(Texts.number(DoubleArithmetic.BINARY64, text)).isCloseTo(value, within(0.05 * value));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "rank([[1, 2], [2, 4]]) == 1                        | TRUE",
                "rank([[1, 2], [2, 4.000000000000000000001]]) == 2  | TRUE",
                "rank([[1/3, 1/7], [7, 3]]) == 1                    | TRUE",
                "rank(zeros(3, 2)) == 0                             | TRUE",
                "rank([[1, 2, 3], [4, 5, 6], [7, 8, 9]]) == 2       | TRUE",
                "rank(identity(0)) == 0                             | TRUE",
                "rank([[sin(1), 1], [sin(1), 1]]) == 1              | UNDECIDED",
                "rank([[sin(1), 1], [sin(1), 2]]) == 2              | TRUE",
                "abscissa([[1, 5], [0, -2]]) == 1                   | TRUE",
                "abscissa([[0, 1], [-1, 0]]) == 0                   | TRUE",
                "abscissa([[0, 1], [-1, 0]]) < 0                    | FALSE",
                "abscissa([[2, 1], [1, 2]]) == 3                    | TRUE",
                "abscissa([[0, 2], [1, 0]]) == sqrt(2)              | TRUE",
                "abscissa([[-1, 1, 0], [0, -1, 1], [-0.5, 0, -1]]) < 0 | TRUE",
                "numerical_abscissa([[0, 2], [0, 0]]) == 1          | TRUE",
                "numerical_abscissa([[0, 2], [0, 0]]) < 1           | FALSE",
                "numerical_abscissa([[-1, 1], [-1, -1]]) == -1      | TRUE",
                "numerical_abscissa([[0, 1, 0], [0, 0, 1], [0, 0, 0]]) == sqrt(2)/2    | UNDECIDED",
                "numerical_abscissa([[0, 1, 0], [0, 0, 1], [0, 0, 0]]) < 0.70710678118655 | TRUE",
                "numerical_abscissa([[0, 1, 0], [0, 0, 1], [0, 0, 0]]) < 0.70710678118654 | FALSE",
                "numerical_abscissa([[1, 1, 0], [1, 1, 1], [0, 1, 2]]) <= 29/10 | TRUE",
                "kreiss([[0, 1], [-1, 0]]) == 1                     | TRUE",
                "kreiss([[2]]) > 0                                  | UNDEFINED",
                "kreiss([[1, 1], [0, 1]]) > 0                       | UNDECIDED",
                "kreiss(identity(0)) == 1                           | TRUE",
                "kreiss([[0.5, 3], [0, 0.5]]) <= norm(power([[0.5, 3], [0, 0.5]], 1)) | TRUE",
                "kreiss_continuous([[0, 1], [-1, 0]]) == 1          | TRUE",
                "kreiss_continuous([[1]]) > 0                       | UNDEFINED",
                "kreiss_continuous([[0, 1], [0, 0]]) > 0            | UNDECIDED",
            })
    void isDecidedAsFarAsItCanBe(String statement, Truth expected) {
        assertThat(Texts.truth(statement)).isEqualTo(expected);
        if (expected == TRUE || expected == FALSE) {
            Truth other = Texts.truth(IntervalArithmetic.INTERVALS, statement);
            assertThat(other).isIn(expected, UNDECIDED);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"kreiss([[1.5, 0], [0, 0.1]])", "kreiss_continuous([[0.5, 0], [0, -1]])"})
    void infinityIsNoValue(String term) {
        assertThat(Texts.truth(term + " > 1")).isEqualTo(UNDEFINED);
        assertThat(Texts.truth(DoubleArithmetic.BINARY64, "not " + term + " > 1"))
                .isEqualTo(UNDEFINED);
    }

    /** The real part of the roots of x^3 = -1/2 shifted by -1, by hand: (1/2)^(1/3)/2 - 1. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "abscissa([[-1, 1, 0], [0, -1, 1], [-0.5, 0, -1]]) | -0.603149737007950104764",
                "abscissa([[0, 1, 0], [0, 0, 1], [2, 0, 0]])       | 1.25992104989487316476721060728",
                "numerical_abscissa([[0, 1, 0], [0, 0, 1], [0, 0, 0]]) | 0.707106781186547524400844362105",
                "rank([[1, 2], [3, 4]])                            | 2",
            })
    void valuesAreEnclosed(String text, double value) {
        Interval enclosure = Texts.number(IntervalArithmetic.INTERVALS, text);
        assertThat(enclosure.lower()).isLessThanOrEqualTo(Math.nextUp(value));
        assertThat(enclosure.upper()).isGreaterThanOrEqualTo(Math.nextDown(value));
        assertThat(enclosure.width()).isLessThan(1e-12);
        assertThat(Texts.number(DoubleArithmetic.BINARY64, text)).isCloseTo(value, within(1e-12));
    }
}
