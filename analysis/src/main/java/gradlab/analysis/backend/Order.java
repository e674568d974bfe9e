package gradlab.analysis.backend;

import java.util.Comparator;
import java.util.stream.IntStream;

/** Permutations that sort the output of a decomposition. */
final class Order {
    private Order() {}

    /** The indices of the values, largest value first; equal values keep their order. */
    static int[] descending(double[] values) {
        return sorted(values.length, Comparator.comparingDouble(i -> -values[i]));
    }

    /** The indices of eigenvalues by descending modulus, then real part, then imaginary part. */
    static int[] eigenvalues(double[] real, double[] imaginary) {
        Comparator<Integer> byModulus = Comparator.comparingDouble(i -> -StrictMath.hypot(real[i], imaginary[i]));
        return sorted(
                real.length,
                byModulus
                        .thenComparingDouble((Integer i) -> -real[i])
                        .thenComparingDouble((Integer i) -> -imaginary[i]));
    }

    private static int[] sorted(int size, Comparator<Integer> order) {
        return IntStream.range(0, size)
                .boxed()
                .sorted(order)
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** The columns of a rows by n matrix in the given order. */
    static double[] columns(double[] a, int rows, int n, int[] order) {
        double[] permuted = new double[rows * n];
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < n; j++) {
                permuted[i * n + j] = a[i * n + order[j]];
            }
        }
        return permuted;
    }
}
