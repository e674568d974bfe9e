package gradlab.analysis.backend;

import static org.assertj.core.api.Assertions.assertThat;

import gradlab.analysis.random.RandomStream;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The products of matrices in longer arrays have the same bits as those of matrices alone. */
class BatchProductsTest {
    @ParameterizedTest
    @CsvSource({"1,1,1", "3,5,7", "4,4,4", "5,9,6", "9,3,1", "16,17,33", "1,8,5", "6,0,2", "4,2,0", "2,6,9"})
    void everyFormSumsInTheSameOrder(int m, int k, int n) {
        double[] a = RandomStream.of(1, "a").gaussians(m * k);
        double[] b = RandomStream.of(1, "b").gaussians(k * n);
        double[] c = RandomStream.of(1, "c").gaussians(m * n);
        double[] expected = c.clone();
        Products.addProduct(a, b, expected, m, k, n);
        double[] longA = shifted(a, 2);
        double[] longB = shifted(b, 3);
        double[] plain = shifted(c, 1);
        BatchProducts.add(longA, 2, longB, 3, plain, 1, m, k, n);
        assertThat(plain).isEqualTo(shifted(expected, 1));
        double[] right = shifted(c, 1);
        BatchProducts.addTimesTransposed(longA, 2, shifted(transposed(b, k, n), 3), 3, right, 1, m, k, n);
        assertThat(right).isEqualTo(shifted(expected, 1));
        double[] left = shifted(c, 1);
        BatchProducts.addTransposedTimes(shifted(transposed(a, m, k), 2), 2, longB, 3, left, 1, m, k, n);
        assertThat(left).isEqualTo(shifted(expected, 1));
    }

    private static double[] shifted(double[] a, int by) {
        double[] shifted = new double[a.length + by + 1];
        Arrays.fill(shifted, 77);
        System.arraycopy(a, 0, shifted, by, a.length);
        return shifted;
    }

    private static double[] transposed(double[] a, int rows, int columns) {
        double[] transposed = new double[a.length];
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                transposed[j * rows + i] = a[i * columns + j];
            }
        }
        return transposed;
    }
}
