package gradlab.verification.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import gradlab.verification.claim.Case;
import gradlab.verification.claim.CaseValue;
import gradlab.verification.claim.ClaimTexts;
import java.util.OptionalDouble;
import org.hipparchus.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MarginTest {
    /** The margin of a statement about x = 3. */
    private static OptionalDouble margin(String... lines) {
        Case three = Case.EMPTY.with("x", new CaseValue.OfNumber(new BigFraction(3)));
        return new Margin(ClaimTexts.claim(lines)).of(three);
    }

    private static OptionalDouble of(String statement) {
        return margin("forall: {x: real()}", "claim: \"" + statement + "\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "x <= 5                  | 2",
                "x < 5                   | 2",
                "x >= 5                  | -2",
                "x > 1                   | 2",
                "x == 3                  | 0",
                "x == 5                  | -2",
                "x != 5                  | 2",
                "not x <= 5              | -2",
                "x <= 5 and x >= 2       | 1",
                "x <= 5 or x >= 2        | 2",
                "x <= 2 or x >= 7        | -1",
                "x >= 2 implies x <= 5   | 2",
                "x >= 5 implies x <= 1   | 2",
                "not (x <= 5 and x >= 2) | -1",
                "x <= 2 and 1/0 > 0      | -1",
                "x <= 5 or 1/0 > 0       | 2",
                "norm([x, 4]) <= 6       | 1",
            })
    void isTheDistanceFromViolation(String statement, double expected) {
        assertThat(of(statement).orElseThrow()).isCloseTo(expected, within(1e-12));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[x] == [3]",
                "true",
                "all(i, 0, 2, i < x)",
                "1/0 < x",
                "x <= 5 and 1/0 > 0",
                "1e200^2 < x",
                "sum(zeros(0.1*x*10)) < 1",
                "[1, 2, 3, 4][0.1*x*10] < 9",
                "[1, 2][x] < 9",
            })
    void isEmptyWhereItMeansNothing(String statement) {
        assertThat(of(statement)).isEmpty();
    }

    @Test
    void isEmptyWhereAHypothesisFailsOrACaseIsBeyondBinary64() {
        assertThat(margin("forall: {x: real()}", "where: [x > 4]", "claim: x < 5"))
                .isEmpty();
        assertThat(margin("forall: {x: real()}", "where: [x > 2]", "claim: x < 5"))
                .hasValue(2);
        Case huge = Case.EMPTY.with("x", new CaseValue.OfNumber(new BigFraction(10).pow(400)));
        assertThat(new Margin(ClaimTexts.forAll("x: 'real(0, 1e400)'", "x >= 0")).of(huge))
                .satisfiesAnyOf(
                        m -> assertThat(m).isEmpty(),
                        m -> assertThat(m.orElseThrow()).isPositive());
    }
}
