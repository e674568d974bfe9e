package gradlab.analysis.arithmetic;

import static org.assertj.core.api.Assertions.assertThat;

import gradlab.analysis.exact.Binary64;
import java.math.BigDecimal;
import java.math.BigInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.hipparchus.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FloatFormatTest {
    private static BigFraction fraction(String decimal) {
        BigDecimal value = new BigDecimal(decimal);
        return new BigFraction(value.unscaledValue(), BigInteger.TEN.pow(Math.max(0, value.scale())))
                .multiply(new BigFraction(BigInteger.TEN.pow(Math.max(0, -value.scale()))));
    }

    /** The platform's own conversion to binary32. */
    @Property
    void binary32IsThatOfThePlatform(@ForAll double x) {
        double expected = (float) x;
        if (Double.isFinite(x)) {
            assertThat(FloatFormat.BINARY32.round(x)).isEqualTo(expected);
            assertThat(FloatFormat.BINARY32.round(Binary64.exact(x))).isEqualTo(expected);
        }
    }

    @Property
    void binary64IsThatOfThePlatform(@ForAll double x, @ForAll long p, @ForAll int q) {
        if (Double.isFinite(x)) {
            assertThat(FloatFormat.BINARY64.round(Binary64.exact(x))).isEqualTo(x);
        }
        double quotient = new BigDecimal(p).doubleValue();
        assertThat(FloatFormat.BINARY64.round(new BigFraction(p))).isEqualTo(quotient);
    }

    /** Rounding a rational once and rounding its binary64 operation twice agree, as the theorem says. */
    @Property
    void roundingTwiceIsInnocuous(@ForAll float x, @ForAll float y) {
        for (FloatFormat format : FloatFormat.values()) {
            double a = format.round((double) x);
            double b = format.round((double) y);
            if (Double.isFinite(a) && Double.isFinite(b) && b != 0) {
                BigFraction p = Binary64.exact(a);
                BigFraction q = Binary64.exact(b);
                assertThat(format.round(a + b) + 0.0).isEqualTo(format.round(p.add(q)) + 0.0);
                assertThat(format.round(a * b) + 0.0).isEqualTo(format.round(p.multiply(q)) + 0.0);
                assertThat(format.round(a / b) + 0.0).isEqualTo(format.round(p.divide(q)) + 0.0);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "BINARY16, 65504, 65504",
        "BINARY16, 65519.99, 65504",
        "BINARY16, 65520, Infinity",
        "BINARY16, -65520, -Infinity",
        "BINARY16, 2049, 2048",
        "BINARY16, 2051, 2052",
        "BINARY16, 0.00000005960464477539063, 0.00000005960464477539063",
        "BINARY16, 0.00000002, 0",
        "BFLOAT16, 257, 256",
        "BFLOAT16, 259, 260",
        "BFLOAT16, 3.39e38, 3.3895313892515355e38",
        "BFLOAT16, 3.4e38, Infinity",
        "BINARY32, 16777217, 16777216",
        "BINARY32, 16777217.0000000001, 16777218",
        "BINARY32, 3.4028235677973367e38, Infinity",
        "BINARY64, 9007199254740993, 9007199254740992",
        "BINARY64, 1.8e308, Infinity",
    })
    void roundsToTheNearestEven(FloatFormat format, String x, double nearest) {
        assertThat(format.round(fraction(x))).isEqualTo(nearest);
    }

    @Test
    void knowsItsOwnNumbers() {
        assertThat(FloatFormat.BINARY32.has(Binary64.exact(0.1f))).isTrue();
        assertThat(FloatFormat.BINARY32.has(Binary64.exact(0.1))).isFalse();
        assertThat(FloatFormat.BINARY16.has(new BigFraction(65520))).isFalse();
        assertThat(FloatFormat.named("bfloat16")).contains(FloatFormat.BFLOAT16);
        assertThat(FloatFormat.named("binary128")).isEmpty();
    }
}
