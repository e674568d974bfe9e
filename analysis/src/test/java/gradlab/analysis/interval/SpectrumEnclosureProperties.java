package gradlab.analysis.interval;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Spectral radii, determinants and inverses of integer matrices built to have known ones, and against exact arithmetic. */
class SpectrumEnclosureProperties {
    private static final int MATRICES = 500;

    @Test
    void spectralRadiiHoldTheExactOne() {
        SplittableRandom random = new SplittableRandom(51);
        for (int k = 0; k < MATRICES; k++) {
            int n = random.nextInt(2, 9);
            double[][] blocks = new double[n][n];
            Interval exact = eigenvalueBlocks(random, blocks);
            double[][] a = Matrices.similar(random, blocks, random.nextInt(12));
            Interval radius = SpectralRadiusEnclosure.of(IntervalMatrix.of(a));
            assertThat(radius.overlaps(exact))
                    .as("%s of %s", radius, Arrays.deepToString(a))
                    .isTrue();
            IntervalMatrix around = Matrices.widened(random, a, 1e-9);
            assertThat(SpectralRadiusEnclosure.of(around).overlaps(exact)).isTrue();
        }
    }

    /** Puts real eigenvalues, complex pairs and Jordan blocks on the diagonal; returns their largest modulus. */
    private static Interval eigenvalueBlocks(SplittableRandom random, double[][] d) {
        Interval radius = Interval.ZERO;
        int i = 0;
        while (i < d.length) {
            int real = random.nextInt(-9, 10);
            int imaginary = random.nextInt(1, 9);
            boolean room = i + 1 < d.length;
            int kind = random.nextInt(3);
            d[i][i] = real;
            Interval modulus = Interval.of(Math.abs(real));
            if (room && kind > 0) {
                d[i + 1][i + 1] = real;
                d[i][i + 1] = imaginary;
                d[i + 1][i] = kind == 1 ? -imaginary : 0;
                modulus = kind == 1
                        ? Interval.of(real * real + imaginary * imaginary).sqrt()
                        : modulus;
                i++;
            }
            radius = radius.max(modulus);
            i++;
        }
        return radius;
    }

    @Test
    void determinantsHoldTheExactOne() {
        SplittableRandom random = new SplittableRandom(52);
        for (int k = 0; k < MATRICES; k++) {
            int n = random.nextInt(1, 8);
            double[][] a = Matrices.anyKind(random, n, n);
            Interval determinant = DeterminantEnclosure.of(IntervalMatrix.of(a));
            assertHolds(determinant, ExactMatrix.of(a).determinant(), a);
            IntervalMatrix around = Matrices.widened(random, a, Math.scalb(1.0, -random.nextInt(45)));
            assertHolds(
                    DeterminantEnclosure.of(around),
                    ExactMatrix.of(Matrices.sampled(random, around)).determinant(),
                    a);
        }
    }

    private static void assertHolds(Interval interval, Dyadic exact, double[][] a) {
        String what = interval + " of " + Arrays.deepToString(a);
        assertThat(Double.isInfinite(interval.lower())
                        || Dyadic.of(interval.lower()).compareTo(exact) <= 0)
                .as(what)
                .isTrue();
        assertThat(Double.isInfinite(interval.upper())
                        || Dyadic.of(interval.upper()).compareTo(exact) >= 0)
                .as(what)
                .isTrue();
    }

    /** Entry (i, j) of the inverse is (-1)^(i + j) times minor (j, i) over the determinant, both exact here. */
    @Test
    void inversesHoldTheExactOne() {
        SplittableRandom random = new SplittableRandom(53);
        int proved = 0;
        for (int k = 0; k < MATRICES; k++) {
            int n = random.nextInt(2, 6);
            double[][] a = Matrices.anyKind(random, n, n);
            IntervalMatrix around = Matrices.widened(random, a, Math.scalb(1.0, -random.nextInt(4, 60)));
            double[][] sample = Matrices.sampled(random, around);
            if (InverseEnclosure.of(around).isPresent()) {
                assertInverse(InverseEnclosure.of(around).get(), sample);
                proved++;
            }
        }
        assertThat(proved).isGreaterThan(MATRICES / 4);
    }

    private static void assertInverse(IntervalMatrix inverse, double[][] a) {
        Dyadic determinant = ExactMatrix.of(a).determinant();
        assertThat(determinant.significand().signum()).isNotZero();
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < a.length; j++) {
                Dyadic minor = ExactMatrix.of(without(a, j, i)).determinant();
                Dyadic cofactor = (i + j) % 2 == 0 ? minor : minor.multiply(Dyadic.of(-1));
                Interval entry = inverse.get(i, j);
                int sign = determinant.significand().signum();
                int low = Dyadic.of(entry.lower()).multiply(determinant).compareTo(cofactor) * sign;
                int high = Dyadic.of(entry.upper()).multiply(determinant).compareTo(cofactor) * sign;
                assertThat(low <= 0 && high >= 0).as(Arrays.deepToString(a)).isTrue();
            }
        }
    }

    private static double[][] without(double[][] a, int row, int column) {
        double[][] minor = new double[a.length - 1][a.length - 1];
        for (int i = 0; i < minor.length; i++) {
            for (int j = 0; j < minor.length; j++) {
                minor[i][j] = a[i < row ? i : i + 1][j < column ? j : j + 1];
            }
        }
        return minor;
    }
}
