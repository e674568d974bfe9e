package gradlab.verification.claim;

import static gradlab.verification.claim.Evidence.Recheck.ACCEPTED;
import static gradlab.verification.claim.Evidence.Recheck.CONTRADICTED;
import static gradlab.verification.claim.Verdict.PROVED;
import static gradlab.verification.claim.Verdict.REFUTED;
import static gradlab.verification.claim.Verdict.SUPPORTED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gradlab.verification.claim.Evidence.Recheck;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Every line of the table of verdicts. */
class VerdictRuleTest {
    private static final Claim FOR_ALL = ClaimTexts.forAll("x: real()", "x > 0");
    private static final Claim EXISTS = ClaimTexts.exists("x: real()", "x > 0");

    private static Evidence theorem(boolean negation, boolean accepted) {
        return new Evidence.Theorem(negation, "t", accepted, "forall x", List.of(), "coq", "because");
    }

    private static Evidence certificate(boolean holds, Recheck recheck) {
        return new Evidence.Certificate("enumeration", 3, holds, Case.EMPTY, recheck);
    }

    private static Evidence witness(boolean satisfies, Recheck recheck) {
        return new Evidence.Witness(Case.EMPTY, satisfies, "drawn", recheck);
    }

    private static Evidence search(int wanted, int decided, int undecided, int undefined, int discarded) {
        CaseCounts counts = new CaseCounts(decided, undecided, undefined, discarded);
        return new Evidence.Search(counts, wanted, 7, 0.003, Optional.empty(), Optional.empty(), "drawn");
    }

    private static Evidence runs(boolean decides, List<Long> seeds, List<Long> supporting, List<Long> contradicting) {
        List<Trial> trials = seeds.stream()
                .map(seed -> new Trial(
                        Case.EMPTY,
                        seed,
                        supporting.contains(seed)
                                ? Trial.Outcome.SATISFIES
                                : contradicting.contains(seed) ? Trial.Outcome.VIOLATES : Trial.Outcome.UNDEFINED,
                        List.of(),
                        List.of()))
                .toList();
        return new Evidence.Training("e", decides, trials, seeds.size(), List.of(), Map.of(), Map.of());
    }

    private static Verdict verdict(Claim claim, Evidence... evidence) {
        return VerdictRule.of(claim, List.of(evidence)).verdict();
    }

    @Test
    void anAcceptedTheoremDecides() {
        assertThat(verdict(FOR_ALL, theorem(false, true))).isEqualTo(PROVED);
        assertThat(verdict(EXISTS, theorem(false, true))).isEqualTo(PROVED);
        assertThat(verdict(FOR_ALL, theorem(true, true))).isEqualTo(REFUTED);
        assertThat(verdict(FOR_ALL, theorem(false, false))).isEqualTo(Verdict.UNDECIDED);
        assertThat(verdict(FOR_ALL, theorem(true, false))).isEqualTo(Verdict.UNDECIDED);
        assertThat(verdict(FOR_ALL, theorem(false, false), search(1000, 1000, 0, 0, 0)))
                .isEqualTo(SUPPORTED);
    }

    @Test
    void aTheoremThatDoesNotCountSaysWhy() {
        assertThat(VerdictRule.of(FOR_ALL, List.of(theorem(false, false), search(1000, 1000, 0, 0, 0)))
                        .reason())
                .endsWith("; theorem t does not count: because");
    }

    @ParameterizedTest
    @CsvSource({
        "true, ACCEPTED, PROVED",
        "false, ACCEPTED, REFUTED",
        "true, UNDECIDED, UNDECIDED",
        "false, UNDECIDED, UNDECIDED",
    })
    void aCertificateDecidesIfTheCheckerAgrees(boolean holds, Recheck recheck, Verdict expected) {
        assertThat(verdict(FOR_ALL, certificate(holds, recheck))).isEqualTo(expected);
        assertThat(verdict(EXISTS, certificate(holds, recheck))).isEqualTo(expected);
    }

    @ParameterizedTest
    @EnumSource(names = {"ACCEPTED", "UNDECIDED"})
    void oneCaseDecidesOneWay(Recheck recheck) {
        assertThat(verdict(FOR_ALL, witness(false, recheck))).isEqualTo(REFUTED);
        assertThat(verdict(EXISTS, witness(true, recheck))).isEqualTo(PROVED);
        assertThat(verdict(FOR_ALL, witness(true, recheck))).isEqualTo(Verdict.UNDECIDED);
        assertThat(verdict(EXISTS, witness(false, recheck))).isEqualTo(Verdict.UNDECIDED);
        assertThat(verdict(FOR_ALL, search(1000, 1000, 0, 0, 0), witness(false, recheck)))
                .isEqualTo(REFUTED);
    }

    @ParameterizedTest
    @CsvSource({
        "1000, 1000,   0,    0,    0, SUPPORTED",
        "1000,  999,   0,    0,    0, UNDECIDED",
        "1000,  999,   9,    9,    0, UNDECIDED",
        "1000, 1000, 500,  500,    0, SUPPORTED",
        " 100,  100,   0,    0,  500, SUPPORTED",
        " 100,  100,   0,    0,  501, UNDECIDED",
        "   1,    1,   0,    0,    0, UNDECIDED",
        "   1,   99,   0,    0,    0, UNDECIDED",
        "   1,  100,   0,    0,    0, SUPPORTED",
        "1000,    0,1000,    0,    0, UNDECIDED",
        "1000,    0,   0, 1000,    0, UNDECIDED",
        "1000,    0,   0,    0, 6000, UNDECIDED",
    })
    void aSearchSupportsWithEnoughDecidedCases(
            int wanted, int decided, int undecided, int undefined, int discarded, Verdict expected) {
        Evidence search = search(wanted, decided, undecided, undefined, discarded);
        assertThat(verdict(FOR_ALL, search)).isEqualTo(expected);
        assertThat(verdict(EXISTS, search)).isEqualTo(Verdict.UNDECIDED);
    }

