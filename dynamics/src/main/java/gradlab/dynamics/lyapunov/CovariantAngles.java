package gradlab.dynamics.lyapunov;

import gradlab.analysis.backend.DenseKernels;
import gradlab.analysis.backend.ThinQr;
import gradlab.analysis.operator.Vector;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * How covariant vectors lie to each other at many states of one orbit. Where the angle between the span of the growing ones and that of
 * the shrinking ones keeps away from 0 the dynamics is hyperbolic, as far as the orbit has seen; an angle near 0 is a tangency (ginelli2007).
 *
 * @param states how many states
 * @param growth the mean rate of each vector along the orbit seen, per unit of the clock: the exponents again, by another way
 * @param pairs the angles of pairs of vectors; of many vectors only of neighbours
 * @param unstable how many exponents are positive beyond their intervals
 * @param stable how many are negative beyond theirs
 * @param between the smallest angle between the span of those and of these at each state, ascending, in radians; empty where one of
 *     them is
 */
public record CovariantAngles(int states, Vector growth, List<Pair> pairs, int unstable, int stable, Vector between) {
    private static final int ALL_PAIRS = 12;

    /** Copies the list. */
    public CovariantAngles {
        pairs = List.copyOf(pairs);
    }

    /**
     * The angle between the lines along two vectors, from 0 to pi/2.
     *
     * @param first one of them, 1 is that of the largest exponent
     * @param second the other
     * @param least the smallest angle seen
     * @param median the median
     */
    public record Pair(int first, int second, double least, double median) {}

    /**
     * Of frames.
     *
     * @param exponents as many as the frames have vectors, descending
     * @param stride the time between two states
     */
    static CovariantAngles of(List<CovariantFrame> frames, List<Exponent> exponents, double stride) {
        int k = exponents.size();
        double[] growth = new double[k];
        for (CovariantFrame frame : frames) {
            for (int j = 0; j < k; j++) {
                growth[j] += frame.growth().get(j) / stride / frames.size();
            }
        }
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < k; i++) {
            for (int j = i + 1; j < (k <= ALL_PAIRS ? k : Math.min(k, i + 2)); j++) {
                pairs.add(pair(frames, i, j));
            }
        }
        int unstable = (int) exponents.stream().filter(e -> e.lower() > 0).count();
        int stable = (int) exponents.stream().filter(e -> e.upper() < 0).count();
        return new CovariantAngles(
                frames.size(), Vector.of(growth), pairs, unstable, stable, between(frames, unstable, k - stable));
    }

    private static Pair pair(List<CovariantFrame> frames, int i, int j) {
        double[] angles =
                frames.stream().mapToDouble(frame -> frame.angle(i, j)).sorted().toArray();
        return new Pair(i + 1, j + 1, angles[0], angles[angles.length / 2]);
    }

    /** Of the first vectors up to one and those from another on. */
    private static Vector between(List<CovariantFrame> frames, int to, int from) {
        int k = frames.get(0).vectors().columns();
        return to == 0 || from == k
                ? Vector.of()
                : Vector.of(frames.stream()
                        .mapToDouble(frame -> angle(span(frame, 0, to), span(frame, from, k)))
                        .sorted()
                        .toArray());
    }

    private static ThinQr span(CovariantFrame frame, int from, int to) {
        int n = frame.vectors().rows();
        double[] columns = IntStream.range(0, n)
                .boxed()
                .flatMapToDouble(row -> IntStream.range(from, to)
                        .mapToDouble(column -> frame.vectors().get(row, column)))
                .toArray();
        return DenseKernels.qr(columns, n, to - from);
    }

    /** The least angle between vectors of two spaces: the arc cosine of the norm of Q_1' Q_2. */
    private static double angle(ThinQr one, ThinQr other) {
        int n = one.q().rows();
        int a = one.q().columns();
        int b = other.q().columns();
        double[] products = DenseKernels.multiply(
                DenseKernels.transpose(one.q().toArray(), n, a), other.q().toArray(), a, n, b);
        return StrictMath.acos(Math.min(1, DenseKernels.singularValues(products, a, b)[0]));
    }

    /** A quantile of the angles between the spans, the least for 0; empty if there are none. */
    public OptionalDouble quantile(double part) {
        return between.size() == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(between.get((int) Math.min(between.size() - 1.0, part * between.size())));
    }

    /** How many angles between the spans lie in each of so many equal parts of [0, pi/2]. */
    public int[] histogram(int bins) {
        int[] counts = new int[bins];
        Arrays.stream(between.toArray())
                .forEach(angle -> counts[(int) Math.min(bins - 1.0, angle / (Math.PI / 2) * bins)]++);
        return counts;
    }
}
