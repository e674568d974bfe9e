package gradlab.verification.recheck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.FloatRange;

/** The checker's own rounding against the platform's. */
class FormatProperties {
    private static final Format BINARY32 = Format.named("binary32");

    private static Rational exact(double x) {
        BigDecimal value = new BigDecimal(x);
        return Rational.of(value.unscaledValue(), BigInteger.TEN.pow(Math.max(0, value.scale())))
                .multiply(Rational.of(BigInteger.TEN.pow(Math.max(0, -value.scale()))));
    }

    @Property
    void sumsProductsAndQuotientsAreThoseOfThePlatform(@ForAll float x, @ForAll float y) {
        agree(exact(x).add(exact(y)), x + y);
        agree(exact(x).multiply(exact(y)), x * y);
        if (y != 0) {
            agree(exact(x).divide(exact(y)), x / y);
        }
    }

    private static void agree(Rational exact, float rounded) {
        if (Float.isFinite(rounded)) {
            assertThat(BINARY32.nearest(exact)).isEqualTo(exact(rounded));
        } else {
            assertThatThrownBy(() -> BINARY32.nearest(exact)).isInstanceOf(NoValue.class);
        }
    }

    @Property
    void rootsAreThoseOfThePlatform(@ForAll @FloatRange(min = 0, max = Float.MAX_VALUE) float x) {
        assertThat(BINARY32.root(exact(x))).isEqualTo(exact((float) Math.sqrt(x)));
        assertThat(Format.named("binary64").root(exact(x))).isEqualTo(exact(Math.sqrt(x)));
    }

    @Example
    void tiesGoToTheEvenNumber() {
        Format binary16 = Format.named("binary16");
        assertThat(binary16.nearest(Rational.of(2049))).isEqualTo(Rational.of(2048));
        assertThat(binary16.nearest(Rational.of(-2051))).isEqualTo(Rational.of(-2052));
        assertThat(binary16.nearest(Rational.powerOfTwo(-25))).isEqualTo(Rational.ZERO);
        assertThat(binary16.nearest(Rational.of(65519))).isEqualTo(Rational.of(65504));
        assertThatThrownBy(() -> binary16.nearest(Rational.of(65520))).isInstanceOf(NoValue.class);
    }
}
