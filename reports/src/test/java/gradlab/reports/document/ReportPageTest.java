package gradlab.reports.document;

import static org.assertj.core.api.Assertions.assertThat;

import gradlab.reports.chart.Figure;
import gradlab.reports.chart.RunFigures;
import gradlab.reports.chart.Series;
import gradlab.verification.claim.Case;
import gradlab.verification.claim.Claim;
import gradlab.verification.claim.ClaimResult;
import gradlab.verification.claim.Evidence;
import gradlab.verification.claim.Trial;
import gradlab.verification.claim.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ReportPageTest {

    private static final Claim CAP = Samples.claim(Samples.CAP_TEXT);
    private static final String ATTACK = "</code></style><script>alert('1')</script>\" onload=\"x&";

    private static final List<ClaimResult> RESULTS = List.of(
            Samples.result(
                    CAP,
                    Verdict.REFUTED,
                    "a confirmed case violates it",
                    Samples.theorem(false),
                    Samples.search(0.0029912, Optional.of(0.5)),
                    Samples.witness(Samples.CASE)),
            Samples.result(
                    Samples.claim(Samples.CAP_TEXT.replace("id: cap", "id: second")),
                    Verdict.PROVED,
                    "a theorem says so",
                    Samples.theorem(true),
                    new Evidence.Certificate("exact evaluation", 3, true, Case.EMPTY, Evidence.Recheck.UNDECIDED),
                    Samples.training(Map.of("final loss", 0.25))));

    private static final Figure FIGURE =
            RunFigures.lossOverSteps("loss", "Loss", List.of(Series.from("run", 0, new double[] {1, Double.NaN})));

    private static String page() {
        return new ReportPage(RESULTS, List.of(FIGURE), Samples.provenance(), ReplayCommand.in("out/my run")).html();
    }

    private static List<String> all(String pattern, String html) {
        return Pattern.compile(pattern)
                .matcher(html)
                .results()
                .map((MatchResult m) -> m.group(1))
                .toList();
    }

    @Test
    void everyLinkLeadsSomewhereAndIdsAreUnique() {
        List<String> ids = all(" id=\"([^\"]*)\"", page());
        assertThat(ids).doesNotHaveDuplicates().contains("claim-cap", "claim-second", "figure-loss");
        assertThat(all(" href=\"([^\"]*)\"", page()))
                .isNotEmpty()
                .allSatisfy(link -> assertThat(ids).contains(link.substring(1)));
        assertThat(all(" aria-labelledby=\"([^\"]*)\"", page()))
                .allSatisfy(names -> assertThat(ids).contains(names.split(" ")));
    }

    @Test
    void needsNothingFromElsewhere() {
        assertThat(page())
                .doesNotContain("<script")
                .doesNotContain("<link")
                .doesNotContain("src=")
                .doesNotContain("@import");
        assertThat(all("(https?://[^\"<) ]*)", page()))
                .containsOnly("http://www.w3.org/1998/Math/MathML", "http://www.w3.org/2000/svg");
    }

    @Test
    void saysWhatIsKnownOfEachClaim() {
        assertThat(page())
                .startsWith("<!DOCTYPE html>\n<html lang=\"en\">")
                .contains("2 claims: 1 proved, 1 refuted, 0 supported, 0 undecided.")
                .contains("A confirmed case violates it.")
                .contains("<span aria-hidden=\"true\">✗</span> REFUTED")
                .contains("./gradlab replay 'out/my run/witnesses/cap.json'")
                .contains("claim: norm(J) &lt;= 1 / sqrt(eps)")
                .contains("≈ [1.5, 0.333333]")
                .contains("[0x1.8p0, 1/3]")
                .contains("Not counted: it says so.")
                .contains("<pre><code>forall x, x &lt;= 1</code></pre>")
                .contains("step 1; nothing is drawn");
        assertThat(all("(gradlab replay)", page())).hasSize(1);
    }

    @Test
    void boundsNoRateWhereTheSearchEndedAtAViolation() {
        Evidence search = Samples.search(0.0029912, Optional.of(0.5));
        ClaimResult supported = Samples.result(CAP, Verdict.SUPPORTED, "none against it", search);
        ClaimResult refuted = Samples.result(CAP, Verdict.REFUTED, "one", search, Samples.witness(Samples.CASE));
        String bound = "at most 0.003, with 95 % confidence";
        assertThat(new ReportPage(List.of(supported), List.of(), Samples.provenance(), ReplayCommand.in("out")).html())
                .contains(bound);
        assertThat(new ReportPage(List.of(refuted), List.of(), Samples.provenance(), ReplayCommand.in("out")).html())
                .doesNotContain(bound);
    }

    @Test
    void namesMeasurementsInWords() {
        Evidence runs = Samples.training(Map.of("largestLayerJacobianNorm", 6.0, "1/sqrt(eps)", 2.0));
        ClaimResult result = Samples.result(CAP, Verdict.SUPPORTED, "r", runs);
        assertThat(new ReportPage(List.of(result), List.of(), Samples.provenance(), ReplayCommand.in("out")).html())
                .contains(">Largest layer Jacobian norm<")
                .contains(">1/sqrt(eps)<");
    }

    @Test
    void escapesEverythingThatOthersWrote() {
        String yaml = """
                id: hostile
                title: |
                  ATTACK
                source: |
                  ATTACK
                exists: {seed: "integer(1, 2)"}
                claim: last(run("<b>&amp", seed), "<img>") > 0
                """.replace("ATTACK", ATTACK);
        ClaimResult result = Samples.result(
                Samples.claim(yaml),
                Verdict.UNDECIDED,
                ATTACK,
                new Evidence.Theorem(true, ATTACK, true, ATTACK, List.of(ATTACK), ATTACK, ATTACK),
                new Evidence.Theorem(true, ATTACK, false, ATTACK, List.of(), ATTACK, ATTACK),
                new Evidence.Witness(Samples.CASE, true, ATTACK, Evidence.Recheck.UNDECIDED),
                new Evidence.Certificate(ATTACK, 1, true, Samples.CASE, Evidence.Recheck.ACCEPTED),
                new Evidence.Training(
                        ATTACK,
                        false,
                        List.of(new Trial(
                                Samples.CASE,
                                1,
                                Trial.Outcome.MEASURED,
                                List.of(ATTACK),
                                List.of(new Trial.Reading(ATTACK, ATTACK, 1)))),
                        1,
                        List.of(ATTACK),
                        Map.of(ATTACK, 1.0),
                        Map.of(ATTACK, ATTACK)));
        Figure figure = new Figure("f", ATTACK, ATTACK, List.of(ATTACK), "<svg></svg>");
        Provenance origin = new Provenance(
                ATTACK,
                ATTACK,
                1,
                List.of(ATTACK),
                new Provenance.Platform(ATTACK, ATTACK, ATTACK, 1),
                1,
                Instant.EPOCH,
                Instant.EPOCH,
                Optional.of(ATTACK),
                List.of(new Provenance.InputFile(ATTACK, ATTACK)));
        String html = new ReportPage(List.of(result), List.of(figure), origin, ReplayCommand.in(ATTACK)).html();
        assertThat(html)
                .doesNotContain("<script")
                .doesNotContain("<b>")
                .doesNotContain("<img")
                .doesNotContain("x&<")
                .contains("&lt;script&gt;");
        assertThat(all("<[a-z][^>]*(onload=)", html)).isEmpty();
        assertThat(all("(</style>)", html)).hasSize(1);
    }

    @Test
    void readsWellWithoutFiguresAndClaims() {
        String html = new ReportPage(List.of(), List.of(), Samples.provenance(), ReplayCommand.in("out")).html();
        assertThat(html).contains("0 claims: ").doesNotContain("id=\"figures\"").endsWith("</html>\n");
    }

    @Test
    void longValuesAreCutAndSaySo() {
        Case found = Case.EMPTY.with("x", Samples.matrix(1, 12, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12));
        ClaimResult result = Samples.result(CAP, Verdict.REFUTED, "r", Samples.witness(found));
        String html = new ReportPage(List.of(result), List.of(), Samples.provenance(), ReplayCommand.in("out")).html();
        assertThat(html).contains("[[1, 2, 3, 4, 5, 6, 7, 8, … (4 more, in results.json)]]");
    }
}
