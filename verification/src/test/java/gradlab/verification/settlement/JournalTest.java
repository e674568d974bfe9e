package gradlab.verification.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import gradlab.verification.claim.Case;
import gradlab.verification.claim.CaseCounts;
import gradlab.verification.claim.Claim;
import gradlab.verification.claim.ClaimTexts;
import gradlab.verification.claim.Evidence;
import gradlab.verification.experiment.ExperimentRuns;
import gradlab.verification.proof.ProofChecker;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What was found before an interruption comes back as it was, for the same claim and settings only. */
final class JournalTest {

    private static final Settings SETTINGS = new Settings(1, OptionalInt.of(100), 1, ProofMode.OFF, false);

    @TempDir
    private Path folder;

    private static Settlement settlement() {
        return new Settlement(
                SETTINGS, ProofChecker.withDefaults(), new ExperimentRuns((step, steps, loss) -> {}), Listener.SILENT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "forall: {x: 'vector(2)'}\nclaim: norm(x) >= 0",
                "forall: {x: 'vector(3)', A: 'matrix(2, 3)', b: 'boolean()', xs: 'list(2, vector(2))'}\nclaim: norm(A*x) <= norm(x)",
                "exists: {x: 'real(-1, 1)'}\nclaim: x^2 > 1/2",
                "forall: {n: 'integer(1, 3)'}\nclaim: n^2 >= n",
                "forall: {x: 'vector(2)'}\nrandom: {g: 'gaussian(2)'}\nclaim: E(dot(g, x)^2) == norm(x)^2",
                "random: {g: 'gaussian()'}\nclaim: P(g > 3) <= 0.01",
            })
    void evidenceOfRealClaimsComesBack(String lines) {
        Claim claim = ClaimTexts.claim(lines);
        List<Evidence> evidence = settlement().of(claim).evidence();
        assertThat(evidence).isNotEmpty();
        assertThat(EvidenceText.read(EvidenceText.of(evidence))).contains(evidence);
    }

    @Test
    void everyNumberHasAllItsBits() {
        Evidence search = new Evidence.Search(
                new CaseCounts(1, 2, 3, 4),
                5,
                6,
                Math.nextUp(0.1),
                Optional.of(Double.NEGATIVE_INFINITY),
                Optional.of(Case.EMPTY),
                "lines\nand \"quotes\" and \u00e9");
        Evidence mean = new Evidence.Expectation(
                Evidence.Standing.OPEN,
                1,
                false,
                Case.EMPTY,
                List.of(new Evidence.Mean("E", false, Double.NaN, -0.0, Double.POSITIVE_INFINITY, 0.95, "m", 1, 0)),
                Double.MIN_VALUE);
        assertThat(EvidenceText.read(EvidenceText.of(List.of(search, mean)))).contains(List.of(search, mean));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "[{}]",
                "[{\"type\": \"java.lang.String\"}]",
                "[{\"type\": \"Evidence$Theorem\", \"accepted\": true}]",
                "[[[[[[[["
            })
    void otherTextsAreNoEvidence(String text) {
        assertThat(EvidenceText.read(text)).isEmpty();
    }

    @Test
    void anInterruptedCommandGoesOnAndAFinishedOneForgets() {
        Claim claim = ClaimTexts.claim("forall: {x: 'vector(2)'}\nclaim: norm(x) >= 0");
        Journal journal = Journal.in(folder);
        List<Evidence> found = journal.of(claim, SETTINGS, () -> List.of(certificate("first")));
        assertThat(journal.of(claim, SETTINGS, () -> List.of(certificate("second"))))
                .isEqualTo(found);
        assertThat(journal.fresh().of(claim, SETTINGS, () -> List.of(certificate("third"))))
                .containsExactly(certificate("third"));
        journal.forget(List.of(claim), SETTINGS);
        assertThat(folder).isEmptyDirectory();
    }

    private static Evidence certificate(String method) {
        return new Evidence.Certificate(method, 1, true, Case.EMPTY, Evidence.Recheck.ACCEPTED);
    }

    @Test
    void whatDependsOnTheClaimOrTheSettingsIsKeptApart() {
        String text = "forall: {x: 'vector(2)'}\nclaim: norm(x) >= 0";
        Journal journal = Journal.in(folder);
        List<Evidence> first = List.of(certificate("first"));
        journal.of(ClaimTexts.claim(text), SETTINGS, () -> first);
        List<Claim> others = List.of(
                ClaimTexts.claim(text.replace(">=", ">")),
                ClaimTexts.claim(text.replace("(2)", "(3)")),
                ClaimTexts.claim(text + "\narithmetic: binary32"),
                ClaimTexts.file("id: d\n" + text));
        others.forEach(
                other -> assertThat(journal.of(other, SETTINGS, List::of)).isEmpty());
        List<Settings> elsewhere = List.of(
                new Settings(2, OptionalInt.of(100), 1, ProofMode.OFF, false),
                new Settings(1, OptionalInt.of(101), 1, ProofMode.OFF, false),
                new Settings(1, OptionalInt.of(100), 1, ProofMode.OFF, true));
        elsewhere.forEach(other ->
                assertThat(journal.of(ClaimTexts.claim(text), other, List::of)).isEmpty());
        Settings same = new Settings(1, OptionalInt.of(100), 8, ProofMode.AUTO, false);
        assertThat(journal.of(ClaimTexts.claim(text + "\ntitle: other words\ntrials: 7"), same, List::of))
                .isEqualTo(first);
    }
}
