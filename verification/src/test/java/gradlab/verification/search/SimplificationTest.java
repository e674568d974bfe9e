package gradlab.verification.search;

import static org.assertj.core.api.Assertions.assertThat;

import gradlab.analysis.exact.Binary64;
import gradlab.analysis.expression.RunSource;
import gradlab.verification.claim.Case;
import gradlab.verification.claim.CaseValue;
import gradlab.verification.claim.Claim;
import gradlab.verification.claim.ClaimTexts;
import gradlab.verification.domain.Judgement;
import gradlab.verification.domain.Outcome;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.hipparchus.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SimplificationTest {
    private static Case simplified(Claim claim, Case found) {
        return Simplification.of(claim, found, new Judgement(claim, RunSource.NONE), Outcome.VIOLATED);
    }

    private static CaseValue number(double value) {
        return new CaseValue.OfNumber(Binary64.exact(value));
    }

    private static CaseValue vector(double... entries) {
        return new CaseValue.OfVector(
                Arrays.stream(entries).mapToObj(Binary64::exact).toList());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "x: real()           | x < 0.3        | 7.0123    | 1",
                "x: real()           | x > 0.3        | -1e-300   | 0",
                "x: real()           | x < 1000       | 123456.7  | 1000",
                "x: real()           | x^2 != 2.25    | -1.5      | -1.5",
                "x: 'real(2, 5)'     | x < 0.3        | 4.0123    | 2",
                "x: 'real(0.1, 0.3)' | x > 1          | 0.2000001 | 0.25",
            })
    void findsTheSimplestNumberThatViolates(String variable, String statement, double found, double simplest) {
        Claim claim = ClaimTexts.forAll(variable, statement);
        assertThat(simplified(claim, Case.EMPTY.with("x", number(found))))
                .isEqualTo(Case.EMPTY.with("x", number(simplest)));
    }

    @Test
    void simplifiesEveryNumberOfVectors() {
        Claim claim = ClaimTexts.forAll("x: 'vector(3)'", "norm(x) < 2");
        Case found = Case.EMPTY.with("x", vector(2.3e-7, 3.1415, -1234.5));
        assertThat(simplified(claim, found)).isEqualTo(Case.EMPTY.with("x", vector(0, 0, 2)));
    }

    @Test
    void staysInDomainsThatDependOnOneAnother() {
        Claim claim = ClaimTexts.forAll("x: 'real(0, 9)', y: 'real(1, x)'", "y < 1.2");
        Case found = Case.EMPTY.with("x", number(7.123)).with("y", number(3.456));
        assertThat(simplified(claim, found))
                .isEqualTo(Case.EMPTY.with("x", number(2)).with("y", number(2)));
    }

    @Test
    void leavesWhatCannotMoveAlone() {
        Claim claim = ClaimTexts.forAll("u: 'unit(2)'", "u[0] < 0.5");
        CaseValue unit = new CaseValue.OfVector(List.of(new BigFraction(4, 5), new BigFraction(3, 5)));
        Case found = Case.EMPTY.with("u", unit);
        assertThat(simplified(claim, found)).isEqualTo(found);
    }

    @Property
    void candidatesAreSimplerAndDescribeTheNumber(@ForAll double number) {
        BigFraction exact = Binary64.exact(Double.isFinite(number) ? number : 1);
        List<BigFraction> candidates = Simplification.candidates(exact);
        assertThat(candidates).doesNotContain(exact).doesNotHaveDuplicates();
    }
}
