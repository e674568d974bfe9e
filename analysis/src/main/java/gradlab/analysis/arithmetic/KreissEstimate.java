package gradlab.analysis.arithmetic;

import gradlab.analysis.backend.DenseKernels;

/**
 * About how large a Kreiss constant is, from below: the best of a grid of points, improved by steps of half the length each.
 * A few hundred singular value decompositions; it steers searches and decides nothing ({@link
 * gradlab.analysis.interval.KreissEnclosure} does).
 */
final class KreissEstimate {
    private static final int RINGS = 12;
    private static final int PLACES = 13;
    private static final int ROUNDS = 20;
    private static final double NEAREST = 1e-4;

    private final double[] a;
    private final int n;
    private final boolean discrete;

    /**
     * Of a matrix.
     *
     * @param a the matrix, row by row
     * @param n its order
     * @param discrete whether of powers, or else of the flow
     */
    KreissEstimate(double[] a, int n, boolean discrete) {
        this.a = a.clone();
        this.n = n;
        this.discrete = discrete;
    }

    /** The largest value found, at least 1. */
    double value() {
        double norm = DenseKernels.singularValues(a.clone(), n, n)[0];
        double farthest = 4 * norm + 1;
        double best = 0;
        double ring = 0;
        double place = 0;
        for (int i = 0; i < RINGS; i++) {
            double distance = farthest * StrictMath.pow(NEAREST / farthest, (double) i / (RINGS - 1));
            for (int k = 0; k < PLACES; k++) {
                double here = weighted(distance, (double) k / (PLACES - 1), norm);
                if (here > best) {
                    best = here;
                    ring = distance;
                    place = (double) k / (PLACES - 1);
                }
            }
        }
        return Math.max(1, refined(best, ring, place, norm));
    }

    private double refined(double start, double startRing, double startPlace, double norm) {
        double best = start;
        double ring = startRing;
        double place = startPlace;
        double factor = 2;
        double step = 1.0 / (PLACES - 1);
        for (int round = 0; round < ROUNDS; round++) {
            double[][] around = {
                {ring * factor, place}, {ring / factor, place}, {ring, place + step}, {ring, place - step}
            };
            for (double[] next : around) {
                double here = weighted(next[0], next[1], norm);
                if (here > best) {
                    best = here;
                    ring = next[0];
                    place = next[1];
                }
            }
            factor = StrictMath.sqrt(factor);
            step /= 2;
        }
        return best;
    }

    /** The distance d of z from the disc or half-plane times ‖(z I - A)^-1‖; the place runs along half of a circle or line. */
    private double weighted(double d, double place, double norm) {
        double x = discrete ? (1 + d) * StrictMath.cos(Math.PI * place) : d;
        double y = discrete ? (1 + d) * StrictMath.sin(Math.PI * place) : place * (2 * norm + 1);
        int order = 2 * n;
        double[] doubled = new double[order * order];
        for (int i = 0; i < order; i++) {
            for (int j = 0; j < order; j++) {
                boolean diagonal = i / n == j / n;
                double shift = i % n != j % n ? 0 : diagonal ? x : i < n ? -y : y;
                doubled[i * order + j] = diagonal ? shift - a[(i % n) * n + j % n] : shift;
            }
        }
        double smallest = DenseKernels.singularValues(doubled, order, order)[order - 1];
        return smallest > 0 ? d / smallest : 0;
    }
}
