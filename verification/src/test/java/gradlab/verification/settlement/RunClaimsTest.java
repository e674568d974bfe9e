package gradlab.verification.settlement;

import static gradlab.verification.claim.Verdict.REFUTED;
import static gradlab.verification.claim.Verdict.SUPPORTED;
import static gradlab.verification.claim.Verdict.UNDECIDED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gradlab.analysis.expression.RunRequest;
import gradlab.analysis.source.SourceException;
import gradlab.analysis.source.SourceText;
import gradlab.verification.claim.Claim;
import gradlab.verification.claim.ClaimReader;
import gradlab.verification.claim.ClaimResult;
import gradlab.verification.claim.Evidence;
import gradlab.verification.claim.Trial;
import gradlab.verification.claim.Verdict;
import gradlab.verification.experiment.ExperimentRuns;
import gradlab.verification.experiment.Small;
import gradlab.verification.proof.ProofChecker;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Claims about runs of an experiment that makes six steps, or two in its short version. */
final class RunClaimsTest {

    @TempDir
    private static Path folder;

    private static ExperimentRuns runs;
    private static ExperimentRuns quick;

    @BeforeAll
    static void open() {
        runs = Small.runs(Small.in(folder));
        quick = runs.shortened();
    }

    private static Claim claim(String lines, String statement) {
        String text = "id: c\n" + lines.replace('⏎', '\n') + "\nclaim: >-\n  " + statement.replace('\'', '"') + "\n";
        return ClaimReader.read(new SourceText("f.yaml", text), runs).claim();
    }

    private static ClaimResult settled(Claim claim, int threads, boolean quickly) {
        Settings settings = new Settings(1, OptionalInt.empty(), threads, ProofMode.OFF, quickly);
        return new Settlement(settings, ProofChecker.withDefaults(), quickly ? quick : runs, Listener.SILENT).of(claim);
    }

    private static Evidence.Training training(ClaimResult result) {
        return (Evidence.Training) result.evidence().stream()
                .filter(Evidence.Training.class::isInstance)
                .findFirst()
                .orElseThrow();
    }

    private static double loss(long seed) {
        return runs.record(RunRequest.of("small", seed)).series("loss").last().orElseThrow();
    }

    @Test
    void oneViolatingRunRefutesAndLaterOnesAreNotLookedAt() {
        long worst = LongStream.rangeClosed(1, 12)
                .boxed()
                .max(java.util.Comparator.comparingDouble(RunClaimsTest::loss))
                .orElseThrow();
        String most = new BigDecimal(loss(worst)).toPlainString();
        Claim claim = claim("forall: {seed: 'integer(1, 12)'}", "last(run('small', seed), 'loss') < " + most);
        ClaimResult one = settled(claim, 1, false);
        assertThat(one.verdict()).isEqualTo(REFUTED);
        assertThat(one.reason()).isEqualTo("the run with seed " + worst + " violates it");
        Evidence.Training training = training(one);
        assertThat(training.seeds())
                .isEqualTo(LongStream.rangeClosed(1, worst).boxed().toList());
        assertThat(training.seeds(Trial.Outcome.VIOLATES)).containsExactly(worst);
        assertThat(training.planned()).isEqualTo(12);
        assertThat(training.digests()).hasSize((int) worst);
        assertThat(training.trials().get(0).readings())
                .containsExactly(new Trial.Reading("small seed 1", "last \"loss\"", loss(1)));
        for (int threads : List.of(2, 5)) {
            assertThat(settled(claim, threads, false)).isEqualTo(one);
        }
        Replay replay = Replay.of(claim, one.witness().orElseThrow().found(), Small.runs(folder));
        assertThat(replay.confirmed()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "forall: {seed: 'integer(1, 5)'} | steps(run('small', seed)) == 6 | SUPPORTED | all 5 runs satisfy it",
                "exists: {seed: 'integer(1, 5)'} | last(run('small', seed), 'loss') > 0 | SUPPORTED | the run with seed 1 satisfies it",
                "exists: {seed: 'integer(1, 5)'} | steps(run('small', seed)) == 2 | UNDECIDED | of 5 runs, 0 satisfy it",
                "forall: {seed: 'integer(1, 3)', d: 'choice(4, 6)'} | steps(run('small', seed, 'steps=4')) <= d | SUPPORTED | all 6 runs satisfy it",
                "forall: {seed: 'integer(1, 3)', d: 'choice(6, 4)'} | steps(run('small', seed)) <= d | REFUTED | the run with seed 1 violates it",
                "forall: {seed: 'integer(1, 3)'} | 1/(steps(run('small', seed)) - 6) > 0 | UNDECIDED | of 1 runs, 0 satisfy it",
                "title: t | steps(run('small', 7)) == 6 | SUPPORTED | its one run satisfies it",
                "random: {seed: 'seeds(40)'}⏎tolerance: 0.2 | P(steps(run('small', seed)) == 6) >= 0.9 | SUPPORTED | statistically: the 95 % interval",
                "random: {seed: 'seeds(40)'}⏎tolerance: 0.2 | P(steps(run('small', seed)) == 6) <= 0.5 | REFUTED | statistically: a valid interval",
                "random: {seed: 'seeds(40)'}⏎tolerance: 0.3 | P(steps(run('small', seed)) == 6) > P(steps(run('small', seed, 'steps=3')) == 6) + 0.5 | SUPPORTED | statistically",
            })
    void areJudgedOverTheirSeeds(String lines, String statement, Verdict verdict, String reason) {
        ClaimResult result = settled(claim(lines, statement), 3, false);
        assertThat(result.verdict()).as(result.reason()).isEqualTo(verdict);
        assertThat(result.reason()).startsWith(reason.replace("of 1 runs", "of 3 runs"));
    }

