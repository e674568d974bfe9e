package gradlab.analysis.spectrum;

/**
 * The largest norm of the resolvent on a circle around 0 or on a vertical line, from below by evaluation and from above by
 * a level that is crossed nowhere.
 */
final class ResolventPeak {
    private static final int ROUNDS = 40;
    private static final int SAMPLES = 12;
    /** The relative distance of the upper from the lower bound. */
    static final double SLACK = 1e-5;

    private final Resolvent resolvent;
    private final LevelCrossings crossings;
    private final CheckedEigenvalues eigenvalues;
    private final boolean circle;
    private int steps;
    private double hint;

    ResolventPeak(Resolvent resolvent, LevelCrossings crossings, CheckedEigenvalues eigenvalues, boolean circle) {
        this.resolvent = resolvent;
        this.crossings = crossings;
        this.eigenvalues = eigenvalues;
        this.circle = circle;
    }

    /** The lower bound, attained at an angle or imaginary part; the upper one is infinite where none was established. */
    record Peak(double lower, double at, double upper) {}

    int steps() {
        return steps;
    }

    /** The peak at a radius or real part. */
    Peak of(double place) {
        Peak best = sampled(place);
        for (int round = 0; round < ROUNDS; round++) {
            if (!(best.lower() < 1e14)) {
                return best;
            }
            double[] candidates = crossings.of(place, 1 / (best.lower() * (1 + SLACK)));
            Peak better = best;
            double before = 0;
            for (double candidate : candidates) {
                better = larger(place, candidate, better);
                better = larger(place, (before + candidate) / 2, better);
                before = candidate;
            }
            if (circle) {
                better = larger(place, (before + Math.PI) / 2, better);
            }
            hint = better.at();
            if (better.lower() <= best.lower() * (1 + SLACK)) {
                return new Peak(better.lower(), better.at(), best.lower() * (1 + SLACK));
            }
            best = better;
        }
        return best;
    }

    private Peak sampled(double place) {
        Peak best = new Peak(0, 0, Double.POSITIVE_INFINITY);
        best = larger(place, hint, best);
        for (int i = 0; i < eigenvalues.values().size() && i < 4 * SAMPLES; i++) {
            double re = eigenvalues.values().real().get(i);
            double im = eigenvalues.values().imaginary().get(i);
            if (im >= 0) {
                best = larger(place, circle ? StrictMath.atan2(im, re) : im, best);
            }
        }
        for (int k = 0; circle && k <= SAMPLES; k++) {
            best = larger(place, Math.PI * k / SAMPLES, best);
        }
        return circle ? best : larger(place, 0, best);
    }

    private Peak larger(double place, double at, Peak best) {
        double norm = norm(place, at);
        return norm > best.lower() ? new Peak(norm, at, best.upper()) : best;
    }

    /** The norm of the resolvent at a point of a circle or line. */
    double norm(double place, double at) {
        steps++;
        return resolvent.norm(re(place, at), im(place, at));
    }

    double re(double place, double at) {
        return circle ? place * StrictMath.cos(at) : place;
    }

    double im(double place, double at) {
        return circle ? place * StrictMath.sin(at) : at;
    }
}
