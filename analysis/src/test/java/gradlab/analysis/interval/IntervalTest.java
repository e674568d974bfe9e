package gradlab.analysis.interval;

import static java.lang.Double.MAX_VALUE;
import static java.lang.Double.MIN_VALUE;
import static java.lang.Double.NEGATIVE_INFINITY;
import static java.lang.Double.NaN;
import static java.lang.Double.POSITIVE_INFINITY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IntervalTest {
    private static Interval interval(double lower, double upper) {
        return Interval.of(lower, upper);
    }

    @Test
    void exactResultsStayPoints() {
        assertThat(Interval.of(1).add(Interval.of(2))).isEqualTo(Interval.of(3));
        assertThat(Interval.of(3).multiply(Interval.of(4))).isEqualTo(Interval.of(12));
        assertThat(Interval.of(0x1p-1000).multiply(Interval.of(0x1.8p-60))).isEqualTo(Interval.of(0x1.8p-1060));
        assertThat(Interval.of(81).sqrt()).isEqualTo(Interval.of(9));
        assertThat(Interval.of(-3).pow(3)).isEqualTo(Interval.of(-27));
    }

    @Test
    void inexactResultsAreOneStepWide() {
        Interval third = Interval.ONE.divide(Interval.of(3));
        assertThat(third.upper()).isEqualTo(Math.nextUp(third.lower()));
        assertThat(Interval.of(MAX_VALUE).add(Interval.of(MAX_VALUE)))
                .isEqualTo(interval(MAX_VALUE, POSITIVE_INFINITY));
        assertThat(Interval.of(MIN_VALUE).multiply(Interval.of(MIN_VALUE))).isEqualTo(interval(0, MIN_VALUE));
        assertThat(Interval.of(-MIN_VALUE).divide(Interval.of(2))).isEqualTo(interval(-MIN_VALUE, 0));
    }

    @ParameterizedTest
    @CsvSource({
        "1, 2, 3, 4, 3, 8",
        "-1, 2, 3, 4, -4, 8",
        "-2, -1, 3, 4, -8, -3",
        "-2, -1, -4, -3, 3, 8",
        "-2, 3, -4, 5, -12, 15",
        "-2, 3, -9, 5, -27, 18",
        "-2, 3, -5, -4, -15, 10",
        "1, 2, -4, 5, -8, 10",
        "-2, -1, -4, 5, -10, 8",
        "0, 0, -Infinity, Infinity, 0, 0",
        "0, 1, 2, Infinity, 0, Infinity",
        "-1, 0, 2, Infinity, -Infinity, 0",
        "-1, 2, -Infinity, 3, -Infinity, Infinity",
    })
    void products(double a, double b, double c, double d, double lower, double upper) {
        assertThat(interval(a, b).multiply(interval(c, d))).isEqualTo(interval(lower, upper));
        assertThat(interval(c, d).multiply(interval(a, b))).isEqualTo(interval(lower, upper));
    }

    @ParameterizedTest
    @CsvSource({
        "6, 12, 2, 3, 2, 6",
        "-6, 12, 2, 3, -3, 6",
        "-12, -6, 2, 3, -6, -2",
        "6, 12, -3, -2, -6, -2",
        "0, 12, 2, 3, 0, 6",
        "6, 12, 0, 3, 2, Infinity",
        "-12, -6, 0, 3, -Infinity, -2",
        "6, 12, -3, 0, -Infinity, -2",
        "0, 12, 0, 3, 0, Infinity",
        "-6, 12, 0, 3, -Infinity, Infinity",
        "6, 12, -3, 3, -Infinity, Infinity",
        "0, 0, -3, 3, 0, 0",
        "6, 12, 2, Infinity, 0, 6",
        "6, Infinity, 2, 3, 2, Infinity",
        "6, Infinity, 2, Infinity, 0, Infinity",
        "-Infinity, Infinity, 2, 3, -Infinity, Infinity",
        "-6, 12, 2, Infinity, -3, 6",
    })
    void quotients(double a, double b, double c, double d, double lower, double upper) {
        assertThat(interval(a, b).divide(interval(c, d))).isEqualTo(interval(lower, upper));
    }

    @Test
    void nothingIsDividedByZero() {
        assertThat(interval(1, 2).divide(Interval.ZERO)).isEqualTo(Interval.EMPTY);
        assertThat(Interval.ZERO.reciprocal()).isEqualTo(Interval.EMPTY);
        assertThat(interval(-1, -0.0).reciprocal()).isEqualTo(interval(NEGATIVE_INFINITY, -1));
    }

    @Test
    void powersKeepTheirSign() {
        assertThat(interval(-1, 2).square()).isEqualTo(interval(0, 4));
        assertThat(interval(-3, 2).pow(2)).isEqualTo(interval(0, 9));
        assertThat(interval(-3, -2).pow(2)).isEqualTo(interval(4, 9));
        assertThat(interval(-3, 2).pow(3)).isEqualTo(interval(-27, 8));
        assertThat(interval(-3, 2).pow(0)).isEqualTo(Interval.ONE);
        assertThat(interval(2, 4).pow(-2)).isEqualTo(interval(0.0625, 0.25));
        assertThat(interval(-2, 4).pow(-1)).isEqualTo(Interval.ENTIRE);
        assertThat(interval(-2, 4).pow(-2)).isEqualTo(interval(0.0625, POSITIVE_INFINITY));
        assertThat(Interval.of(1).pow(Integer.MIN_VALUE)).isEqualTo(Interval.ONE);
        assertThat(Interval.of(2).pow(2000)).isEqualTo(interval(MAX_VALUE, POSITIVE_INFINITY));
        assertThat(Interval.of(0.5).pow(2000)).isEqualTo(interval(0, MIN_VALUE));
    }

    @Test
    void longPowersHoldTheExactOne() {
        Interval power = Interval.of(1.1).pow(100);
        Dyadic exact = Dyadic.of(1);
        for (int i = 0; i < 100; i++) {
            exact = exact.multiply(Dyadic.of(1.1));
        }
        assertThat(Dyadic.of(power.lower()).compareTo(exact)).isNegative();
        assertThat(Dyadic.of(power.upper()).compareTo(exact)).isPositive();
        assertThat(power.width()).isLessThan(200 * Math.ulp(power.lower()));
    }

    @Test
    void rootsAreOfThePartThatHasThem() {
        assertThat(interval(-1, 4).sqrt()).isEqualTo(interval(0, 2));
        assertThat(interval(-2, -1).sqrt()).isEqualTo(Interval.EMPTY);
        assertThat(interval(0, POSITIVE_INFINITY).sqrt()).isEqualTo(interval(0, POSITIVE_INFINITY));
    }

    @Test
    void setOperations() {
        assertThat(interval(-3, 2).abs()).isEqualTo(interval(0, 3));
        assertThat(interval(-3, -2).abs()).isEqualTo(interval(2, 3));
        assertThat(interval(1, 4).min(interval(2, 3))).isEqualTo(interval(1, 3));
        assertThat(interval(1, 4).max(interval(2, 3))).isEqualTo(interval(2, 4));
        assertThat(interval(-1.5, 1.5).floor()).isEqualTo(interval(-2, 1));
        assertThat(interval(-1.5, 1.5).ceil()).isEqualTo(interval(-1, 2));
        assertThat(interval(1, 3).intersect(interval(2, 4))).isEqualTo(interval(2, 3));
        assertThat(interval(1, 2).intersect(interval(3, 4))).isEqualTo(Interval.EMPTY);
        assertThat(Interval.hull(interval(1, 2), interval(4, 5))).isEqualTo(interval(1, 5));
        assertThat(Interval.hull(Interval.EMPTY, interval(4, 5))).isEqualTo(interval(4, 5));
    }

    @Test
    void questions() {
        assertThat(interval(1, 2).contains(2)).isTrue();
        assertThat(interval(1, 2).contains(Math.nextUp(2.0))).isFalse();
        assertThat(Interval.ENTIRE.contains(POSITIVE_INFINITY)).isFalse();
        assertThat(Interval.ENTIRE.contains(NaN)).isFalse();
        assertThat(interval(1, 2).contains(Interval.EMPTY)).isTrue();
        assertThat(interval(1, 2).contains(interval(1, 3))).isFalse();
        assertThat(interval(1, 2).overlaps(interval(2, 3))).isTrue();
        assertThat(interval(1, 2).overlaps(interval(3, 4))).isFalse();
        assertThat(Interval.ENTIRE.isFinite()).isFalse();
        assertThat(Interval.EMPTY.isFinite()).isFalse();
        assertThat(interval(1, 2).isFinite()).isTrue();
    }

    @Test
    void certaintyNeedsNumbersAndNoOverlap() {
        assertThat(interval(1, 2).certainlyLess(interval(2, 3))).isFalse();
        assertThat(interval(1, 2).certainlyLessOrEqual(interval(2, 3))).isTrue();
        assertThat(interval(1, 2).certainlyLess(interval(3, 4))).isTrue();
        assertThat(interval(1, 3).certainlyLessOrEqual(interval(2, 4))).isFalse();
        assertThat(Interval.EMPTY.certainlyLess(interval(1, 2))).isFalse();
        assertThat(interval(1, 2).certainlyLess(Interval.EMPTY)).isFalse();
        assertThat(Interval.EMPTY.certainlyLessOrEqual(interval(1, 2))).isFalse();
        assertThat(interval(1, 2).certainlyLessOrEqual(Interval.EMPTY)).isFalse();
    }

    @Test
    void middlesAndWidths() {
        assertThat(Interval.ENTIRE.midpoint()).isZero();
        assertThat(interval(1, POSITIVE_INFINITY).midpoint()).isEqualTo(MAX_VALUE);
        assertThat(interval(NEGATIVE_INFINITY, 1).midpoint()).isEqualTo(-MAX_VALUE);
        assertThat(interval(MAX_VALUE / 2, MAX_VALUE).midpoint()).isEqualTo(0.75 * MAX_VALUE);
        assertThat(Interval.of(MIN_VALUE).midpoint()).isEqualTo(MIN_VALUE);
        assertThat(interval(-MAX_VALUE, MAX_VALUE).width()).isEqualTo(POSITIVE_INFINITY);
        assertThat(interval(-1, 0x1p-60).width()).isEqualTo(Math.nextUp(1.0));
        assertThat(interval(-3, 2).magnitude()).isEqualTo(3);
        assertThat(interval(-3, 2).mignitude()).isZero();
        assertThat(interval(-3, -2).mignitude()).isEqualTo(2);
        assertThatExceptionOfType(IllegalStateException.class).isThrownBy(Interval.EMPTY::midpoint);
        assertThatExceptionOfType(IllegalStateException.class).isThrownBy(Interval.EMPTY::width);
    }

    @Test
    void theEmptySetStaysEmpty() {
        Interval one = Interval.ONE;
        assertThat(Interval.EMPTY.add(one)).isEqualTo(Interval.EMPTY);
        assertThat(one.subtract(Interval.EMPTY)).isEqualTo(Interval.EMPTY);
        assertThat(one.multiply(Interval.EMPTY)).isEqualTo(Interval.EMPTY);
        assertThat(Interval.EMPTY.divide(one)).isEqualTo(Interval.EMPTY);
        assertThat(Interval.EMPTY.pow(2)).isEqualTo(Interval.EMPTY);
        assertThat(Interval.EMPTY.sqrt()).isEqualTo(Interval.EMPTY);
        assertThat(Interval.EMPTY.abs()).isEqualTo(Interval.EMPTY);
        assertThat(Interval.EMPTY.square()).isEqualTo(Interval.EMPTY);
    }

    @Test
    void negativeZeroIsZero() {
        assertThat(new Interval(-0.0, -0.0)).isEqualTo(Interval.ZERO);
        assertThat(Interval.of(1).subtract(Interval.of(1))).isEqualTo(Interval.ZERO);
        assertThat(interval(-0.5, -0.25).ceil()).isEqualTo(Interval.ZERO);
    }

    @ParameterizedTest
    @ValueSource(doubles = {NaN, POSITIVE_INFINITY, NEGATIVE_INFINITY})
    void pointsAreFinite(double value) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Interval.of(value))
                .withMessageContaining("" + value);
    }

    @ParameterizedTest
    @CsvSource({
        "2, 1",
        "NaN, 1",
        "1, NaN",
        "Infinity, Infinity",
        "-Infinity, -Infinity",
        "Infinity, -Infinity",
        "1, -Infinity"
    })
    void endsAreInOrder(double lower, double upper) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Interval.of(lower, upper))
                .withMessageContaining("lower");
    }
}
