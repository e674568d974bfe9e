package gradlab.analysis.spectrum;

import java.util.PriorityQueue;

/**
 * Branch and bound in one coordinate for a Kreiss constant: u = log |z| outside the unit disc, u = Re z in the right half
 * plane. The largest log ‖(z I - A)^-1‖ on a circle or line is a convex function of u (Hadamard's three circles theorem,
 * Phragmen and Lindelof's three lines), so between two places it stays below the chord; the logarithm of the weight
 * (|z| - 1 or Re z) is concave, so that the largest sum of the two has a closed form.
 */
final class KreissSearch {
    /** A lower bound from here up counts as infinite. */
    static final double INFINITE = 1e12;

    private static final int POLISH_ROUNDS = 60;

    private final ResolventPeak peaks;
    private final boolean discrete;
    private final double tolerance;
    private final int maxSteps;
    private final PriorityQueue<Piece> queue = new PriorityQueue<>();
    private double best = 1;
    private double bestPlace = Double.POSITIVE_INFINITY;
    private double bestAt;

    KreissSearch(ResolventPeak peaks, boolean discrete, double tolerance, int maxSteps) {
        this.peaks = peaks;
        this.discrete = discrete;
        this.tolerance = tolerance;
        this.maxSteps = maxSteps;
    }

    /** Two places with the logarithms of upper bounds of the peaks there, and where and how large the chord's sum is. */
    private record Piece(double left, double atLeft, double right, double atRight, double top, double bound)
            implements Comparable<Piece> {
        @Override
        public int compareTo(Piece other) {
            int order = Double.compare(other.bound, bound);
            return order == 0 ? Double.compare(left, other.left) : order;
        }
    }

    /** The supremum over all places from the boundary to the edge; what is beyond contributes at most {@code beyond}. */
    KreissConstant.Result run(double edge, double beyond) {
        double right = discrete ? StrictMath.log(edge) : edge;
        double left = 0;
        double atLeft = logPeak(left);
        // Pieces that grow away from the boundary, where most of the function's change is.
        double next = right * 1e-3;
        while (left < right) {
            double atNext = logPeak(next);
            queue.add(piece(left, atLeft, next, atNext));
            left = next;
            atLeft = atNext;
            next = Math.min(right, 10 * next);
        }
        while (peaks.steps() < maxSteps
                && best < INFINITE
                && queue.element().bound() > StrictMath.log(best * (1 + tolerance))) {
            split(queue.remove());
        }
        polish();
        double top = StrictMath.exp(queue.element().bound()) * (1 + 1e-12);
        double upper = best < INFINITE ? Math.max(Math.max(best, beyond), top) : Double.POSITIVE_INFINITY;
        Outcome outcome = best >= INFINITE
                ? Outcome.UNBOUNDED
                : upper <= best * (1 + tolerance) * (1 + 1e-11) ? Outcome.CONVERGED : Outcome.MAX_STEPS;
        boolean atInfinity = Double.isInfinite(bestPlace);
        return new KreissConstant.Result(
                best,
                upper,
                atInfinity ? bestPlace : peaks.re(bestPlace, bestAt),
                atInfinity ? 0 : Math.abs(peaks.im(bestPlace, bestAt)),
                peaks.steps(),
                outcome);
    }

    private void split(Piece piece) {
        double width = piece.right() - piece.left();
        double at = Math.max(piece.left() + 0.05 * width, Math.min(piece.right() - 0.05 * width, piece.top()));
        double value = logPeak(at);
        queue.add(piece(piece.left(), piece.atLeft(), at, value));
        queue.add(piece(at, value, piece.right(), piece.atRight()));
    }

    private double logPeak(double u) {
        double place = discrete ? StrictMath.exp(u) : u;
        ResolventPeak.Peak peak = peaks.of(place);
        double quotient = weight(u) * peak.lower();
        if (quotient > best) {
            best = quotient;
            bestPlace = place;
            bestAt = peak.at();
        }
        return StrictMath.log(peak.upper());
    }

    /** Pattern search from the best point for the lower bound. */
    private void polish() {
        double step = 0.1;
        for (int round = 0; round < POLISH_ROUNDS && !Double.isInfinite(bestPlace) && best < INFINITE; round++) {
            double before = best;
            double weight = bestPlace - (discrete ? 1 : 0);
            double place = bestPlace;
            double at = bestAt;
            consider(place + step * weight, at);
            consider(place - step * weight, at);
            consider(place, at + step * (discrete ? weight / place : weight));
            consider(place, at - step * (discrete ? weight / place : weight));
            step = best > before ? step : step / 2;
        }
    }

    private void consider(double place, double at) {
        double quotient = (place - (discrete ? 1 : 0)) * peaks.norm(place, at);
        if (quotient > best) {
            best = quotient;
            bestPlace = place;
            bestAt = at;
        }
    }

    private double weight(double u) {
        return discrete ? StrictMath.expm1(u) : u;
    }

    private Piece piece(double left, double atLeft, double right, double atRight) {
        if (Double.isInfinite(atLeft) || Double.isInfinite(atRight)) {
            return new Piece(left, atLeft, right, atRight, left, Double.POSITIVE_INFINITY);
        }
        double fall = (atLeft - atRight) / (right - left);
        double stationary = discrete
                ? fall > 1 ? -StrictMath.log1p(-1 / fall) : Double.POSITIVE_INFINITY
                : fall > 0 ? 1 / fall : Double.POSITIVE_INFINITY;
        double top = Math.max(left, Math.min(right, stationary));
        double bound = atLeft - fall * (top - left) + StrictMath.log(weight(top));
        return new Piece(left, atLeft, right, atRight, top, bound);
    }
}