    @Test
    void aSearchNeverProves() {
        assertThat(verdict(FOR_ALL, search(1_000_000, 1_000_000, 0, 0, 0))).isEqualTo(SUPPORTED);
    }

    @Test
    void runsSupportAndNeverProve() {
        List<Long> all = List.of(1L, 2L);
        assertThat(verdict(FOR_ALL, runs(true, all, all, List.of()))).isEqualTo(SUPPORTED);
        assertThat(verdict(FOR_ALL, runs(true, all, List.of(1L), List.of()))).isEqualTo(Verdict.UNDECIDED);
        assertThat(verdict(FOR_ALL, runs(true, List.of(), List.of(), List.of())))
                .isEqualTo(Verdict.UNDECIDED);
        assertThat(verdict(EXISTS, runs(true, all, List.of(2L), List.of(1L)))).isEqualTo(SUPPORTED);
        assertThat(verdict(EXISTS, runs(true, all, List.of(), all))).isEqualTo(Verdict.UNDECIDED);
        assertThat(verdict(FOR_ALL, runs(true, all, List.of(1L), List.of(2L)), witness(false, Recheck.UNDECIDED)))
                .isEqualTo(REFUTED);
    }

    @Test
    void measurementsDecideNothing() {
        List<Long> all = List.of(1L);
        assertThat(verdict(FOR_ALL, runs(false, all, all, List.of()))).isEqualTo(Verdict.UNDECIDED);
        assertThat(verdict(FOR_ALL, runs(false, all, List.of(), all), search(1000, 1000, 0, 0, 0)))
                .isEqualTo(SUPPORTED);
    }

    @Test
    void nothingAtAllIsUndecidedWithAReason() {
        Ruling ruling = VerdictRule.of(FOR_ALL, List.of());
        assertThat(ruling.verdict()).isEqualTo(Verdict.UNDECIDED);
        assertThat(ruling.reason()).isNotBlank();
    }

    @Test
    void contradictionsAreLoud() {
        loud(FOR_ALL, theorem(false, true), witness(false, Recheck.UNDECIDED));
        loud(FOR_ALL, theorem(false, true), theorem(true, true));
        loud(FOR_ALL, certificate(true, ACCEPTED), witness(false, ACCEPTED));
        loud(FOR_ALL, certificate(true, ACCEPTED), theorem(true, true));
        loud(EXISTS, certificate(false, ACCEPTED), witness(true, ACCEPTED));
        loud(EXISTS, certificate(false, ACCEPTED), theorem(false, true));
        loud(EXISTS, witness(true, ACCEPTED), theorem(true, true));
        loud(FOR_ALL, witness(false, CONTRADICTED));
        loud(EXISTS, witness(true, CONTRADICTED));
        loud(FOR_ALL, certificate(true, CONTRADICTED));
        loud(EXISTS, certificate(false, CONTRADICTED));
        loud(FOR_ALL, theorem(false, true), certificate(true, CONTRADICTED));
    }

    private static void loud(Claim claim, Evidence... evidence) {
        assertThatThrownBy(() -> VerdictRule.of(claim, List.of(evidence))).isInstanceOf(ConflictException.class);
    }

    private static Evidence shortRuns(Trial.Outcome... outcomes) {
        List<Trial> trials = java.util.Arrays.stream(outcomes)
                .map(outcome -> new Trial(Case.EMPTY, 1, outcome, List.of(), List.of()))
                .toList();
        return new Evidence.Training("e", true, trials, 20, List.of("e: steps=2"), Map.of(), Map.of());
    }

    @Test
    void shortenedRunsSupportAndNeverRefute() {
        assertThat(verdict(FOR_ALL, shortRuns(Trial.Outcome.SATISFIES))).isEqualTo(SUPPORTED);
        assertThat(verdict(EXISTS, shortRuns(Trial.Outcome.VIOLATES, Trial.Outcome.SATISFIES)))
                .isEqualTo(SUPPORTED);
        assertThat(verdict(FOR_ALL, shortRuns(Trial.Outcome.VIOLATES))).isEqualTo(Verdict.UNDECIDED);
        assertThat(verdict(FOR_ALL, shortRuns(Trial.Outcome.VIOLATES), witness(false, Recheck.UNDECIDED)))
                .isEqualTo(Verdict.UNDECIDED);
        assertThat(verdict(FOR_ALL, runs(true, List.of(1L), List.of(), List.of(1L)), witness(false, Recheck.UNDECIDED)))
                .isEqualTo(REFUTED);
    }

    @Test
    void discardedRunsAreNoneOfTheSatisfyingOnes() {
        Trial.Outcome yes = Trial.Outcome.SATISFIES;
        Trial.Outcome out = Trial.Outcome.DISCARDED;
        assertThat(verdict(FOR_ALL, shortRuns(yes, out, out, out, out, out))).isEqualTo(SUPPORTED);
        assertThat(verdict(FOR_ALL, shortRuns(yes, out, out, out, out, out, out)))
                .isEqualTo(Verdict.UNDECIDED);
        assertThat(verdict(FOR_ALL, shortRuns(out))).isEqualTo(Verdict.UNDECIDED);
        assertThat(verdict(FOR_ALL, shortRuns(yes, Trial.Outcome.UNDEFINED))).isEqualTo(Verdict.UNDECIDED);
    }
}