    @Test
    void hypothesesDiscardRuns() {
        Claim some = claim("forall: {seed: 'integer(1, 6)'}\nwhere: seed >= 3", "steps(run('small', seed)) == 6");
        ClaimResult result = settled(some, 2, false);
        assertThat(result.verdict()).isEqualTo(SUPPORTED);
        assertThat(result.counts().discarded()).isEqualTo(2);
        assertThat(result.counts().decided()).isEqualTo(4);
        Claim none = claim("forall: {seed: 'integer(1, 6)'}\nwhere: seed >= 7", "steps(run('small', seed)) == 6");
        assertThat(settled(none, 2, false).verdict()).isEqualTo(UNDECIDED);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "forall: {seed: 'integer(1, 20)'} | steps(run('small', seed)) == 2 | SUPPORTED | 3 | all 3 runs satisfy it; for a first impression: 3 of 20 cases, runs shorter than their experiments say",
                "forall: {s: 'integer(1, 9)', g: 'choice(1, 2)'} | steps(run('small', 2 * s)) == 2 | SUPPORTED | 6 | all 6 runs satisfy it; for a first impression: 6 of 18 cases",
                "forall: {seed: 'integer(1, 20)'} | steps(run('small', seed)) == 6 | UNDECIDED | 1 | runs shorter than their experiments say contradict it, and such runs never refute",
                "exists: {seed: 'integer(1, 20)'} | steps(run('small', seed)) == 6 | UNDECIDED | 3 | of 3 runs, 0 satisfy it; for a first impression: runs shorter",
                "random: {seed: 'seeds(40)'}⏎tolerance: 0.2 | P(steps(run('small', seed)) == 6) >= 0.9 | UNDECIDED | 40 | runs shorter than their experiments say contradict it",
                "random: {seed: 'seeds(40)'}⏎tolerance: 0.2 | P(steps(run('small', seed)) == 2) >= 0.9 | SUPPORTED | 40 | statistically: the 95 % interval from a fresh sample satisfies it within the tolerance; for a first impression: runs shorter",
            })
    void inAHurry(String lines, String statement, Verdict verdict, int trials, String reason) {
        ClaimResult result = settled(claim(lines, statement), 3, true);
        assertThat(result.verdict()).as(result.reason()).isEqualTo(verdict);
        assertThat(result.reason()).startsWith(reason);
        assertThat(training(result).trials()).hasSize(trials);
        assertThat(training(result).shortened()).containsExactly("small: steps=2");
        assertThat(result.witness()).isEmpty();
    }

    @Test
    void fullRunsRefuteInAHurryToo(@TempDir Path other) {
        ExperimentRuns full = Small.runs(Small.in(other, "small", Small.LEARNS.replace("quick: [steps=2]", "")))
                .shortened();
        Settings settings = new Settings(1, OptionalInt.empty(), 2, ProofMode.OFF, true);
        Claim claim = claim("forall: {seed: 'integer(1, 20)'}", "steps(run('small', seed)) == 2");
        ClaimResult result = new Settlement(settings, ProofChecker.withDefaults(), full, Listener.SILENT).of(claim);
        assertThat(result.verdict()).isEqualTo(REFUTED);
        assertThat(result.witness()).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"integer(1, 201)", "integer(1, 9007199254740992)", "real(0, 1)", "list(9, integer(0, 9))"})
    void tooManyRunsAreRefused(String domain) {
        Claim claim = claim("forall: {seed: '" + domain + "'}", "steps(run('small', 1)) == 6");
        assertThatThrownBy(() -> settled(claim, 2, false))
                .isInstanceOf(SourceException.class)
                .hasMessageStartingWith("f.yaml:2:17: found a domain with many values in a claim about runs");
    }

    @Test
    void aSeriesThatIsNotThereIsAnErrorThatNamesTheOthers() {
        Claim claim = claim("forall: {seed: 'integer(1, 5)'}", "last(run('small', seed), 'gradient') > 0");
        for (int threads : List.of(1, 3)) {
            assertThatThrownBy(() -> settled(claim, threads, false))
                    .isInstanceOf(SourceException.class)
                    .hasMessageStartingWith("f.yaml:4:3: found the series \"gradient\", expected one of accuracy,")
                    .hasMessageContaining("gradient_norm, loss");
        }
    }
}
