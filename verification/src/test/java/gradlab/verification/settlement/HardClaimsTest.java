package gradlab.verification.settlement;

import static gradlab.verification.claim.Verdict.PROVED;
import static gradlab.verification.claim.Verdict.REFUTED;
import static org.assertj.core.api.Assertions.assertThat;

import gradlab.verification.claim.ClaimResult;
import gradlab.verification.claim.ClaimTexts;
import gradlab.verification.claim.Verdict;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Statements whose truth is known, at ties, kinks, bounds and where rounding would mislead. */
class HardClaimsTest {
    private static ClaimResult settled(String variables, String statement) {
        return Settled.of(ClaimTexts.forAll(variables, statement), 100, 2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "x: real()                         | 0*(1/x) == 0",
                "x: real()                         | x/x == 1",
                "x: real()                         | x != 0 implies x/x == 1",
                "x: 'real(0, 0.2)'                 | x <= 0.2",
                "x: 'real(0.1, 0.2)'               | 10*x >= 1 and 5*x <= 1",
                "x: 'real(0, sqrt(2))'             | x^2 <= 2",
                "x: 'real(-pi, pi)'                | abs(x) <= pi",
                "x: real()                         | tanh(x) < 1",
                "x: real()                         | sigmoid(x) > 0 and sigmoid(x) < 1",
                "x: real()                         | derivative(tanh, x) > 0",
                "x: real()                         | erf(x) < 1 and exp(x) > 0",
                "x: real()                         | x + 1 > x",
                "x: real()                         | x + 1e-400 > x",
                "x: real()                         | exp(x) >= 1 + x",
                "x: 'logreal(1e-300, 1e300)'       | log(x) <= x - 1",
                "x: real()                         | derivative(relu, x) == 0 or derivative(relu, x) == 1",
                "x: real(), y: real()              | min(x, y) + max(x, y) == x + y",
                "x: 'real(0, 1)', y: 'real(0, x)'  | y <= x",
                "u: 'unit(7)'                      | norm(u) == 1",
                "p: 'simplex(7)'                   | sum(p) == 1",
                "Q: 'orthogonal(4)'                | norm(Q) == 1 and abs(det(Q)) == 1 and rho(Q) == 1",
                "Q: 'orthogonal(3)', x: 'vector(3)'| norm(Q*x) == norm(x)",
                "A: 'matrix(2, 2)'                 | rho(A) <= norm(A) and norm(A) <= frobenius(A)",
                "A: 'matrix(2, 3)'                 | norm(A) == norm(transpose(A))",
                "A: 'matrix(2, 2)', B: 'matrix(2, 2)' | norm(A*B) <= norm(A)*norm(B)",
                "A: 'matrix(2, 2)'                 | sigma(A, 1)*sigma(A, 2) == abs(det(A))",
                "x: 'vector(3)', y: 'vector(3)'    | abs(dot(x, y)) <= norm(x)*norm(y)",
                "x: 'vector(3)'                    | norm(x + 2*x) == norm(x) + norm(2*x)",
                "x: 'vector(3)'                    | norm(1e200*x) == 1e200*norm(x)",
                "x: 'vector(3)'                    | norm(jacobian(layernorm(1e-5), x)) <= 1/sqrt(1e-5)",
                "x: 'vector(3)'                    | norm(zeros(0.1*3*10)) == 0 and norm(x) >= 0",
            })
    void whatIsTrueIsNotRefuted(String variables, String statement) {
        ClaimResult result = settled(variables, statement);
        assertThat(result.verdict()).as(result.reason()).isIn(PROVED, Verdict.SUPPORTED);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "x: real()              | 0*(1/x) == 0",
                "x: real()              | x/x == 1",
                "x: 'real(0, 1)'        | x/x == 1",
                "x: 'real(-1, 1)'       | derivative(relu, x) <= 1",
                "x: 'integer(-1, 1)'    | 1/x != 0",
                "x: 'integer(0, 3)'     | x^0 == 1",
            })
    void whatIsUndefinedSomewhereIsNotProved(String variables, String statement) {
        assertThat(settled(variables, statement).verdict()).isNotEqualTo(PROVED);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "x: 'real(0, 1)'                   | x*(1 - x) < 0.2499999",
                "x: 'real(-1, 1)'                  | abs(x) > 0",
                "x: 'real(-1, 1)'                  | x^2 + 1e-30 > 1e-30",
                "x: 'real(0, 0.2)'                 | x < 0.2",
                "x: 'real(-10, -0.1)', h: 'real(0.001, 0.2)' | abs(1 + h*x) < 1",
                "x: 'real(0, 1)'                   | exp(x) > 1 + x + x^2/2",
                "x: real()                         | derivative(sigmoid, x) < 1/4",
                "x: real()                         | floor(x) == x",
                "n: 'integer(9007199254740990, 9007199254740992)' | n < 9007199254740992",
                "A: 'matrix(2, 2)'                 | rho(A) < norm(A)",
                "A: 'matrix(2, 2)'                 | norm(A) == frobenius(A)",
                "J: 'matrix(2, 2)'                 | sigma_max(identity(2) + J) == 1 + sigma_max(J)",
                "As: 'list(2, matrix(2, 2))'       | chain(As) == As[0]*As[1]",
                "Q: 'orthogonal(2)'                | det(Q) == 1",
                "u: 'unit(1)'                      | u[0] == 1",
                "p: 'simplex(3)'                   | norm(p) < 1",
                "bs: 'list(3, boolean())'          | bs[0] or bs[1] or not bs[2]",
                "v: 'choice([3, 4], [0, 1])'       | norm(v) < 5",
                "M: 'permutation(5)'               | power(M, 12) == identity(5)",
                "x: 'vector(1)', y: 'vector(1)'    | relu(x + y) == relu(x) + relu(y)",
                "x: 'vector(4)'                    | variance(layernorm(1e-5)(x)) == 1",
            })
    void whatIsFalseSomewhereIsRefuted(String variables, String statement) {
        ClaimResult result = settled(variables, statement);
        assertThat(result.verdict()).as(result.reason()).isEqualTo(REFUTED);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "norm([[9, 0], [0, 4]]) <= 9                              | PROVED",
                "norm([[9, 0], [0, 4]]) < 9                               | REFUTED",
                "norm([[9, 0], [0, 4]]) == 9                              | PROVED",
                "norm([3, 4]) == 5                                        | PROVED",
                "0.1 + 0.2 == 0.3                                         | PROVED",
                "1e300 + 1 > 1e300                                        | PROVED",
                "1 + 1e-40 == 1                                           | REFUTED",
                "sqrt(2)*sqrt(8) == 4                                     | PROVED",
                "rho([[0, 1000], [0, 0]]) == 0                            | PROVED",
                "rho([[1, 1, 0], [0, 1, 1], [0, 0, 1]]) < 1               | REFUTED",
                "norm([[1, 1], [0, 1]]) < 1.61803398874989484820458683    | REFUTED",
                "rho([[0, 0, 2], [1, 0, 0], [0, 1, 0]]) < 1.25992104989487| REFUTED",
                "det([[1, 1/2], [1/2, 1/3]]) == 1/12                      | PROVED",
                "1/0 == 1/0                                               | UNDECIDED",
                "1/0 == 1 implies 1 == 1                                  | UNDECIDED",
                "not (0^0 == 1)                                           | UNDECIDED",
                "sin(pi) == 0                                             | UNDECIDED",
                "inverse([[1, 2], [2, 4]])[0, 0] == 1                     | UNDECIDED",
                "jacobian(relu, [0, 1])[1, 1] == 1                        | UNDECIDED",
            })
    void oneCaseIsDecidedExactly(String statement, Verdict expected) {
        ClaimResult result = Settled.of(ClaimTexts.claim("claim: \"" + statement + "\""), 100, 2);
        assertThat(result.verdict()).as(result.reason()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "n: 'integer(1, 20)'  | n^2 == 144                          | PROVED",
                "n: 'integer(1, 20)'  | n^2 == 145                          | REFUTED",
                "x: 'real(-1, 1)'     | x^2 < 0                             | REFUTED",
                "x: 'real(0, 2)'      | x^2 == 2                            | UNDECIDED",
                "x: 'real(-1, 1)'     | 1/x == 0                            | UNDECIDED",
                "A: 'matrix(2, 2)'    | rho(A) < 1 and norm(A) > 1          | PROVED",
                "M: 'permutation(3)'  | det(M) == -1                        | PROVED",
                "x: real()            | x^2 < 0                             | UNDECIDED",
            })
    void existenceNeedsACase(String variables, String statement, Verdict expected) {
        ClaimResult result = Settled.of(ClaimTexts.exists(variables, statement), 100, 2);
        assertThat(result.verdict()).as(result.reason()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "x: 'real(-1, 1)'    | x > 2",
                "n: 'integer(1, 3)'  | n > 4",
                "n: 'integer(1, 3)'  | 1/(n - n) > 0",
                "x: real()           | x > 1e308 and x < -1e308",
            })
    void aClaimAboutNothingIsUndecided(String variables, String hypothesis) {
        ClaimResult result = Settled.of(
                ClaimTexts.claim("forall: {" + variables + "}", "where: [\"" + hypothesis + "\"]", "claim: 1 == 2"),
                100,
                2);
        assertThat(result.verdict()).as(result.reason()).isEqualTo(Verdict.UNDECIDED);
    }
}
