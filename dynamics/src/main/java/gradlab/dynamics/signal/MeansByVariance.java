package gradlab.dynamics.signal;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * E phi² and E phi'² on a logarithmic grid of variances, computed once for a function: maps of any weight and bias variance are
 * affine in them, so that searches over those cost next to nothing.
 */
final class MeansByVariance {
    static final double LEAST = 1e-14;
    static final double MOST = 1e14;
    private static final int A_DECADE = 8;
    private static final Map<Nonlinearity, MeansByVariance> KNOWN = new ConcurrentHashMap<>();

    private final GaussianMeans means;
    private final double[] variances;
    private final double[] squares;
    private final double[] slopeSquares;

    private MeansByVariance(GaussianMeans means, double[] variances, double[] squares, double[] slopeSquares) {
        this.means = means;
        this.variances = variances;
        this.squares = squares;
        this.slopeSquares = slopeSquares;
    }

    static MeansByVariance of(Nonlinearity phi) {
        return KNOWN.computeIfAbsent(phi, MeansByVariance::compute);
    }

    private static MeansByVariance compute(Nonlinearity phi) {
        GaussianMeans means = GaussianMeans.of(phi);
        int points = 1 + A_DECADE * (int) Math.round(StrictMath.log10(MOST / LEAST));
        double[] variances = new double[points];
        double[] squares = new double[points];
        double[] slopes = new double[points];
        for (int i = 0; i < points; i++) {
            variances[i] = LEAST * StrictMath.pow(10, (double) i / A_DECADE);
            squares[i] = means.square(variances[i]).value();
            slopes[i] = means.slopeSquare(variances[i]).value();
        }
        return new MeansByVariance(means, variances, squares, slopes);
    }

    GaussianMeans means() {
        return means;
    }

    int size() {
        return variances.length;
    }

    /** A variance of the grid, which ascends. */
    double variance(int i) {
        return variances[i];
    }

    /** E phi² there. */
    double square(int i) {
        return squares[i];
    }

    /** E phi'² there. */
    double slopeSquare(int i) {
        return slopeSquares[i];
    }
}
