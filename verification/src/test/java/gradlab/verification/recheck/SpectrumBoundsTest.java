package gradlab.verification.recheck;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Eigenvalues and Kreiss constants of matrices of no special kind, as the checker bounds them. The references come from numpy
 * 2.4.6: {@code max(abs(eigvals(A)))}, {@code max(eigvals(A).real)}, and for Kreiss constants the largest weighted resolvent norm
 * on a grid of 400 x 181 points.
 */
class SpectrumBoundsTest {
    private static CaseCheck.Answer answer(String statement) {
        return CaseChecker.check("(claim " + statement + ")").claim();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "(> (rho (matrix 3 3 0 0 1/2 1 0 0 0 1 0)) 0.7937005) ",
                "(== (rho (matrix 3 3 1/2 1/2 0 1/4 1/4 1/2 0 3/10 7/10)) 1)",
                "(< (abscissa (matrix 3 3 0 1 0 0 0 1 -1 -2 -3)) 0)",
                "(== (abscissa (matrix 3 3 0 1 0 0 0 1 -6 -11 -6)) -1)",
                "(> (abscissa (matrix 3 3 0 1 0 0 0 1 -7 -2 -3)) 0)",
                "(== (rho (matrix 3 3 1 -1 0 1 -1 0 2 3 0)) 0)",
                "(and (> (kreiss (matrix 2 2 1/2 4 0 1/2)) 2) (< (kreiss (matrix 2 2 1/2 4 0 1/2)) 5/2))",
                "(and (> (kreiss (matrix 2 2 9/10 5 0 -4/5)) 19/10) (< (kreiss (matrix 2 2 9/10 5 0 -4/5)) 12/5))",
                "(== (kreiss (matrix 2 2 0 1 -1 0)) 1)",
                "(and (> (kreiss_continuous (matrix 2 2 -1 10 0 -2)) 9/5) (< (kreiss_continuous (matrix 2 2 -1 10 0 -2)) 21/10))",
                "(== (norm (power (matrix 2 2 27/50 -18/25 18/25 27/50) 90)) (^ 9/10 90))",
            })
    void hold(String statement) {
        assertThat(answer(statement.replace("0.7937005", "7937005/10000000"))).isEqualTo(CaseCheck.Answer.HOLDS);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "(> (rho (matrix 3 3 0 0 1/2 1 0 0 0 1 0)) 7937006/10000000)",
                "(< (rho (matrix 3 3 1/2 1/2 0 1/4 1/4 1/2 0 3/10 7/10)) 1)",
                "(< (abscissa (matrix 3 3 0 1 0 0 0 1 -6 -11 -6)) -1)",
                "(< (kreiss (matrix 2 2 1/2 4 0 1/2)) 2)",
                "(> (kreiss_continuous (matrix 2 2 -1 10 0 -2)) 5/2)",
            })
    void areViolated(String statement) {
        assertThat(answer(statement)).isEqualTo(CaseCheck.Answer.VIOLATED);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "(> (kreiss (matrix 2 2 11/10 1 0 1/2)) 0)",
                "(> (kreiss_continuous (matrix 2 2 1/10 1 0 -1)) 0)",
            })
    void areUndefined(String statement) {
        assertThat(answer(statement)).isEqualTo(CaseCheck.Answer.UNDEFINED);
    }
}
