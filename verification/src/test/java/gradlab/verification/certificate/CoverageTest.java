package gradlab.verification.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import gradlab.analysis.expression.RunSource;
import gradlab.verification.certificate.Cover.Result;
import gradlab.verification.claim.Case;
import gradlab.verification.claim.CaseValue;
import gradlab.verification.claim.Claim;
import gradlab.verification.claim.ClaimTexts;
import gradlab.verification.domain.Judgement;
import java.util.List;
import org.hipparchus.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CoverageTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // finite
                "n: 'integer(1, 60)'                      | n*(n + 1)/2 == sum(i, 1, n, i) | ALL",
                "n: 'integer(1, 20)'                      | n != 13                        | ONE",
                "b: boolean()                             | b or not b                     | ALL",
                "b: boolean()                             | b                              | ONE",
                "v: 'choice([3, 4], [0, 5])'              | norm(v) == 5                   | ALL",
                "P1: 'permutation(4)'                     | abs(det(P1)) == 1              | ALL",
                "P1: 'permutation(3)'                     | trace(P1) < 3                  | ONE",
                "x: 'real(0.3, 0.3)'                      | x == 0.3                       | ALL",
                "x: 'vector(0)'                           | norm(x) == 0                   | ALL",
                "m: 'integer(1, 3)', n: 'integer(m, 4)'   | m <= n                         | ALL",
                "m: 'integer(1, 3)', n: 'integer(m, 4)'   | m < n                          | ONE",
                // boxes
                "x: 'real(0, 1)'                          | x*(1 - x) <= 0.26              | ALL",
                "x: 'real(0, 1)'                          | x < 0.5                        | ONE",
                "x: 'real(-pi, pi)'                       | cos(x) >= -1.5                 | ALL",
                "x: 'real(0, sqrt(2))'                    | x^2 <= 2.0001                  | ALL",
                "x: 'logreal(0.001, 1000)'                | x > 0                          | ALL",
                "x: 'vector(2, -1, 1)'                    | norm(x) < 1.5                  | ALL",
                "A: 'matrix(2, 2, -1, 1)'                 | frobenius(A) < 2.1             | ALL",
                "n: 'integer(1, 3)', x: 'real(0, n)'      | x <= n                         | ALL",
                "b: boolean(), x: 'real(-1, 1)'           | if(b, x, -x) <= 1              | ALL",
                // bounds that are reached at an edge
                "x: 'real(0, 0.2)'                        | x <= 0.2                       | ALL",
                "x: 'real(0.1, 0.2)'                      | 10*x >= 1 and 5*x <= 1         | ALL",
                "x: 'real(0.1, 0.7)'                      | 1/x <= 10 and x^2 <= 0.49      | ALL",
                "x: 'vector(2, -0.3, 0.3)'                | norminf(x) <= 0.3              | ALL",
                "x: 'real(0, 0.2)'                        | x < 0.2                        | OPEN",
                "x: 'real(-0.1, 0.2)'                     | relu(x) <= 0.2                 | ALL",
                // Jacobians over boxes
                "x: 'real(-4, 4)'                         | derivative(gelu, x) <= 1.129   | ALL",
                "x: 'real(-4, 4)'                         | derivative(gelu, x) <= 1.128   | ONE",
                "x: 'vector(3, -2, 2)'                    | norm(jacobian(softmax, x)) <= 0.55   | ALL",
                "x: 'vector(4, -1, 1)'                    | norm(jacobian(softmax, x)) <= 0.55   | ALL",
                "a: 'real(1, 2)', b: 'real(-1, 1)', c: 'real(-2, -1)' | norm(jacobian(layernorm(1e-5), [a, b, c])) <= 1.5 | ALL",
                // what must stay open
                "x: 'real(0, 1)'                          | x/x == 1                       | OPEN",
                "x: 'real(-1, 1)'                         | 1/x != 0                       | OPEN",
                "x: 'real(-1, 1)'                         | derivative(relu, x) <= 1       | OPEN",
                "x: 'real(0, 4)'                          | sqrt(x - 1) >= 0               | OPEN",
                "x: 'real(0, 1)'                          | log(x) <= 0                    | OPEN",
                "x: 'integer(-2, 2)'                      | 1/x != 0                       | OPEN",
                "x: 'integer(0, 2)'                       | x^x >= 1                       | OPEN",
                "x: 'integer(0, 2)'                       | x*sin(pi) == 0                 | OPEN",
                "x: 'real(0, 1)', y: 'real(0, x)'         | y <= x                         | OPEN",
                "x: real()                                | x == x                         | OPEN",
                "x: 'vector(7, 0, 1)'                     | norm(x) < 100                  | OPEN",
                "x: 'vector(2)'                           | norm(x) >= 0                   | OPEN",
                "Q: 'orthogonal(2)'                       | norm(Q) == 1                   | OPEN",
                "n: 'integer(1, 30000)'                   | n > 0                          | OPEN",
                "x: 'real(0, 1e400)'                      | x >= 0                         | OPEN",
            })
    void coversWhatItCan(String variables, String statement, Result expected) {
        Cover cover = Coverage.of(ClaimTexts.forAll(variables, statement));
        assertThat(cover.outcome()).isEqualTo(expected);
        assertThat(cover.leaves().isEmpty()).isEqualTo(expected == Result.OPEN);
        assertThat(cover.decisive().isPresent()).isEqualTo(expected == Result.ONE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "n: 'integer(1, 20)'  | n^2 == 144         | ONE",
                "n: 'integer(1, 20)'  | n^2 == 145         | NONE",
                "x: 'real(-1, 1)'     | x^2 < 0            | NONE",
                "x: 'real(-1, 1)'     | x > 0.9            | ONE",
                "x: 'real(-1, 1)'     | 1/x == 0           | OPEN",
                "n: 'integer(-1, 1)'  | 1/n == 0           | OPEN",
                "n: 'integer(-1, 1)'  | 1/n == 1           | ONE",
            })
    void findsOrExcludesWhatIsSaidToExist(String variables, String statement, Result expected) {
        assertThat(Coverage.of(ClaimTexts.exists(variables, statement)).outcome())
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "n: 'integer(1, 3)'  | n > 5     | 1 == 2 | OPEN",
                "x: 'real(0, 1)'     | x > 5     | 1 == 2 | OPEN",
                "n: 'integer(0, 3)'  | 1/n > 0   | n > 0  | OPEN",
                "n: 'integer(0, 3)'  | n != 0    | 1/n > 0| ALL",
                "x: 'real(0, 1)'     | x >= 0.25 | 1/x < 5| OPEN",
                "x: 'real(0, 1)'     | x > 0.5   | x > 0.5| OPEN",
            })
    void noCaseAtAllIsNoCover(String variables, String hypothesis, String statement, Result expected) {
        Claim claim = ClaimTexts.claim(
                "forall: {" + variables + "}", "where: ['" + hypothesis + "']", "claim: '" + statement + "'");
        assertThat(Coverage.of(claim).outcome()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "norm([[9, 0], [0, 4]]) <= 9 | ALL  | exact evaluation",
                "norm([[9, 0], [0, 4]]) < 9  | ONE  | exact evaluation",
                "1/0 == 1                    | OPEN | exact evaluation",
                "sin(pi) == 0                | OPEN | exact evaluation",
            })
    void withoutVariablesThereIsOneCase(String statement, Result expected, String method) {
        Cover cover = Coverage.of(ClaimTexts.claim("claim: \"" + statement + "\""));
        assertThat(cover.outcome()).isEqualTo(expected);
        assertThat(cover.method()).isEqualTo(method);
    }

    /** The boxes of a cover reach from the lower bound to the upper one without a gap. */
    @Test
    void boxesLeaveNoGap() {
        Cover cover = Coverage.of(ClaimTexts.forAll("x: 'real(-pi, 0.2)'", "sin(x)^2 + cos(x)^2 <= 1.1"));
        List<BigFraction[]> sides = cover.leaves().stream()
                .map(box -> new BigFraction[] {number(box.lower()), number(box.upper())})
                .sorted((a, b) -> a[0].compareTo(b[0]))
                .toList();
        assertThat(sides).hasSizeGreaterThan(1);
        // -pi = -3.14159265358979323846..., by mpmath 1.3.0.
        assertThat(sides.get(0)[0]).isLessThan(new BigFraction(-314159265358979L, 100000000000000L));
        for (int i = 1; i < sides.size(); i++) {
            assertThat(sides.get(i)[0]).isEqualByComparingTo(sides.get(i - 1)[1]);
        }
        assertThat(sides.get(sides.size() - 1)[1]).isEqualByComparingTo(new BigFraction(1, 5));
    }

    private static BigFraction number(Case values) {
        return ((CaseValue.OfNumber) values.values().values().iterator().next()).value();
    }

    /** Every leaf's corners satisfy the claim, and so do points inside: nothing was called settled that is not. */
    @Test
    void leavesAreSettledOnesAndTheInstanceIsInside() {
        Claim claim = ClaimTexts.forAll("x: 'real(0, 2)'", "x^3 - 3*x >= -2.001");
        Cover cover = Coverage.of(claim);
        assertThat(cover.outcome()).isEqualTo(Result.ALL);
        assertThat(cover.instance()).isPresent();
        Judgement judgement = new Judgement(claim, RunSource.NONE);
        for (Box box : cover.leaves()) {
            BigFraction middle = number(box.lower()).add(number(box.upper())).divide(2);
            for (BigFraction x : List.of(number(box.lower()), middle, number(box.upper()))) {
                assertThat(judgement.of(Case.EMPTY.with("x", new CaseValue.OfNumber(x))))
                        .isEqualTo(gradlab.verification.domain.Outcome.SATISFIED);
            }
        }
    }
}
