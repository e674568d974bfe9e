package gradlab.dynamics.lyapunov;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import gradlab.analysis.backend.DenseBackend;
import gradlab.analysis.random.RandomStream;
import gradlab.dynamics.system.DenseNetworkMap;
import gradlab.dynamics.system.DynamicalSystem;
import gradlab.dynamics.system.ScaledOrbit;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TangentsTest {
    private static final DenseBackend JAVA = DenseBackend.fixedOrder();

    static double[] identity(int n) {
        double[] identity = new double[n * n];
        for (int i = 0; i < n; i++) {
            identity[i * n + i] = 1;
        }
        return identity;
    }

    /** Of the Jacobians of a real network, saturated or not, in both forms, against arithmetic with 2,000 digits. */
    @ParameterizedTest
    @CsvSource({"2,true", "5,true", "10,true", "2,false", "5,false", "10,false"})
    void finiteTimeExponentsAreRightOnTheSameJacobians(double g, boolean unitsLast) {
        int n = 12;
        int steps = 30;
        DenseNetworkMap network = unitsLast
                ? DenseNetworkMap.randomUnitsLast("network", n, g, 1)
                : DenseNetworkMap.random("network", n, g, 1);
        ScaledOrbit orbit = network.orbit(network.start());
        LongProduct reference = new LongProduct(n, 2_000);
        double[] w = orbit.weights();
        for (int t = 0; t < steps; t++) {
            double[] s = orbit.advanceScaled();
            reference.multiply(unitsLast ? w : diagonal(s));
            reference.multiply(unitsLast ? diagonal(s) : w);
        }
        double[] expected = reference.logs();
        try (Tangents tangents = Tangents.on(network.orbit(network.start()), identity(n), n, JAVA)) {
            tangents.advance(steps);
            double[] growth = tangents.growth();
            for (int j = 0; j < n; j++) {
                assertThat(growth[j] / steps).isCloseTo(expected[j] / steps, within(1e-11));
            }
        }
    }

    private static double[] diagonal(double[] s) {
        double[] d = new double[s.length * s.length];
        for (int i = 0; i < s.length; i++) {
            d[i * s.length + i] = s[i];
        }
        return d;
    }

    /** Order 100, against mpmath: dynamics/src/test/python/staircase.py made the file. */
    @ParameterizedTest
    @CsvSource({"2", "5", "10"})
    void productsOfOrderAHundredAreRight(int gain) throws IOException {
        int n = 100;
        int steps = 40;
        Dyadic numbers = new Dyadic(gain);
        double[] w = new double[n * n];
        Arrays.setAll(w, i -> 2 * numbers.next() - 1);
        double[][] slopes = new double[steps][n];
        for (double[] s : slopes) {
            Arrays.setAll(s, i -> numbers.slope(gain));
        }
        ScaledOrbit orbit = new GivenSlopes(w, slopes);
        double[] expected = expected(gain);
        try (Tangents tangents = Tangents.on(orbit, identity(n), n, JAVA)) {
            tangents.advance(steps);
            double[] growth = tangents.growth();
            for (int j = 0; j < n; j++) {
                assertThat(growth[j] / steps).isCloseTo(expected[j], within(1e-9));
            }
            assertThat(tangents.fallbacks()).isZero();
        }
    }

    private static double[] expected(int gain) throws IOException {
        try (InputStream in = TangentsTest.class.getResourceAsStream("staircase.txt")) {
            List<String> lines = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> line.startsWith(gain + " "))
                    .toList();
            return Arrays.stream(lines.get(0).split(" ", -1))
                    .skip(1)
                    .mapToDouble(Double::parseDouble)
                    .toArray();
        }
    }

    /** The generator of the script. */
    private static final class Dyadic {
        private long state;

        Dyadic(long seed) {
            state = seed;
        }

        double next() {
            state = state * 6364136223846793005L + 1442695040888963407L;
            return (state >>> 33) * 0x1p-31;
        }

        double slope(int gain) {
            double u = next();
            double v = next();
            return Math.scalb(0.5 + u / 2, -(int) (v * (6 * gain + 1)));
        }
    }

    /** Jacobians that are given. */
    private static final class GivenSlopes implements ScaledOrbit {
        private final double[] w;
        private final double[][] slopes;
        private int step;

        GivenSlopes(double[] w, double[][] slopes) {
            this.w = w;
            this.slopes = slopes;
        }

        @Override
        public double[] weights() {
            return w.clone();
        }

        @Override
        public boolean rowsScaled() {
            return true;
        }

        @Override
        public double[] advanceScaled() {
            return slopes[step++];
        }

        @Override
        public double[] state() {
            return new double[slopes[0].length];
        }

        @Override
        public double stride() {
            return 1;
        }

        @Override
        public void advance() {
            step++;
        }

        @Override
        public void advance(double[] tangents, int k) {
            throw new UnsupportedOperationException("the test is of the scaled way");
        }
    }

    /** The k largest are the first of all. */
    @Test
    void fewerVectorsSeeTheSameVolumes() {
        DenseNetworkMap network = DenseNetworkMap.random("network", 12, 3, 1);
        double[] start = RandomStream.of(1, "start").gaussians(12 * 12);
        try (Tangents all = Tangents.on(network.orbit(network.start()), start, 12, JAVA)) {
            all.advance(50);
            for (int k : new int[] {1, 2, 5}) {
                double[] some = new double[12 * k];
                for (int i = 0; i < 12; i++) {
                    System.arraycopy(start, i * 12, some, i * k, k);
                }
                try (Tangents few = Tangents.on(network.orbit(network.start()), some, k, JAVA)) {
                    few.advance(50);
                    assertThat(few.growth()).containsExactly(Arrays.copyOf(all.growth(), k), within(1e-10));
                }
            }
        }
    }

    /** The general way, which takes vectors apart as seldom as it may, against the special one, which does each step. */
    @Test
    void theIntervalOfFactorisationsDoesNotShow() {
        DenseNetworkMap network = DenseNetworkMap.random("network", 10, 1.2, 4);
        DynamicalSystem still = Examples.chain("slow", 3, t -> new double[] {1.01, 0.3, 0.1, 0, 1, 0.2, 0, 0, 0.99});
        try (Tangents scaled = Tangents.on(network.orbit(network.start()), identity(10), 10, JAVA);
                Tangents free = new FreeTangents(network.orbit(network.start()), identity(10), 10, JAVA);
                Tangents slow = Tangents.on(still.orbit(still.start()), identity(3), 3, JAVA)) {
            scaled.advance(300);
            free.advance(300);
            assertThat(free.growth()).containsExactly(scaled.growth(), within(1e-9));
            slow.advance(1000);
            assertThat(slow.growth())
                    .containsExactly(new double[] {1000 * Math.log(1.01), 0, 1000 * Math.log(0.99)}, within(1e-9));
            assertThat(slow.spread()).isBetween(0.5, FreeTangents.MOST_SPREAD + 1);
        }
    }

    @Test
    void productsDoNotOverflow() {
        LogProducts products = new LogProducts(4);
        double[] factors = {1e300, 1e-300, Double.MIN_VALUE, 0};
        for (int i = 0; i < 1000; i++) {
            products.multiply(factors);
        }
        assertThat(products.log(0)).isCloseTo(300_000 * Math.log(10), within(1e-8));
        assertThat(products.log(1)).isCloseTo(-300_000 * Math.log(10), within(1e-8));
        assertThat(products.log(2)).isCloseTo(-1_074_000 * Math.log(2), within(1e-8));
        assertThat(products.log(3)).isEqualTo(Double.NEGATIVE_INFINITY);
    }
}
