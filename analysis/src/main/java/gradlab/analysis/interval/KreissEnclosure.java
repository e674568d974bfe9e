package gradlab.analysis.interval;

import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Rigorous bounds of Kreiss constants, valid for every real matrix inside an interval matrix: of powers, the supremum of
 * (|z| - 1) ‖(z I - A)^-1‖ over |z| > 1, and of the flow x' = A x, that of Re z ‖(z I - A)^-1‖ over Re z > 0
 * (trefethenembree2005, chapter 14). Both are at least 1, the limit at infinity.
 *
 * <p>The logarithm of the largest ‖(z I - A)^-1‖ on a circle |z| = p (a line Re z = p) is a convex function of log p (of p),
 * being subharmonic (Hadamard's three circles theorem, the three lines theorem). So bounds on some circles ({@link
 * ResolventBound}) bound what lies between two of them by the chord, and pieces are cut until that suffices. Far away the
 * resolvent is at most 1/(|z| - ‖A‖), and for Re z above the numerical abscissa a at most 1/(Re z - a).
 *
 * <p>Accuracy: the upper bound is within 1/32 of the lower one, unless more than 60 circles would be needed; then it is what
 * was reached. Cost: some hundred evaluations of the singular values of a 2n x 2n matrix.
 */
public final class KreissEnclosure {
    private static final double TOLERANCE = 1.0 / 32;
    private static final int MOST_CIRCLES = 60;
    private static final int CHORD_PARTS = 64;
    /** More than what rounding takes away. */
    private static final double SLACK = 1 + 1e-9;

    private final ResolventBound resolvent;
    private final boolean discrete;
    private double best = 1;

    private KreissEnclosure(ResolventBound resolvent, boolean discrete) {
        this.resolvent = resolvent;
        this.discrete = discrete;
    }

    /** A circle or line: p, its coordinate log p or p, and an upper bound of the logarithm of the resolvent's norm there. */
    private record Station(double p, Interval coordinate, Interval logarithm) {}

    /** What lies between two stations, an upper bound of the function there, and where the bound is largest. */
    private record Piece(Station left, Station right, double bound, double worst) {}

    /**
     * Bounds of the constant of powers of a matrix whose spectral radius is below 1.
     *
     * @throws IllegalArgumentException if the matrix is not square
     */
    public static Interval ofPowers(IntervalMatrix matrix) {
        return of(matrix, true);
    }

    /**
     * Bounds of the constant of the flow of a matrix whose eigenvalues have real parts below 0.
     *
     * @throws IllegalArgumentException if the matrix is not square
     */
    public static Interval ofFlow(IntervalMatrix matrix) {
        return of(matrix, false);
    }

    private static Interval of(IntervalMatrix matrix, boolean discrete) {
        InverseEnclosure.requireSquare(matrix);
        if (matrix.rows() == 0) {
            return Interval.ONE;
        }
        double norm = SpectralNormEnclosure.of(matrix).upper();
        double excess =
                discrete ? norm - 1 : AbscissaEnclosure.numerical(matrix).upper();
        if (excess <= 0) {
            return Interval.ONE;
        }
        return norm < 1e100
                ? new KreissEnclosure(new ResolventBound(matrix, norm, discrete), discrete)
                        .search((discrete ? norm : excess) * (1 + 2 / TOLERANCE) * SLACK)
                : new Interval(1, Double.POSITIVE_INFINITY);
    }

    /**
     * Beyond the reach the function is at most 1 + TOLERANCE/2: for |z| = p >= norm (1 + 2/TOLERANCE), (p - 1)/(p - norm) = 1 +
     * (norm - 1)/(p - norm), and for Re z = p >= a (1 + 2/TOLERANCE), p/(p - a) = 1 + a/(p - a).
     */
    private Interval search(double reach) {
        PriorityQueue<Piece> open =
                new PriorityQueue<>(Comparator.comparingDouble(Piece::bound).reversed());
        open.add(piece(station(discrete ? 1 : 0), station(reach)));
        for (int circles = 2; circles < MOST_CIRCLES; circles++) {
            Piece widest = open.element();
            if (widest.bound <= best * (1 + TOLERANCE)) {
                break;
            }
            open.remove();
            Station between = station(widest.worst);
            open.addAll(List.of(piece(widest.left, between), piece(between, widest.right)));
        }
        double upper = Math.max(open.element().bound, (1 + TOLERANCE / 2) * SLACK);
        return new Interval(best, Math.max(upper, best));
    }

    private Station station(double p) {
        ResolventBound.OnCircle norm = resolvent.on(p);
        best = Math.max(best, norm.weighted());
        Interval place = Interval.of(p);
        return new Station(p, discrete ? Elementary.log(place) : place, norm.logarithm());
    }

    /** The weight times the exponential of the chord, part by part. */
    private Piece piece(Station left, Station right) {
        Interval length = right.coordinate.subtract(left.coordinate);
        Interval rise = right.logarithm.subtract(left.logarithm);
        double bound = 0;
        int worst = 0;
        for (int k = 0; k < CHORD_PARTS; k++) {
            Interval share = Interval.of(k, k + 1).divide(Interval.of(CHORD_PARTS));
            Interval chord = left.logarithm.add(share.multiply(rise));
            Interval coordinate = left.coordinate.add(share.multiply(length));
            Interval weight = discrete ? Exponentials.expm1(coordinate) : coordinate;
            double here = Elementary.exp(chord).multiply(weight).upper();
            worst = here > bound ? k : worst;
            bound = Math.max(bound, here);
        }
        double share = Math.min(0.9, Math.max(0.1, (worst + 0.5) / CHORD_PARTS));
        double place = left.coordinate.midpoint() + share * length.midpoint();
        return new Piece(left, right, bound, discrete ? StrictMath.exp(place) : place);
    }
}
