package gradlab.analysis.exact;

import static gradlab.analysis.exact.Exact.fraction;
import static gradlab.analysis.exact.Exact.number;
import static gradlab.analysis.exact.Exact.root;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import org.hipparchus.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SurdTest {
    /** Primes above the bound of the trial division. */
    private static final long P = 1009;

    private static final long Q = 1013;

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "4, 2",
        "8, 2*sqrt(2)",
        "1/2, 1/2*sqrt(2)",
        "45/4, 3/2*sqrt(5)",
        "9/16, 3/4",
        "2, sqrt(2)",
        "1/12, 1/6*sqrt(3)"
    })
    void aRootIsWrittenInItsSimplestForm(String square, String expected) {
        assertThat(root(square)).hasToString(expected);
    }

    @Test
    void negativesAndFractionsAreWrittenPlainly() {
        assertThat(root("2").negate()).hasToString("-sqrt(2)");
        assertThat(number("-7/3")).hasToString("-7/3");
    }

    @Test
    void largeSquareFactorsThatStayUnderTheRootChangeNoAnswer() {
        Surd written = Surd.sqrt(new BigFraction(P * P * Q));
        Surd simple = Surd.of(P).multiply(root("1013"));
        assertThat(written.toString()).isNotEqualTo(simple.toString());
        assertThat(written).isEqualTo(simple).hasSameHashCodeAs(simple).isEqualByComparingTo(simple);
        assertThat(written.add(simple)).contains(simple.multiply(Surd.of(2)));
        assertThat(written.subtract(simple)).contains(Surd.ZERO);
        assertThat(written.divide(simple)).isEqualTo(Surd.ONE);
        assertThat(written.divide(simple).isRational()).isTrue();
        assertThat(written.multiply(root("1013")).rational()).contains(fraction("1022117"));
    }

    @Test
    void squareOfALargePrimeTimesSmallPrimesIsFound() {
        assertThat(Surd.sqrt(new BigFraction(P * P * 18))).hasToString("3027*sqrt(2)");
    }

    @Test
    void sumsOfDifferentRootsAreAbsentButNotThoseWithZero() {
        assertThat(root("2").add(root("3"))).isEmpty();
        assertThat(root("2").add(Surd.ONE)).isEmpty();
        assertThat(root("2").add(Surd.ZERO)).contains(root("2"));
        assertThat(Surd.ZERO.subtract(root("2"))).contains(root("2").negate());
        assertThat(root("2").add(root("1/8"))).contains(number("5/4").multiply(root("2")));
    }

    @Test
    void rootsExistForNonNegativeRationalsOnly() {
        assertThat(number("9/4").sqrt()).contains(number("3/2"));
        assertThat(Surd.ZERO.sqrt()).contains(Surd.ZERO);
        assertThat(number("-4").sqrt()).isEmpty();
        assertThat(root("2").sqrt()).isEmpty();
        assertThatThrownBy(() -> root("-1"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("q must not be negative, got -1");
    }

    @Test
    void powers() {
        assertThat(root("2").pow(5)).isEqualTo(root("32"));
        assertThat(root("2").pow(-2)).isEqualTo(number("1/2"));
        assertThat(number("-2/3").pow(-3)).isEqualTo(number("-27/8"));
        assertThat(root("7").pow(0)).isEqualTo(Surd.ONE);
        assertThat(number("-1").pow(Integer.MIN_VALUE)).isEqualTo(Surd.ONE);
        assertThat(number("-1").pow(Integer.MAX_VALUE)).isEqualTo(number("-1"));
    }

    @Test
    void undefinedAndEndlessPowersAreRefused() {
        assertThatThrownBy(() -> Surd.ZERO.pow(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Surd.ZERO.pow(-1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Surd.of(2).pow(Integer.MAX_VALUE)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Surd.of(2).pow(Integer.MIN_VALUE)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Surd.ONE.divide(Surd.ZERO))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("divisor");
    }

    @ParameterizedTest
    @ValueSource(
            doubles = {
                0.1,
                1,
                -3.5,
                Double.MIN_VALUE,
                -Double.MIN_VALUE,
                0x0.fffffffffffffp-1022,
                Double.MIN_NORMAL,
                Double.MAX_VALUE,
                0x1.fffffffffffffp-2,
                1e300,
                0x0.0000000002p-1022
            })
    void aBinaryNumberIsItsOwnBound(double x) {
        assertThat(Surd.ofDouble(x).lower()).isEqualTo(x);
        assertThat(Surd.ofDouble(x).upper()).isEqualTo(x);
        assertThat(Surd.ofDouble(x).pow(2).sqrt()).contains(Surd.ofDouble(Math.abs(x)));
    }

    @Test
    void theSmallestSubnormalIsExact() {
        assertThat(Surd.ofDouble(Double.MIN_VALUE)).isEqualTo(Surd.of(2).pow(-1074));
        assertThat(Surd.ofDouble(0x1.8p-1073))
                .isEqualTo(Surd.of(3).multiply(Surd.of(2).pow(-1074)));
        assertThat(Surd.ofDouble(-0.0)).isEqualTo(Surd.ZERO);
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void onlyFiniteBinaryNumbersAreNumbers(double x) {
        assertThatThrownBy(() -> Surd.ofDouble(x)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void boundsBeyondTheRangeOfBinaryNumbers() {
        Surd huge = Surd.of(2).pow(1024);
        assertThat(huge.lower()).isEqualTo(Double.MAX_VALUE);
        assertThat(huge.upper()).isInfinite();
        assertThat(huge.negate().lower()).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(huge.negate().upper()).isEqualTo(-Double.MAX_VALUE);
        Surd overLargest = Surd.ofDouble(Double.MAX_VALUE).add(number("1/3")).orElseThrow();
        assertThat(overLargest.lower()).isEqualTo(Double.MAX_VALUE);
        assertThat(overLargest.upper()).isInfinite();
        Surd underLargest =
                Surd.ofDouble(Double.MAX_VALUE).subtract(number("1/3")).orElseThrow();
        assertThat(underLargest.lower()).isEqualTo(Math.nextDown(Double.MAX_VALUE));
        assertThat(underLargest.upper()).isEqualTo(Double.MAX_VALUE);
    }

    @Test
    void boundsBelowTheSmallestBinaryNumber() {
        Surd tiny = Surd.of(2).pow(-1075);
        assertThat(tiny.lower()).isEqualTo(0.0);
        assertThat(tiny.upper()).isEqualTo(Double.MIN_VALUE);
        // isEqualTo tells 0.0 from -0.0
        assertThat(tiny.negate().upper()).isEqualTo(0.0);
        assertThat(tiny.negate().lower()).isEqualTo(-Double.MIN_VALUE);
        assertThat(Surd.ZERO.lower()).isEqualTo(0.0);
        assertThat(Surd.ZERO.upper()).isEqualTo(0.0);
        assertThat(Surd.of(2).pow(-100_000).upper()).isEqualTo(Double.MIN_VALUE);
        assertThat(Surd.of(2).pow(100_000).lower()).isEqualTo(Double.MAX_VALUE);
    }

    @Test
    void boundsOfTheRootOfTwo() {
        // Its neighbours are the correctly rounded root, which is above, and the number before it.
        assertThat(root("2").upper()).isEqualTo(Math.sqrt(2));
        assertThat(root("2").lower()).isEqualTo(Math.nextDown(Math.sqrt(2)));
        assertThat(root("2").negate().lower()).isEqualTo(-Math.sqrt(2));
    }

    @Test
    void wholeNumbersBelowAndAbove() {
        assertThat(root("2").floor()).isEqualTo(BigInteger.ONE);
        assertThat(root("2").ceil()).isEqualTo(BigInteger.TWO);
        assertThat(root("2").negate().floor()).isEqualTo(BigInteger.TWO.negate());
        assertThat(root("2").negate().ceil()).isEqualTo(BigInteger.ONE.negate());
        assertThat(number("-3").floor())
                .isEqualTo(BigInteger.valueOf(-3))
                .isEqualTo(number("-3").ceil());
        assertThat(Surd.ZERO.floor()).isZero().isEqualTo(Surd.ZERO.ceil());
    }
}
