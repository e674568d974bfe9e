package gradlab.verification.recheck;

import static org.assertj.core.api.Assertions.assertThat;

import gradlab.verification.recheck.CaseCheck.Answer;
import java.math.BigInteger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** Elementary functions against values of mpmath: each is proved to lie between two neighbours of 50 decimal places. */
class RecheckFunctionsTest {
    private static final String SCALE = "/" + BigInteger.TEN.pow(50);

    @ParameterizedTest
    @CsvFileSource(resources = "functions.csv")
    void valuesLieBetweenNeighbours(String function, String argument, BigInteger floor) {
        String value = "(" + function + " " + argument + ")";
        String low = floor + SCALE;
        String high = floor.add(BigInteger.ONE) + SCALE;
        assertThat(answer("(and (< " + low + " " + value + ") (< " + value + " " + high + "))"))
                .isEqualTo(Answer.HOLDS);
        assertThat(answer("(< " + value + " " + low + ")")).isEqualTo(Answer.VIOLATED);
        assertThat(answer("(== " + value + " " + high + ")")).isEqualTo(Answer.VIOLATED);
    }

    private static Answer answer(String claim) {
        return CaseChecker.check("(claim " + claim + ")").claim();
    }
}
