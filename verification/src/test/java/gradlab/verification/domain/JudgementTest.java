package gradlab.verification.domain;

import static org.assertj.core.api.Assertions.assertThat;

import gradlab.analysis.expression.RunSource;
import gradlab.verification.claim.Case;
import gradlab.verification.claim.CaseValue;
import gradlab.verification.claim.Claim;
import gradlab.verification.claim.ClaimTexts;
import org.hipparchus.fraction.BigFraction;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JudgementTest {
    private static Outcome judged(Claim claim, long x) {
        return new Judgement(claim, RunSource.NONE)
                .of(Case.EMPTY.with("x", new CaseValue.OfNumber(new BigFraction(x))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "x > 0            | x < 5              | 3 | SATISFIED",
                "x > 0            | x < 5              | 7 | VIOLATED",
                "x > 0            | x < 5              | 0 | DISCARDED",
                "x > 0            | 1/0 > 0            | 0 | DISCARDED",
                "x > 0            | 1/(x - 3) > 0      | 3 | UNDEFINED",
                "1/x > 0          | x < 5              | 0 | UNDEFINED",
                "sin(pi) == 0     | x < 5              | 3 | UNDECIDED",
                "sin(pi) == 0     | 1/0 > 0            | 3 | UNDECIDED",
                "x > 0            | x*sin(pi) == 0     | 3 | UNDECIDED",
                "x > 0            | x*sin(pi) > 1      | 3 | VIOLATED",
                "norm([3, 4]) <= 5| norm([x, 4]) == 5  | 3 | SATISFIED",
                "norm([3, 4]) < 5 | x == x             | 3 | DISCARDED",
            })
    void hypothesesComeFirst(String hypothesis, String statement, long x, Outcome expected) {
        Claim claim = ClaimTexts.claim(
                "forall: {x: real()}", "where: [\"" + hypothesis + "\"]", "claim: \"" + statement + "\"");
        assertThat(judged(claim, x)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[\"1/x > 0\", \"x > 0\"] | DISCARDED",
                "[\"x > 0\", \"1/x > 0\"] | DISCARDED",
                "[\"1/x > 0\", \"sin(pi) == 0\"] | UNDEFINED",
                "[\"sin(pi) == 0\", \"1/x > 0\"] | UNDEFINED",
            })
    void oneViolatedHypothesisDiscardsWhateverTheOthersAre(String hypotheses, Outcome expected) {
        Claim claim = ClaimTexts.claim("forall: {x: real()}", "where: " + hypotheses, "claim: x == 1");
        assertThat(judged(claim, 0)).isEqualTo(expected);
    }
}
