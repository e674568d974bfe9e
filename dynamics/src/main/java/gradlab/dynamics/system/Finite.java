package gradlab.dynamics.system;

import java.util.OptionalInt;

/** Whether numbers are numbers. */
final class Finite {

    private Finite() {}

    /** Whether all of the first {@code count} are finite: 0 times each is 0. */
    static boolean all(double[] numbers, int count) {
        double sum = 0;
        for (int i = 0; i < count; i++) {
            sum += numbers[i] * 0;
        }
        return sum == 0;
    }

    /** The first of the first {@code count} that is not finite. */
    static OptionalInt firstNot(double[] numbers, int count) {
        for (int i = 0; i < count; i++) {
            if (!Double.isFinite(numbers[i])) {
                return OptionalInt.of(i);
            }
        }
        return OptionalInt.empty();
    }

    /** A copy of a state of n finite numbers. */
    static double[] state(double[] from, int n) {
        if (from.length != n || !all(from, n)) {
            throw new IllegalArgumentException("from must hold " + n + " finite numbers, had " + from.length
                    + (from.length == n ? ", one of them not finite" : ""));
        }
        return from.clone();
    }

    /** The length of an n × k matrix of tangents. */
    static int tangents(double[] tangents, int n, int k) {
        if (k < 1 || tangents.length != (long) n * k) {
            throw new IllegalArgumentException(
                    "tangents must be n by k = " + n + " by " + k + " with k >= 1, had length " + tangents.length);
        }
        return tangents.length;
    }
}
