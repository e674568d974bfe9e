package gradlab.verification.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import gradlab.verification.claim.ClaimResult;
import gradlab.verification.claim.ClaimTexts;
import gradlab.verification.claim.Verdict;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Bounds of Jacobian norms over boxes, proved by branch and bound and accepted by the independent checker. The largest norm
 * that sampling finds is given beside each; boxes and seconds on one core in brackets, prover and checker.
 */
class JacobianBoundsTest {
    private static final String WIDE =
            "[[0.94, -0.77, 0.16, 0.18], [0.30, -0.92, 0.30, -0.28], [0.02, 0.12, 0.70, -0.23], [-0.37, "
                    + "0.53, 0.49, -0.92], [0.30, 0.08, 0.54, -0.29], [-0.18, -0.38, 0.83, -1.09], [0.06, 0.07, "
                    + "0.38, -0.09], [-0.71, -0.53, 0.11, -0.74]]";

    private static final String NARROW =
            "[[0.50, -0.10, -0.31, -0.16, 0.02, 0.50, 0.37, -0.41], [0.10, -0.03, -0.43, -0.04, -0.03, "
                    + "0.17, 0.36, -0.29], [0.56, 0.10, 0.20, 0.39, -0.43, -0.43, -0.26, -0.20], [-0.73, -0.47, "
                    + "0.01, -0.16, -0.32, -0.08, -0.19, -0.12]]";

    private static final String RECURRENT =
            "[[0.36, -1.57], [-1.20, -1.05], [-0.97, -0.74], [0.17, 0.02], [-0.01, 0.79], [1.13, "
                    + "-0.62], [0.12, 0.77], [1.08, 2.06]]";

    private static final String INPUT = "[[1.05], [0.55], [-1.56], [-0.80], [0.73], [2.09], [0.67], [1.34]]";

    private static final String UP =
            "[[0.56, -0.71], [0.64, -3.50], [0.17, -2.85], [-2.17, -2.18], [0.17, -0.30], [1.10, 0.21], "
                    + "[0.65, 0.20], [2.00, -0.08]]";

    private static final String DOWN =
            "[[0.01, 0.52, -0.48, 0.07, 0.38, 1.05, 0.43, 0.23], [0.41, 0.50, -1.41, 0.47, -0.03, 0.64, "
                    + "1.25, 0.04]]";

    static Stream<Arguments> claims() {
        String gelu = "sequential(dense(" + WIDE + "), gelu, dense(" + NARROW + "))";
        String tanh = "sequential(dense(" + UP + "), tanh, dense(" + DOWN + "))";
        String lstm = "lstm(" + RECURRENT + ", " + INPUT + ", zeros(8), [0.5])";
        return Stream.of(
                // 1.872 (about 10 boxes; 0.1 s and 2 s)
                Arguments.of("x: 'vector(4, -1, 1)'", "norm(jacobian(" + gelu + ", x)) <= 3"),
                // 2.844 (about 70 boxes; 0.5 s and 2 s)
                Arguments.of("x: 'vector(2, -1, 1)'", "norm(jacobian(" + tanh + ", x)) <= 3.4"),
                // 1.242 (about 200 boxes; 1 s and 5 s)
                Arguments.of("s: 'vector(4, -1, 1)'", "norm(jacobian(" + lstm + ", s)) <= 1.8"),
                // 1/2 (about 40 boxes; 0.3 s and 1 s)
                Arguments.of("x: 'vector(3, -2, 2)'", "norm(jacobian(softmax, x)) <= 0.55"),
                // about 1.2 (about 50 boxes; 0.5 s and 0.3 s)
                Arguments.of(
                        "a: 'real(1, 2)', b: 'real(-1, 1)', c: 'real(-2, -1)'",
                        "norm(jacobian(layernorm(1e-5), [a, b, c])) <= 1.5"),
                // the largest slope, 1.1289, at sqrt(2)
                Arguments.of("x: 'real(-8, 8)'", "derivative(gelu, x) <= 1.12891"),
                // reached at the edge
                Arguments.of("x: 'real(0, 0.2)'", "x <= 0.2"));
    }

    @ParameterizedTest
    @MethodSource("claims")
    void areProved(String variables, String statement) {
        ClaimResult result = Settled.of(ClaimTexts.forAll(variables, statement), 100, 2);
        assertThat(result.verdict()).as(result.reason()).isEqualTo(Verdict.PROVED);
    }
}
