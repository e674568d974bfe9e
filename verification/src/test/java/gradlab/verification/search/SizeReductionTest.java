package gradlab.verification.search;

import static org.assertj.core.api.Assertions.assertThat;

import gradlab.verification.claim.Case;
import gradlab.verification.claim.CaseValue;
import gradlab.verification.claim.ClaimTexts;
import java.util.List;
import java.util.stream.Stream;
import org.hipparchus.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SizeReductionTest {
    private static Case found(String variables, String statement, int seed) {
        return CaseSearch.of(seed, 150, 1)
                .of(ClaimTexts.forAll(variables, statement), Progress.SILENT)
                .decisive()
                .orElseThrow();
    }

    private static CaseValue vector(int... entries) {
        return new CaseValue.OfVector(
                java.util.Arrays.stream(entries).mapToObj(BigFraction::new).toList());
    }

    /** Whatever is drawn first, the smallest case comes out. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "n: 'integer(2, 30)', x: 'vector(n, 1, 1.4)'              | sum(x) < 3      | 3",
                "n: 'integer(2, 30)', xs: 'list(n, real(1, 1.1))'         | sum(i, 0, n - 1, xs[i]) < 5 | 5",
                "n: 'integer(1, 9)', A: 'matrix(n, n, 1, 1.1)'            | trace(A) < 4    | 4",
                "n: 'integer(1, 6)', As: 'list(n, matrix(n, 2*n, 1, 1.1))' | frobenius(As[0]) < 2 | 2",
                "n: 'integer(3, 9)', x: 'vector(2*n, 1, 2)'               | sum(x) < 1      | 3",
            })
    void cutsToTheSmallestSize(String variables, String statement, int smallest) {
        for (int seed = 1; seed <= 5; seed++) {
            assertThat(found(variables, statement, seed).values())
                    .containsEntry("n", new CaseValue.OfNumber(new BigFraction(smallest)));
        }
    }

    @Test
    void keepsWhatDecidesAtEitherEnd() {
        Case found = found("n: 'integer(1, 30)', x: 'vector(n, 0, 1)'", "x[n - 1] < 0.5", 1);
        assertThat(found)
                .isEqualTo(Case.EMPTY
                        .with("n", new CaseValue.OfNumber(BigFraction.ONE))
                        .with("x", vector(1)));
    }

    @Test
    void leavesSizesThatAreNeeded() {
        Case found = found("n: 'integer(1, 9)', x: 'vector(n)'", "n < 4 or norm(x) > 1", 1);
        assertThat(found.values())
                .isEqualTo(Case.EMPTY
                        .with("n", new CaseValue.OfNumber(new BigFraction(4)))
                        .with("x", vector(Stream.of(0, 0, 0, 0).mapToInt(i -> i).toArray()))
                        .values());
        assertThat(List.copyOf(found.values().keySet())).containsExactly("n", "x");
    }
}
