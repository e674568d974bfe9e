package gradlab.verification.expectation;

import static org.assertj.core.api.Assertions.assertThat;

import gradlab.analysis.interval.Interval;
import gradlab.analysis.random.RandomStream;
import gradlab.verification.claim.Case;
import gradlab.verification.claim.Claim;
import gradlab.verification.claim.ClaimTexts;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What exact moments give lies where samples say: one way never sees the other's numbers. */
final class ExactMeansAgainstSamplesTest {

    private static final String RANDOM =
            "random: {x: gaussian(3), r: 'rademacher(3, 2)', u: 'uniform(-1, 2)', W: 'gaussian(3, 3, 0.7)',"
                    + " V: 'uniform(3, 3, -1, 1)', g: gaussian(3), As: 'list(3, gaussian(2, 2))'}";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "E((u + x[0]*r[1])^4)",
                "Var(dot(W*x, g))",
                "Var(norm(x + r)^2)",
                "E(variance(x)*u^3)",
                "E(trace(W*V*transpose(W)))",
                "E(norm(chain(As)*[1, 2])^2)",
                "E(frobenius(power(W, 3))^2)",
                "E(det(W)^2 + u)",
                "E(norm(relu(W*x))^2)",
                "E(norm(relu(V*relu(W*x)))^2)",
                "E(norm(relu(W*r))^2 * u)",
                "E(abs(dot(x, g))^2*max(x[0], 0)^0 + 1)",
                "E(max(x[0] + g[0], 0)^4)",
                "E(min(x[0], g[0])^2 + max(x[0], g[0])^2)",
                "E(norm(transpose(jacobian(sequential(dense(W), relu), [1, -2, 3]))*g)^2)",
                "E(norm(jacobian(sequential(dense(W), relu, dense(V)), [1, -2, 3])*x)^2)",
                "E(norm(residual(sequential(dense(W), relu), 0.5)(x))^2)",
            })
    void agree(String mean) {
        Claim claim = ClaimTexts.claim(RANDOM, "claim: \"" + mean + " >= 0\"");
        List<Term> terms = Terms.of(claim, Case.EMPTY);
        assertThat(terms).hasSize(1);
        Term term = terms.get(0);
        var exact = ExactTerm.of(claim, Case.EMPTY, term);
        if (mean.contains("^0")) {
            assertThat(exact).isEmpty();
            return;
        }
        Sample sample = new Sampler(claim, Case.EMPTY)
                .draw(terms, RandomStream.of(11, mean), 20_000)
                .get(0);
        double center = Estimate.point(term, sample);
        double deviation = Math.sqrt(sample.variance() / sample.size());
        Interval around = MeanInterval.asymptotic(term.kind(), sample, 1e-6).interval();
        Interval wide = around.isFinite() ? around : new Interval(center - 8 * deviation, center + 8 * deviation);
        assertThat(exact)
                .as(mean)
                .hasValueSatisfying(value -> assertThat(wide.overlaps(value))
                        .as("%s in %s", value, wide)
                        .isTrue());
    }
}
