package gradlab.analysis.interval;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class AccurateDotProperties {
    /** Cancelling, subnormal and plain inner products: the exact one is always inside, and plain ones to 2 ulp. */
    @Test
    void enclosuresHoldTheExactInnerProduct() {
        SplittableRandom random = new SplittableRandom(61);
        for (int k = 0; k < 20_000; k++) {
            int n = random.nextInt(1, 40);
            int spread = random.nextInt(1, 60);
            int shift = random.nextInt(4) == 0 ? -540 : 0;
            double[] x = new double[n];
            double[] y = new double[n];
            for (int i = 0; i < n; i++) {
                x[i] = Math.scalb(random.nextDouble() - 0.5, random.nextInt(spread) + shift);
                boolean cancelling = i > 0 && random.nextBoolean();
                y[i] = cancelling && x[i] != 0
                        ? -x[i - 1] * y[i - 1] / x[i]
                        : Math.scalb(random.nextDouble() - 0.5, random.nextInt(spread) + shift);
            }
            Dyadic exact = Dyadic.of(0);
            for (int i = 0; i < n; i++) {
                exact = exact.add(Dyadic.of(x[i]).multiply(Dyadic.of(y[i])));
            }
            Interval product = AccurateDot.enclose(x, y, n);
            assertThat(Dyadic.of(product.lower()).compareTo(exact)).isNotPositive();
            assertThat(Dyadic.of(product.upper()).compareTo(exact)).isNotNegative();
            if (spread < 10 && shift == 0 && product.mignitude() > 1e-3) {
                assertThat(product.width()).isLessThanOrEqualTo(4 * Math.ulp(product.magnitude()));
            }
        }
    }
}
