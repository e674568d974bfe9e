package gradlab.dynamics.signal;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * E phi² and E phi'² on a logarithmic grid of variances, computed once for a function: maps of any weight and bias variance are
 * affine in them, so that searches over those cost next to nothing.
 *
 * @param means the means
 * @param variances the grid, ascending
 * @param squares E phi² there
 * @param slopeSquares E phi'² there
 */
record MeansByVariance(GaussianMeans means, double[] variances, double[] squares, double[] slopeSquares) {
    static final double LEAST = 1e-14;
    static final double MOST = 1e14;
    private static final int A_DECADE = 8;
    private static final Map<Nonlinearity, MeansByVariance> KNOWN = new ConcurrentHashMap<>();

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
}
