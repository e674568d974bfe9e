package gradlab.analysis.interval;

import static java.lang.Double.MAX_VALUE;
import static java.lang.Double.NEGATIVE_INFINITY;
import static java.lang.Double.POSITIVE_INFINITY;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ElementaryTest {
    private static final Interval RANGE = Interval.of(-1, 1);

    @Test
    void knownValuesAreExact() {
        assertThat(Elementary.exp(Interval.ZERO)).isEqualTo(Interval.ONE);
        assertThat(Elementary.log(Interval.ONE)).isEqualTo(Interval.ZERO);
        assertThat(Elementary.sin(Interval.ZERO)).isEqualTo(Interval.ZERO);
        assertThat(Elementary.cos(Interval.ZERO)).isEqualTo(Interval.ONE);
        assertThat(Elementary.tan(Interval.ZERO)).isEqualTo(Interval.ZERO);
        assertThat(Elementary.sinh(Interval.ZERO)).isEqualTo(Interval.ZERO);
        assertThat(Elementary.cosh(Interval.ZERO)).isEqualTo(Interval.ONE);
        assertThat(Elementary.tanh(Interval.ZERO)).isEqualTo(Interval.ZERO);
        assertThat(Elementary.sechSquared(Interval.ZERO)).isEqualTo(Interval.ONE);
        assertThat(Elementary.sigmoid(Interval.ZERO)).isEqualTo(Interval.of(0.5));
        assertThat(Elementary.sigmoidSlope(Interval.ZERO)).isEqualTo(Interval.of(0.25));
        assertThat(Elementary.erf(Interval.ZERO)).isEqualTo(Interval.ZERO);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1074, -1022, -3, 0, 1, 10, 1023})
    void logarithmsOfPowersOfTwoAreExact(int exponent) {
        assertThat(Elementary.log2(Interval.of(Math.scalb(1.0, exponent)))).isEqualTo(Interval.of(exponent));
    }

    @ParameterizedTest
    @CsvSource({
        "2, 10, 1024",
        "3, 4, 81",
        "9, 0.5, 3",
        "0.25, -2, 16",
        "7, 0, 1",
        "1, 1e300, 1",
        "1.5, 3, 3.375",
        "16, -0.5, 0.25",
    })
    void exactPowersArePoints(double base, double exponent, double power) {
        Interval result = Elementary.pow(Interval.of(base), Interval.of(exponent));
        assertThat(result.contains(power)).isTrue();
        assertThat(result.isPoint()).isEqualTo(exponent != -0.5);
    }

    @Test
    void powersOverRectangles() {
        assertThat(Elementary.pow(Interval.of(0.5, 2), Interval.of(-1, 3))).isEqualTo(Interval.of(0.125, 8));
        assertThat(Elementary.pow(Interval.of(0, 2), Interval.of(1, 3))).isEqualTo(Interval.of(0, 8));
        assertThat(Elementary.pow(Interval.of(0, 2), Interval.of(-1, 3))).isEqualTo(Interval.of(0, POSITIVE_INFINITY));
        assertThat(Elementary.pow(Interval.of(-3, 2), Interval.of(2))).isEqualTo(Interval.of(0, 4));
        assertThat(Elementary.pow(Interval.of(-3, -2), Interval.of(2))).isEqualTo(Interval.EMPTY);
        assertThat(Elementary.pow(Interval.of(2, POSITIVE_INFINITY), Interval.of(-1, 0)))
                .isEqualTo(Interval.of(0, 1));
        assertThat(Elementary.pow(Interval.of(1), Interval.ENTIRE)).isEqualTo(Interval.ONE);
        assertThat(Elementary.pow(Interval.ZERO, Interval.of(-1))).isEqualTo(Interval.EMPTY);
    }

    @Test
    void extremaInsideAreFound() {
        assertThat(Elementary.sin(Interval.of(1, 2)).upper()).isEqualTo(1);
        assertThat(Elementary.sin(Interval.of(1, 2)).lower()).isBetween(0.8414, 0.8415);
        assertThat(Elementary.sin(Interval.of(-2, -1)).lower()).isEqualTo(-1);
        assertThat(Elementary.sin(Interval.of(2, 5)).lower()).isEqualTo(-1);
        assertThat(Elementary.sin(Interval.of(2, 5)).upper()).isBetween(0.909, 0.91);
        assertThat(Elementary.cos(Interval.of(-1, 1)).upper()).isEqualTo(1);
        assertThat(Elementary.cos(Interval.of(3, 4)).lower()).isEqualTo(-1);
        assertThat(Elementary.cos(Interval.of(3, 4)).upper()).isBetween(-0.654, -0.653);
        assertThat(Elementary.cos(Interval.of(6, 7)).upper()).isEqualTo(1);
        assertThat(Elementary.sin(Interval.of(0, 7))).isEqualTo(RANGE);
        assertThat(Elementary.sin(Interval.of(1e17, 2e17))).isEqualTo(RANGE);
        assertThat(Elementary.cos(Interval.ENTIRE)).isEqualTo(RANGE);
        assertThat(Elementary.sin(Interval.of(1000, 1000.25)).width()).isLessThan(0.25);
    }

    @Test
    void polesMakeTheTangentEntire() {
        assertThat(Elementary.tan(Interval.of(1, 2))).isEqualTo(Interval.ENTIRE);
        assertThat(Elementary.tan(Interval.of(-2, -1))).isEqualTo(Interval.ENTIRE);
        assertThat(Elementary.tan(Interval.of(4, 5))).isEqualTo(Interval.ENTIRE);
        assertThat(Elementary.tan(Interval.of(2, 4)).upper()).isBetween(1.157, 1.158);
        assertThat(Elementary.tan(Interval.of(-1, 1)).lower()).isBetween(-1.5575, -1.5574);
    }

    @Test
    void saturationStaysInRange() {
        assertThat(Elementary.tanh(Interval.of(25))).isEqualTo(Interval.of(Math.nextDown(1.0), 1));
        assertThat(Elementary.tanh(Interval.ENTIRE)).isEqualTo(RANGE);
        assertThat(Elementary.tanh(Interval.of(20)).upper()).isEqualTo(1);
        assertThat(Elementary.erf(Interval.of(-7, 30))).isEqualTo(Interval.of(-1, 1));
        assertThat(Elementary.erf(Interval.of(6))).isEqualTo(Interval.of(Math.nextDown(1.0), 1));
        assertThat(Elementary.sigmoid(Interval.ENTIRE)).isEqualTo(Interval.of(0, 1));
        assertThat(Elementary.sigmoidSlope(Interval.ENTIRE)).isEqualTo(Interval.of(0, 0.25));
        assertThat(Elementary.sechSquared(Interval.of(-1, 2)).upper()).isEqualTo(1);
        assertThat(Elementary.sechSquared(Interval.of(1e308)).lower()).isZero();
        assertThat(Elementary.cosh(Interval.of(-1, 2)).lower()).isEqualTo(1);
    }

    @Test
    void overflowAndUnderflowAreOneSided() {
        assertThat(Elementary.exp(Interval.of(710))).isEqualTo(Interval.of(MAX_VALUE, POSITIVE_INFINITY));
        assertThat(Elementary.exp(Interval.of(-800))).isEqualTo(Interval.of(0, Double.MIN_VALUE));
        assertThat(Elementary.exp(Interval.ENTIRE)).isEqualTo(Interval.of(0, POSITIVE_INFINITY));
        assertThat(Elementary.log(Interval.of(0, 1))).isEqualTo(Interval.of(NEGATIVE_INFINITY, 0));
        assertThat(Elementary.sinh(Interval.of(-1000))).isEqualTo(Interval.of(NEGATIVE_INFINITY, -MAX_VALUE));
        assertThat(Elementary.sinh(Interval.ENTIRE)).isEqualTo(Interval.ENTIRE);
        assertThat(Elementary.log(Interval.of(1, POSITIVE_INFINITY))).isEqualTo(Interval.of(0, POSITIVE_INFINITY));
    }

    @Test
    void outsideTheDomainIsNothing() {
        assertThat(Elementary.log(Interval.of(-2, 0))).isEqualTo(Interval.EMPTY);
        assertThat(Elementary.log2(Interval.of(-2, -1))).isEqualTo(Interval.EMPTY);
        assertThat(Elementary.log(Interval.of(-2, 1)).upper()).isZero();
        assertThat(Elementary.sin(Interval.EMPTY)).isEqualTo(Interval.EMPTY);
        assertThat(Elementary.erf(Interval.EMPTY)).isEqualTo(Interval.EMPTY);
        assertThat(Elementary.cosh(Interval.EMPTY)).isEqualTo(Interval.EMPTY);
        assertThat(Elementary.sechSquared(Interval.EMPTY)).isEqualTo(Interval.EMPTY);
    }

    /** At a power of two one ulp below is two steps of nextDown. */
    @Test
    void wideningCountsWholeUnits() {
        assertThat(Widening.around(1, 1)).isEqualTo(Interval.of(1 - 0x1p-52, 1 + 0x1p-52));
        assertThat(Widening.around(Math.nextDown(2.0), 2).upper()).isEqualTo(2 + 0x1p-51);
        assertThat(Widening.around(0, 1)).isEqualTo(Interval.of(0 - Double.MIN_VALUE, Double.MIN_VALUE));
    }

    @Test
    void constantsAreEnclosed() {
        assertThat(new BigDecimal(Elementary.PI.lower())).isLessThan(HighPrecision.PI);
        assertThat(new BigDecimal(Elementary.PI.upper())).isGreaterThan(HighPrecision.PI);
        BigDecimal e = HighPrecision.exp(BigDecimal.ONE);
        assertThat(new BigDecimal(Elementary.E.lower())).isLessThan(e);
        assertThat(new BigDecimal(Elementary.E.upper())).isGreaterThan(e);
        BigDecimal ln2 = HighPrecision.log(BigDecimal.valueOf(2));
        assertThat(new BigDecimal(Elementary.LN2.lower())).isLessThan(ln2);
        assertThat(new BigDecimal(Elementary.LN2.upper())).isGreaterThan(ln2);
    }
}
