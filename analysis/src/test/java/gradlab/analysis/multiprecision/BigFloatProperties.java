package gradlab.analysis.multiprecision;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Random;
import net.jqwik.api.Property;
import org.hipparchus.fraction.BigFraction;

/** Every operation rounds to the side asked for, by less than a unit in the last place. */
class BigFloatProperties {

    @Property(tries = 2000)
    void sumsProductsQuotientsAndRoots(@net.jqwik.api.ForAll long seed) {
        Random random = new Random(seed);
        BigFloat a = any(random);
        BigFloat b = any(random);
        check(exact(a).add(exact(b)), a.add(b, false), a.add(b, true));
        check(exact(a).multiply(exact(b)), a.multiply(b, false), a.multiply(b, true));
        if (b.signum() != 0) {
            check(exact(a).divide(exact(b)), a.divide(b, false), a.divide(b, true));
        }
        BigFloat low = a.abs().sqrt(false);
        BigFloat high = a.abs().sqrt(true);
        assertThat(exact(low).multiply(exact(low))).isLessThanOrEqualTo(exact(a.abs()));
        assertThat(exact(high).multiply(exact(high))).isGreaterThanOrEqualTo(exact(a.abs()));
        assertSharp(low, high);
        assertThat(Integer.signum(a.compareTo(b))).isEqualTo(Integer.signum(exact(a).compareTo(exact(b))));
        assertThat(new BigDecimal(a.floor())).isLessThanOrEqualTo(BigElementaryTest.decimal(a));
        assertThat(new BigDecimal(a.floor().add(BigInteger.ONE))).isGreaterThan(BigElementaryTest.decimal(a));
    }

    private static void check(BigFraction exact, BigFloat low, BigFloat high) {
        assertThat(exact(low)).isLessThanOrEqualTo(exact);
        assertThat(exact(high)).isGreaterThanOrEqualTo(exact);
        assertSharp(low, high);
    }

    private static void assertSharp(BigFloat low, BigFloat high) {
        BigFloat width = high.add(low.negate(), true);
        assertThat(width.signum() == 0 || width.top() <= high.abs().top() - BigFloat.PRECISION + 2)
                .as("%s to %s", low, high)
                .isTrue();
    }

    private static BigFloat any(Random random) {
        int bits = 1 + random.nextInt(random.nextBoolean() ? 3 : BigFloat.PRECISION);
        BigInteger mantissa = new BigInteger(bits, random);
        int shift = random.nextInt(random.nextBoolean() ? 8 : 900) - (random.nextBoolean() ? bits : 450);
        return BigFloat.rounded(random.nextBoolean() ? mantissa : mantissa.negate(), shift, false);
    }

    private static BigFraction exact(BigFloat x) {
        BigInteger power = BigInteger.ONE.shiftLeft((int) Math.abs(x.exponent()));
        return x.exponent() >= 0 ? new BigFraction(x.mantissa().multiply(power)) : new BigFraction(x.mantissa(), power);
    }
}
