package gradlab.analysis.interval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class IntervalMatrixTest {
    @Test
    void productsOfIntegersAreExact() {
        IntervalMatrix a = IntervalMatrix.of(new double[][] {{1, -2}, {3, 4}, {0, -5}});
        IntervalMatrix b = IntervalMatrix.of(new double[][] {{7, 8, 9}, {-1, 0, 6}});
        IntervalMatrix product = a.multiply(b);
        assertThat(product.isPoint()).isTrue();
        assertThat(product.midpoints()).containsExactly(9, 8, -3, 17, 24, 51, 5, 0, -30);
    }

    @Test
    void productsHoldSampledProducts() {
        SplittableRandom random = new SplittableRandom(5);
        IntervalMatrix a = randomIntervals(random, 3, 4);
        IntervalMatrix b = randomIntervals(random, 4, 2);
        IntervalMatrix product = a.multiply(b);
        for (int sample = 0; sample < 200; sample++) {
            IntervalMatrix inA = cornerOf(random, a);
            IntervalMatrix inB = cornerOf(random, b);
            for (int i = 0; i < 3; i++) {
                for (int j = 0; j < 2; j++) {
                    assertThat(product.get(i, j).contains(dot(inA, inB, i, j))).isTrue();
                }
            }
        }
    }

    private static Interval dot(IntervalMatrix a, IntervalMatrix b, int row, int column) {
        Interval sum = Interval.ZERO;
        for (int k = 0; k < a.columns(); k++) {
            sum = sum.add(a.get(row, k).multiply(b.get(k, column)));
        }
        return sum;
    }

    private static IntervalMatrix randomIntervals(SplittableRandom random, int rows, int columns) {
        return IntervalMatrix.of(rows, columns, (i, j) -> {
            double middle = random.nextDouble(-4, 4);
            return Interval.of(middle - random.nextInt(3), middle + random.nextInt(3));
        });
    }

    private static IntervalMatrix cornerOf(SplittableRandom random, IntervalMatrix a) {
        return IntervalMatrix.of(a.rows(), a.columns(), (i, j) -> {
            Interval entry = a.get(i, j);
            return Interval.of(random.nextBoolean() ? entry.lower() : entry.upper());
        });
    }

    @Test
    void sumsDifferencesMultiplesTransposes() {
        IntervalMatrix a = IntervalMatrix.of(new double[][] {{1, 2, 3}, {4, 5, 6}});
        assertThat(a.add(a).midpoints()).containsExactly(2, 4, 6, 8, 10, 12);
        assertThat(a.subtract(a).midpoints()).containsOnly(0);
        assertThat(a.scale(Interval.of(-1, 2)).get(1, 2)).isEqualTo(Interval.of(-6, 12));
        assertThat(a.transpose().midpoints()).containsExactly(1, 4, 2, 5, 3, 6);
        assertThat(a.transpose().rows()).isEqualTo(3);
    }

    @Test
    void radiiReachBothEnds() {
        IntervalMatrix a = IntervalMatrix.of(1, 2, (i, j) -> j == 0 ? Interval.of(0.1, 0.4) : Interval.ENTIRE);
        assertThat(a.midpoints()[0] + a.radii()[0]).isGreaterThanOrEqualTo(0.4);
        assertThat(a.radii()[1]).isInfinite();
        assertThat(a.isFinite()).isFalse();
        assertThat(a.isPoint()).isFalse();
    }

    @Test
    void nothingLeaks() {
        double[][] entries = {{1, 2}};
        IntervalMatrix a = IntervalMatrix.of(entries);
        entries[0][0] = 9;
        a.midpoints()[1] = 9;
        assertThat(a.midpoints()).containsExactly(1, 2);
    }

    @Test
    void emptyMatricesMultiply() {
        IntervalMatrix wide = IntervalMatrix.of(0, 3, new double[0]);
        assertThat(wide.transpose().multiply(wide).midpoints()).containsOnly(0).hasSize(9);
        assertThat(wide.multiply(wide.transpose()).rows()).isZero();
    }

    @Test
    void badArgumentsAreNamed() {
        IntervalMatrix a = IntervalMatrix.of(new double[][] {{1, 2}});
        assertThatIllegalArgumentException()
                .isThrownBy(() -> IntervalMatrix.of(new double[][] {{1}, {1, 2}}))
                .withMessageContaining("rows");
        assertThatIllegalArgumentException().isThrownBy(() -> IntervalMatrix.of(new double[][] {{Double.NaN}}));
        assertThatIllegalArgumentException().isThrownBy(() -> IntervalMatrix.of(2, 2, new double[3]));
        assertThatIllegalArgumentException().isThrownBy(() -> IntervalMatrix.of(-1, 2, new double[0]));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> IntervalMatrix.of(1, 1, (i, j) -> Interval.EMPTY))
                .withMessageContaining("empty");
        assertThatIllegalArgumentException().isThrownBy(() -> a.multiply(a)).withMessageContaining("other");
        assertThatIllegalArgumentException().isThrownBy(() -> a.add(a.transpose()));
        assertThatIllegalArgumentException().isThrownBy(() -> a.get(0, 2));
    }
}
