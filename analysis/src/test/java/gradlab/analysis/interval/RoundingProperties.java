package gradlab.analysis.interval;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.function.BiPredicate;
import org.junit.jupiter.api.Test;

/** A million pairs of every scale: each result holds the exact one, is at most one step wide, and exact if it can be. */
class RoundingProperties {
    private static final int PAIRS = 1_000_000;

    @Test
    void sumsAreTightest() {
        forPairs((a, b) -> {
            Dyadic exact = Dyadic.of(a).add(Dyadic.of(b));
            return isTightest(Interval.of(a).add(Interval.of(b)), bound -> compare(bound, exact));
        });
    }

    @Test
    void differencesAreTightest() {
        forPairs((a, b) -> {
            Dyadic exact = Dyadic.of(a).add(Dyadic.of(-b));
            return isTightest(Interval.of(a).subtract(Interval.of(b)), bound -> compare(bound, exact));
        });
    }

    @Test
    void productsAreTightest() {
        forPairs((a, b) -> {
            Dyadic exact = Dyadic.of(a).multiply(Dyadic.of(b));
            return isTightest(Interval.of(a).multiply(Interval.of(b)), bound -> compare(bound, exact));
        });
    }

    @Test
    void quotientsAreTightest() {
        forPairs((a, b) -> b == 0
                || isTightest(
                        Interval.of(a).divide(Interval.of(b)),
                        bound -> compareQuotient(bound, Dyadic.of(a), Dyadic.of(b), b > 0)));
    }

    @Test
    void rootsAreTightest() {
        forPairs((a, b) -> {
            double x = Math.abs(a);
            return isTightest(
                    Interval.of(x).sqrt(),
                    bound -> bound == 0
                            ? Double.compare(0, x)
                            : Dyadic.of(bound).multiply(Dyadic.of(bound)).compareTo(Dyadic.of(x)));
        });
    }

    /** The sign of bound minus the exact result. */
    private interface Judge {
        int compareToExact(double bound);
    }

    private static boolean isTightest(Interval result, Judge judge) {
        int low = judge.compareToExact(result.lower());
        int high = judge.compareToExact(result.upper());
        if (low == 0 || high == 0) {
            return result.isPoint();
        }
        return low < 0 && high > 0 && result.upper() == Math.nextUp(result.lower());
    }

    private static int compare(double bound, Dyadic exact) {
        if (Double.isInfinite(bound)) {
            return bound > 0 ? 1 : -1;
        }
        return Dyadic.of(bound).compareTo(exact);
    }

    private static int compareQuotient(double bound, Dyadic a, Dyadic b, boolean positive) {
        if (Double.isInfinite(bound)) {
            return bound > 0 ? 1 : -1;
        }
        int sign = Dyadic.of(bound).multiply(b).compareTo(a);
        return positive ? sign : -sign;
    }

    private static void forPairs(BiPredicate<Double, Double> law) {
        SplittableRandom random = new SplittableRandom(20260101);
        for (int i = 0; i < PAIRS; i++) {
            double a = Scales.draw(random);
            double b = Scales.drawNear(random, a);
            assertThat(law.test(a, b))
                    .as("%s and %s", Double.toHexString(a), Double.toHexString(b))
                    .isTrue();
        }
    }
}
