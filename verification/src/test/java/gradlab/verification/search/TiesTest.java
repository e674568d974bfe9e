package gradlab.verification.search;

import static org.assertj.core.api.Assertions.assertThat;

import gradlab.verification.claim.Case;
import gradlab.verification.claim.CaseValue;
import gradlab.verification.claim.Claim;
import gradlab.verification.claim.ClaimTexts;
import java.util.List;
import org.hipparchus.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TiesTest {
    private static CaseValue number(int p, int q) {
        return new CaseValue.OfNumber(new BigFraction(p, q));
    }

    @Test
    void aVariableIsGivenWhatItIsComparedWith() {
        Claim claim = ClaimTexts.forAll("h: 'real(0, 10)', a: 'real(1, 5)'", "h <= 2/a and 3 < a implies h < a");
        Case start = Case.EMPTY.with("h", number(1, 2)).with("a", number(4, 1));
        List<Case> ties = new Ties(claim).near(start);
        assertThat(ties)
                .extracting(tie -> tie.values().get("h"))
                .contains(number(1, 2), number(4, 1))
                .hasSize(3);
        assertThat(ties).extracting(tie -> tie.values().get("a")).contains(number(3, 1));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "h: 'real(0, 1)', a: 'real(3, 5)' | h < a",
                "h: 'integer(0, 9)', a: 'real(3, 5)' | h < a/7 - 10",
                "h: 'real(0, 1)' | h < exp(h)",
                "h: 'real(0, 10)', a: 'real(3, 5)' | h < exp(a)",
            })
    void liesInTheDomainAndIsRational(String variables, String statement) {
        Case start = Case.EMPTY.with("h", number(1, 1)).with("a", number(4, 1));
        List<Case> ties = new Ties(ClaimTexts.forAll(variables, statement)).near(start);
        assertThat(ties).isEmpty();
    }

    @Test
    void searchesFindWhatFailsAtATieAlone() {
        Claim claim = ClaimTexts.claim(
                "forall: {h: 'real(0.01, 10)', a: 'real(0.1, 5)'}", "where: h <= 2/a", "claim: abs(1 - h*a) < 1");
        Finding finding = CaseSearch.of(1, 200, 1).of(claim, Progress.SILENT);
        assertThat(finding.decisive()).isPresent();
    }
}
