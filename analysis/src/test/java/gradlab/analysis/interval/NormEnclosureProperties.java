package gradlab.analysis.interval;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/**
 * Norms and singular values against exact integer arithmetic: the number of singular values above x is the number of
 * negative eigenvalues of x² I - A'A, read off the signs of its leading minors.
 */
class NormEnclosureProperties {
    private static final int MATRICES = 400;

    @Test
    void normsHoldTheExactOne() {
        SplittableRandom random = new SplittableRandom(41);
        for (int k = 0; k < MATRICES; k++) {
            double[][] a = Matrices.anyKind(random, random.nextInt(1, 7), random.nextInt(1, 7));
            assertNorm(SpectralNormEnclosure.of(IntervalMatrix.of(a)), a);
        }
    }

    @Test
    void normsOfIntervalMatricesHoldThoseOfSamples() {
        SplittableRandom random = new SplittableRandom(42);
        for (int k = 0; k < MATRICES / 4; k++) {
            double[][] a = Matrices.anyKind(random, random.nextInt(1, 6), random.nextInt(1, 6));
            double amount = Math.scalb(1.0, -random.nextInt(50));
            IntervalMatrix matrix = Matrices.widened(random, a, amount);
            Interval norm = SpectralNormEnclosure.of(matrix);
            for (int sample = 0; sample < 5; sample++) {
                assertNorm(norm, Matrices.sampled(random, matrix));
            }
        }
    }

    @Test
    void singularValuesHoldTheExactOnes() {
        SplittableRandom random = new SplittableRandom(43);
        for (int k = 0; k < MATRICES; k++) {
            double[][] a = Matrices.anyKind(random, random.nextInt(1, 7), random.nextInt(1, 7));
            assertSingularValues(SingularValueEnclosure.of(IntervalMatrix.of(a)), a);
        }
    }

    @Test
    void singularValuesOfIntervalMatricesHoldThoseOfSamples() {
        SplittableRandom random = new SplittableRandom(44);
        for (int k = 0; k < MATRICES / 4; k++) {
            double[][] a = Matrices.anyKind(random, random.nextInt(1, 6), random.nextInt(1, 6));
            IntervalMatrix matrix = Matrices.widened(random, a, Math.scalb(1.0, -random.nextInt(50)));
            List<Interval> values = SingularValueEnclosure.of(matrix);
            for (int sample = 0; sample < 5; sample++) {
                assertSingularValues(values, Matrices.sampled(random, matrix));
            }
        }
    }

    private static void assertNorm(Interval norm, double[][] a) {
        String what = norm + " of " + Arrays.deepToString(a);
        assertThat(above(a, Math.nextUp(norm.upper()))).as(what).isLessThanOrEqualTo(0);
        if (norm.lower() > 0) {
            assertThat(above(a, Math.nextDown(norm.lower()))).as(what).isNotZero();
        }
    }

    private static void assertSingularValues(List<Interval> values, double[][] a) {
        assertThat(values).hasSize(Math.min(a.length, a[0].length));
        for (int i = 0; i < values.size(); i++) {
            Interval value = values.get(i);
            String what = "value " + i + ": " + value + " of " + Arrays.deepToString(a);
            assertThat(above(a, Math.nextUp(value.upper()))).as(what).isLessThanOrEqualTo(i);
            if (value.lower() > 0) {
                int count = above(a, Math.nextDown(value.lower()));
                assertThat(count == -1 || count > i).as(what).isTrue();
            }
        }
    }

    private static int above(double[][] a, double x) {
        return ExactMatrix.shiftedGram(a, x).negativeEigenvalues();
    }
}
