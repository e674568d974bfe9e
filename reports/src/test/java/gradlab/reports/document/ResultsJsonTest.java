package gradlab.reports.document;

import static org.assertj.core.api.Assertions.assertThat;

import gradlab.analysis.interval.Interval;
import gradlab.verification.claim.Case;
import gradlab.verification.claim.CaseValue;
import gradlab.verification.claim.Claim;
import gradlab.verification.claim.ClaimResult;
import gradlab.verification.claim.Evidence;
import gradlab.verification.claim.Verdict;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hipparchus.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ResultsJsonTest {

    private static final Claim CAP = Samples.claim(Samples.CAP_TEXT);

    private static JsonNode firstClaim(ClaimResult result) {
        return JsonMapper.shared()
                .readTree(ResultsJson.text(1, List.of(result)))
                .get("claims")
                .get(0);
    }

    @Test
    void writesTheseVeryBytes() {
        ClaimResult result = Samples.result(
                CAP,
                Verdict.REFUTED,
                "a confirmed case violates it",
                Samples.search(0.00299, Optional.of(-0.5)),
                Samples.witness(Samples.CASE));
        assertThat(ResultsJson.text(7, List.of(result))).isEqualTo("""
                        {
                          "schema": 1,
                          "seed": 7,
                          "claims": [ {
                            "id": "cap",
                            "title": "A cap",
                            "verdict": "REFUTED",
                            "statistical": false,
                            "reason": "a confirmed case violates it",
                            "cases": {
                              "decided": 1000,
                              "undecided": 1,
                              "undefined": 2,
                              "discarded": 3
                            },
                            "violationRateBound": 0.00299,
                            "witness": {
                              "n": 2,
                              "x": [ 1.5, 0.3333333333333333 ]
                            },
                            "witnessExact": {
                              "n": "0x1.0p1",
                              "x": [ "0x1.8p0", "1/3" ]
                            },
                            "margin": -0.5,
                            "evidence": [ {
                              "kind": "search",
                              "how": "many scales",
                              "wanted": 1000,
                              "cases": {
                                "decided": 1000,
                                "undecided": 1,
                                "undefined": 2,
                                "discarded": 3
                              },
                              "ascents": 40,
                              "violationRateBound": 0.00299,
                              "margin": -0.5,
                              "instance": {
                                "n": 2,
                                "x": [ 1.5, 0.3333333333333333 ]
                              },
                              "instanceExact": {
                                "n": "0x1.0p1",
                                "x": [ "0x1.8p0", "1/3" ]
                              }
                            }, {
                              "kind": "witness",
                              "satisfies": false,
                              "how": "ascent",
                              "recheck": "accepted",
                              "case": {
                                "n": 2,
                                "x": [ 1.5, 0.3333333333333333 ]
                              },
                              "caseExact": {
                                "n": "0x1.0p1",
                                "x": [ "0x1.8p0", "1/3" ]
                              }
                            } ]
                          } ],
                          "summary": {
                            "proved": 0,
                            "refuted": 1,
                            "supported": 0,
                            "undecided": 0
                          }
                        }
                        """);
    }

    @Test
    void expectationsKeepTheirIntervals() {
        Evidence.Expectation expectation = new Evidence.Expectation(
                Evidence.Standing.SATISFIES,
                1,
                true,
                Case.EMPTY,
                List.of(
                        Evidence.Mean.exact("E(x^2)", Interval.ONE),
                        new Evidence.Mean(
                                "E(exp(x))",
                                false,
                                1.6,
                                Double.NEGATIVE_INFINITY,
                                Double.POSITIVE_INFINITY,
                                0.95,
                                "none",
                                2000,
                                3)),
                0.05);
        ClaimResult result = new ClaimResult(CAP, Verdict.SUPPORTED, "statistically: r", true, List.of(expectation));
        assertThat(ResultsJson.text(1, List.of(result)))
                .contains("\"statistical\": true")
                .contains("\"method\": \"exact moments\"")
                .contains("\"lower\": null")
                .contains("\"lowerReason\": \"infinite\"")
                .contains("\"draws\": 2000")
                .contains("\"undefined\": 3");
    }

    @Test
    void keepsTheOrderOfClaimsAndCountsVerdicts() {
        Claim other = Samples.claim(Samples.CAP_TEXT.replace("id: cap", "id: another"));
        String text = ResultsJson.text(
                1,
                List.of(
                        Samples.result(CAP, Verdict.PROVED, "r"),
                        Samples.result(other, Verdict.PROVED, "r"),
                        Samples.result(CAP, Verdict.UNDECIDED, "r")));
        JsonNode document = JsonMapper.shared().readTree(text);
        assertThat(document.get("claims").valueStream().map(c -> c.get("id").asString()))
                .containsExactly("cap", "another", "cap");
        assertThat(document.get("summary").get("proved").asInt()).isEqualTo(2);
        assertThat(document.get("summary").get("undecided").asInt()).isEqualTo(1);
    }

    @Test
    void whatIsMissingIsNull() {
        JsonNode claim = firstClaim(Samples.result(CAP, Verdict.UNDECIDED, "nothing was done"));
        assertThat(claim.properties().stream().map(Map.Entry::getKey))
                .containsExactly(
                        "id",
                        "title",
                        "verdict",
                        "statistical",
                        "reason",
                        "cases",
                        "violationRateBound",
                        "witness",
                        "witnessExact",
                        "margin",
                        "evidence");
        for (String field : List.of("violationRateBound", "witness", "witnessExact", "margin")) {
            assertThat(claim.get(field).isNull()).as(field).isTrue();
        }
    }

    @Test
    void numbersThatAreNotFiniteSaySo() {
        Map<String, Double> measurements = new LinkedHashMap<>();
        measurements.put("loss", Double.NaN);
        measurements.put("norm", Double.POSITIVE_INFINITY);
        measurements.put("exponent", Double.NEGATIVE_INFINITY);
        measurements.put("small", 1e-7);
        JsonNode claim = firstClaim(Samples.result(
                CAP,
                Verdict.UNDECIDED,
                "r",
                Samples.search(Double.NaN, Optional.of(Double.POSITIVE_INFINITY)),
                Samples.training(measurements)));
        assertThat(claim.get("violationRateBound").isNull()).isTrue();
        assertThat(claim.get("violationRateBoundReason").asString()).isEqualTo("not a number");
        assertThat(claim.get("marginReason").asString()).isEqualTo("infinite");
        assertThat(claim.get("evidence").get(1).get("measurements").toString())
                .isEqualTo("{\"loss\":null,\"lossReason\":\"not a number\",\"norm\":null,\"normReason\":\"infinite\","
                        + "\"exponent\":\"-Infinity\",\"small\":1.0E-7}");
    }

    @Test
    void aWitnessBeyondBinary64IsNullAndExact() {
        BigFraction huge = new BigFraction(10).pow(400);
        Case found = Case.EMPTY.with("x", Samples.vector(huge, huge.reciprocal(), BigFraction.ONE));
        JsonNode claim = firstClaim(Samples.result(CAP, Verdict.REFUTED, "r", Samples.witness(found)));
        assertThat(claim.get("witness").toString()).isEqualTo("{\"x\":[null,null,1]}");
        assertThat(claim.get("witnessReason").asString()).contains("binary64");
        assertThat(claim.get("witnessExact").get("x").get(1).asString()).isEqualTo("1/1" + "0".repeat(400));
    }

    @Test
    void structuresOfWitnessesMatch() {
        CaseValue list = new CaseValue.OfList(List.of(Samples.matrix(2, 2, 1, 2, 3, 4), Samples.matrix(0, 2)));
        Case found = Case.EMPTY.with("As", list).with("yes", new CaseValue.OfTruth(true));
        JsonNode claim = firstClaim(Samples.result(CAP, Verdict.REFUTED, "r", Samples.witness(found)));
        assertThat(claim.get("witness").toString()).isEqualTo("{\"As\":[[[1,2],[3,4]],[]],\"yes\":true}");
        assertThat(claim.get("witnessExact").toString())
                .isEqualTo("{\"As\":[[[\"0x1.0p0\",\"0x1.0p1\"],[\"0x1.8p1\",\"0x1.0p2\"]],[]],\"yes\":true}");
    }

    @Test
    void holdsNothingOfTheMachine() {
        String text = ResultsJson.text(
                1, List.of(Samples.result(CAP, Verdict.PROVED, "r", (Evidence) Samples.theorem(true))));
        assertThat(text).doesNotContain("8.16").contains("\"checked\": true").contains("\"axioms\": [ \"classic\" ]");
    }
}
