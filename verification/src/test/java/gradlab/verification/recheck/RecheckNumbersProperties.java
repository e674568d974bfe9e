package gradlab.verification.recheck;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Rounded numbers beside exact ones: roundings go outwards, and operations on bounds hold the exact results. */
class RecheckNumbersProperties {
    private static final int NUMBERS = 3000;

    private static Rational random(Random random) {
        BigInteger num = new BigInteger(1 + random.nextInt(500), random);
        BigInteger den = new BigInteger(1 + random.nextInt(500), random).add(BigInteger.ONE);
        return Rational.of(random.nextBoolean() ? num : num.negate(), den);
    }

    @Test
    void roundingsGoOutwards() {
        Random random = new Random(81);
        for (int k = 0; k < NUMBERS; k++) {
            Rational x = random(random);
            Rational width = x.abs().multiply(Rational.powerOfTwo(2 - Work.FULL));
            assertThat(x.down(Work.FULL)).isBetween(x.subtract(width), x);
            assertThat(x.up(Work.FULL)).isBetween(x, x.add(width));
            Rational low = x.abs().root(Work.FULL, false);
            Rational high = x.abs().root(Work.FULL, true);
            assertThat(low.multiply(low)).isLessThanOrEqualTo(x.abs());
            assertThat(high.multiply(high)).isGreaterThanOrEqualTo(x.abs());
            assertThat(high.subtract(low)).isLessThanOrEqualTo(high.multiply(Rational.powerOfTwo(4 - Work.FULL)));
        }
    }

    @Test
    void boundsHoldExactResults() {
        Random random = new Random(82);
        for (int k = 0; k < NUMBERS; k++) {
            Rational a = random(random);
            Rational b = random(random);
            Num x = around(a, random);
            Num y = around(b, random);
            assertHolds(x.add(y), a.add(b));
            assertHolds(x.subtract(y), a.subtract(b));
            assertHolds(x.multiply(y), a.multiply(b));
            assertHolds(x.abs(), a.abs());
            assertHolds(x.max(y), a.max(b));
            assertHolds(x.pow(Num.of(3)), a.multiply(a).multiply(a));
            assertHolds(x.pow(Num.of(2)), a.multiply(a));
            if (!y.containsZero()) {
                assertHolds(x.divide(y), a.divide(b));
            }
        }
    }

    private static Num around(Rational x, Random random) {
        Rational width = random(random).abs().multiply(Rational.powerOfTwo(-random.nextInt(300)));
        return random.nextInt(4) == 0 ? Num.of(x).blurred() : Num.between(x.subtract(width), x.add(width));
    }

    private static void assertHolds(Num bounds, Rational exact) {
        assertThat(exact).isBetween(bounds.low, bounds.high);
    }
}
