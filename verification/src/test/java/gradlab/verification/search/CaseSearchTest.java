package gradlab.verification.search;

import static org.assertj.core.api.Assertions.assertThat;

import gradlab.analysis.expression.RunSource;
import gradlab.verification.claim.Case;
import gradlab.verification.claim.CaseValue;
import gradlab.verification.claim.Claim;
import gradlab.verification.claim.ClaimTexts;
import gradlab.verification.claim.Evidence;
import gradlab.verification.domain.Judgement;
import gradlab.verification.domain.Outcome;
import org.hipparchus.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CaseSearchTest {
    private static final int TRIALS = 150;

    private static Finding search(Claim claim, long seed, int threads) {
        return CaseSearch.of(seed, TRIALS, threads).of(claim, Progress.SILENT);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "x: real(), y: real() | x + y == y + x",
                "x: real() | x < 10",
                "x: real() | 1/x != 0",
                "x: real() | sin(pi)*x == 0",
                "n: 'integer(1, 4)', A: 'matrix(n, n)' | rho(A) <= norm(A)",
                "n: 'integer(1, 4)', A: 'matrix(n, n)' | rho(A) < norm(A)",
                "x: 'real(0, 1)' | x*(1 - x) <= 0.2499999",
            })
    void comesToTheSameWithAnyNumberOfThreads(String variables, String statement) {
        Claim claim = ClaimTexts.forAll(variables, statement);
        assertThat(search(claim, 3, 4)).isEqualTo(search(claim, 3, 1)).isEqualTo(search(claim, 3, 4));
    }

    @Test
    void anotherSeedLooksElsewhere() {
        Claim claim = ClaimTexts.forAll("x: real()", "x < 1e300");
        assertThat(search(claim, 1, 1)).isNotEqualTo(search(claim, 2, 1));
    }

    @Test
    void countsAddUp() {
        Claim claim = ClaimTexts.claim(
                "forall: {x: 'integer(-5, 5)'}", "where: [x != 1]", "claim: if(x == 0, 1/x, x*sin(pi)) == 0 or x > 0");
        Evidence.Search search = search(claim, 1, 2).search();
        assertThat(search.counts().discarded()).isPositive();
        assertThat(search.counts().undefined()).isPositive();
        assertThat(search.counts().undecided()).isPositive();
        assertThat(search.counts().decided()).isZero();
        assertThat(search.counts().drawn()).isEqualTo(6 * TRIALS);
        assertThat(search.rateBound()).isEqualTo(1);
    }

    @Test
    void undecidedCasesCountAgainstTheClaim() {
        Claim claim = ClaimTexts.forAll("n: 'integer(0, 9)'", "n > 0 or sin(pi) == 0");
        Evidence.Search search = search(claim, 1, 1).search();
        int undecided = search.counts().undecided();
        assertThat(search.counts().decided()).isEqualTo(TRIALS);
        assertThat(undecided).isPositive();
        assertThat(search.rateBound()).isEqualTo(RateBound.upper95(undecided, TRIALS + undecided));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "x: real() | x < 100",
                "x: 'vector(6)' | norm(x) <= 7",
                "n: 'integer(1, 5)', A: 'matrix(n, n)' | norm(A) < 50",
                "u: 'unit(4)' | u[0] < 0.4",
                "Q: 'orthogonal(3)' | det(Q) == 1",
                "p: 'simplex(4)' | p[0] < 0.9",
            })
    void whatIsShrunkStillViolates(String variables, String statement) {
        Claim claim = ClaimTexts.forAll(variables, statement);
        Case found = search(claim, 1, 2).decisive().orElseThrow();
        assertThat(new Judgement(claim, RunSource.NONE).of(found)).isEqualTo(Outcome.VIOLATED);
    }

    @Test
    void shrinkingFindsSimpleCases() {
        Claim claim = ClaimTexts.forAll("n: 'integer(1, 50)'", "n < 17");
        assertThat(search(claim, 1, 1).decisive())
                .contains(Case.EMPTY.with("n", new CaseValue.OfNumber(new BigFraction(17))));
    }

    /** The violations are too rare to be drawn; the ascent climbs to them. */
    @Test
    void ascentReachesWhatIsNotDrawn() {
        Claim claim = ClaimTexts.forAll("x: 'real(0, 1)'", "(x - 0.3141)^2 >= 1e-9");
        Finding finding = search(claim, 1, 1);
        assertThat(finding.decisive()).isPresent();
        assertThat(finding.how()).startsWith("found by ascent");
    }

    /** Steps once left domains that depend on what moved, and what they reached was taken for a witness. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "x: 'real(0, 1)', y: 'real(0, x)' | y <= x",
                "x: 'real(0, 1)', v: 'vector(2, -x, x)' | norminf(v) <= x",
                "x: 'real(1, 5)', k: 'integer(1, floor(x))' | k <= x",
                "x: 'real(1, 5)', v: 'vector(floor(x), 0, 1)' | sum(v) <= x",
                "x: 'real(0, 1)', ys: 'list(2, real(0, x))' | ys[0] <= x and ys[1] <= x",
            })
    void ascentStaysInDomainsThatDependOnOneAnother(String variables, String statement) {
        Finding finding = search(ClaimTexts.forAll(variables, statement), 1, 1);
        assertThat(finding.decisive()).isEmpty();
        assertThat(finding.search().counts().decided()).isEqualTo(TRIALS);
    }

    /** What is rare, here less than 0.01 % of the square, is not drawn. */
    @Test
    void whatIsSoughtIsClimbedTo() {
        String variables = "x: 'real(-1, 1)', y: 'real(-1, 1)'";
        String statement = "1 - (x - 0.31)^2 - (y + 0.57)^2 >= 0.9999";
        Finding found = search(ClaimTexts.exists(variables, statement), 1, 2);
        assertThat(found.decisive()).isPresent();
        assertThat(found.search().ascents()).isPositive();
        assertThat(found.how()).contains("found by ascent");
        assertThat(found).isEqualTo(search(ClaimTexts.exists(variables, statement), 1, 1));
        Finding none = search(ClaimTexts.exists(variables, "1 - (x - 0.31)^2 - (y + 0.57)^2 > 1"), 1, 1);
        assertThat(none.decisive()).isEmpty();
    }

    @Test
    void existenceIsSoughtWithoutAscent() {
        Finding found = search(ClaimTexts.exists("n: 'integer(1, 50)'", "n > 40"), 1, 1);
        assertThat(found.decisive()).isPresent();
        Finding none = search(ClaimTexts.exists("n: 'integer(1, 50)'", "n > 50"), 1, 1);
        assertThat(none.decisive()).isEmpty();
        assertThat(none.search().ascents()).isZero();
    }
}
