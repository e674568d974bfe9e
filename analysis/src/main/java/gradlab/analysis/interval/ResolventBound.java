package gradlab.analysis.interval;

import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Bounds of the largest ‖(z I - A)^-1‖ on a circle |z| = p or on a line Re z = p, valid for every real matrix inside an
 * interval matrix.
 *
 * <p>The norm is the reciprocal of the smallest singular value s(z) of z I - A, which changes by at most |z - w| between z and
 * w; so on an arc within d of its middle w it is at most 1/(s(w) - d), and arcs are halved until the largest of these
 * bounds is good enough. The lower half mirrors the upper one. s is enclosed as that of the real matrix [[x I - A, -y I],
 * [y I, x I - A]]. On a line, beyond Im z = 3 ‖A‖ + 2 p the norm is below what it is at p.
 */
final class ResolventBound {
    private static final double TOLERANCE = 1.0 / 128;
    private static final int MOST_ARCS = 400;
    /** Slightly more than pi. */
    private static final double HALF_TURN = 3.1415927;
    /** Far more than what rounding takes from the distances below. */
    private static final double SLACK = 1 + 1e-9;

    private final IntervalMatrix matrix;
    private final double norm;
    private final boolean discrete;

    ResolventBound(IntervalMatrix matrix, double norm, boolean discrete) {
        this.matrix = matrix;
        this.norm = norm;
        this.discrete = discrete;
    }

    /**
     * What is known on a circle or line.
     *
     * @param logarithm an upper bound, as a point, of the logarithm of the norm; +infinity is given as the largest double
     * @param weighted a lower bound of the largest weight, |z| - 1 or Re z, times the norm
     */
    record OnCircle(Interval logarithm, double weighted) {}

    /** Angles, or imaginary parts, between two numbers; an upper bound of the norm there, lower ones of it and of the weighted. */
    private record Arc(double from, double to, double bound, double reached, double weighted) {}

    OnCircle on(double p) {
        PriorityQueue<Arc> open =
                new PriorityQueue<>(Comparator.comparingDouble(Arc::bound).reversed());
        // Beyond the end of a line the norm is at most 1/(end - norm) <= 1/(2 (norm + p)), which ‖(p I - A)^-1‖
        // exceeds.
        double end = discrete ? HALF_TURN : (3 * norm + 2 * p) * SLACK;
        open.add(arc(p, 0, end));
        double weighted = open.element().weighted;
        double reached = open.element().reached;
        for (int arcs = 1; arcs < MOST_ARCS; arcs += 2) {
            Arc widest = open.element();
            if (widest.bound <= reached * (1 + TOLERANCE)) {
                break;
            }
            open.remove();
            double middle = widest.from / 2 + widest.to / 2;
            for (Arc half : List.of(arc(p, widest.from, middle), arc(p, middle, widest.to))) {
                open.add(half);
                weighted = Math.max(weighted, half.weighted);
                reached = Math.max(reached, half.reached);
            }
        }
        double logarithm = Elementary.log(new Interval(0, open.element().bound)).upper();
        return new OnCircle(Interval.of(Math.min(logarithm, 1e300)), weighted);
    }

    private Arc arc(double p, double from, double to) {
        double middle = from / 2 + to / 2;
        Interval smallest = smallest(p, middle);
        double distance = (to / 2 - from / 2) * (discrete ? p : 1) * SLACK + 1e-14 * (p + to);
        double rest = Rounding.addDown(smallest.lower(), -distance);
        double bound = rest > 0 ? Rounding.divideUp(1, rest) : Double.POSITIVE_INFINITY;
        Interval x = Interval.of(real(p, middle));
        Interval y = Interval.of(imaginary(p, middle));
        Interval weight = discrete ? x.square().add(y.square()).sqrt().subtract(Interval.ONE) : x;
        double reached = smallest.upper() > 0 ? Rounding.divideDown(1, smallest.upper()) : 0;
        return new Arc(
                from, to, bound, reached, weight.multiply(Interval.of(reached)).lower());
    }

    private double real(double p, double q) {
        return discrete ? p * StrictMath.cos(q) : p;
    }

    private double imaginary(double p, double q) {
        return discrete ? p * StrictMath.sin(q) : q;
    }

    /** The smallest singular value of z I - A. */
    private Interval smallest(double p, double q) {
        double x = real(p, q);
        double y = imaginary(p, q);
        int n = matrix.rows();
        IntervalMatrix doubled = IntervalMatrix.of(2 * n, 2 * n, (i, j) -> {
            boolean diagonal = i / n == j / n;
            Interval shift = i % n != j % n ? Interval.ZERO : Interval.of(diagonal ? x : i < n ? -y : y);
            return diagonal ? shift.subtract(matrix.get(i % n, j % n)) : shift;
        });
        return SingularValueEnclosure.of(doubled).get(2 * n - 1);
    }
}
