package gradlab.verification.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The bounds of Clopper and Pearson, by scipy 1.17.1: {@code scipy.stats.beta.ppf(0.95, hits + 1, draws - hits)}, checked
 * to 20 digits with mpmath 1.3.0 as the root in p of {@code mpmath.betainc(draws - hits, hits + 1, 0, 1 - p,
 * regularized=True) - 0.05}.
 */
class RateBoundTest {
    @ParameterizedTest
    @CsvSource({
        "0, 1, 0.95",
        "0, 100, 0.0295130496070399345",
        "0, 1000, 0.0029912495450952962443",
        "1, 100, 0.046559811453538946122",
        "3, 1000, 0.0077352447184794597058",
        "10, 20, 0.69804608871350649727",
        "50, 100, 0.58637828536908824028",
        "99, 100, 0.9994871985837377079",
        "5, 1000000, 0.000010513005929398719274",
        "999999, 1000000, 0.9999999487067069",
    })
    void isTheExactOneAndNotBelowIt(int hits, int draws, double expected) {
        // Rounded up by 1e-12, more than the error of a sum of a million logarithms and exponentials.
        assertThat(RateBound.upper95(hits, draws)).isBetween(expected, expected * (1 + 1e-9));
    }

    @Test
    void isOneWithoutInformation() {
        assertThat(RateBound.upper95(0, 0)).isEqualTo(1);
        assertThat(RateBound.upper95(7, 7)).isEqualTo(1);
    }

    @Test
    void fallsWithDrawsAndGrowsWithHits() {
        assertThat(RateBound.upper95(0, 2_000)).isLessThan(RateBound.upper95(0, 1_000));
        assertThat(RateBound.upper95(1, 1_000)).isGreaterThan(RateBound.upper95(0, 1_000));
    }

    @Test
    void refusesWhatCannotBe() {
        assertThatIllegalArgumentException().isThrownBy(() -> RateBound.upper95(-1, 5));
        assertThatIllegalArgumentException().isThrownBy(() -> RateBound.upper95(6, 5));
    }
}
