package gradlab.dynamics.feedback;

import gradlab.analysis.operator.Vector;
import java.util.Arrays;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * The gain of a loop by frequency, for a plot on a logarithmic axis: evenly in the logarithm, and more densely around the peak
 * and the eigenvalues nearest to the boundary. A picture, and no bound; {@link HInfinityNorm} has that.
 *
 * @param frequencies ascending and positive, in radians a step (to pi) or a unit of time
 * @param largest the largest singular value of G there
 * @param smallest the smallest one
 */
public record BodeData(Vector frequencies, Vector largest, Vector smallest) {
    private static final int AROUND = 12;
    private static final int MOST_RESONANCES = 4;

    /**
     * The data.
     *
     * @param peak a frequency that must be there; not a number if there is none
     * @param points how many evenly
     */
    static BodeData of(LinearLoop loop, LoopStability stability, double peak, int points) {
        FrequencyResponse response = FrequencyResponse.of(loop);
        double[] frequencies = frequencies(loop, stability, peak, points);
        return new BodeData(
                Vector.of(frequencies),
                Vector.of(Arrays.stream(frequencies).map(response::largest).toArray()),
                Vector.of(Arrays.stream(frequencies).map(response::smallest).toArray()));
    }

    private static double[] frequencies(LinearLoop loop, LoopStability stability, double peak, int points) {
        double scale = Math.max(stability.eigenvalues().modulus(0), Double.MIN_NORMAL);
        double slow = Math.abs(loop.isInSteps() ? 1 - stability.rate() : stability.rate());
        double high = loop.isInSteps() ? Math.PI : Math.min(scale * 100, Double.MAX_VALUE / 10);
        double low = Math.min(high * 1e-3, Math.max(slow / 10, high * 1e-9));
        double decades = StrictMath.log10(high) - StrictMath.log10(low);
        DoubleStream even =
                IntStream.range(0, points).mapToDouble(k -> low * StrictMath.pow(10, decades * k / (points - 1)));
        DoubleStream peaks = DoubleStream.concat(DoubleStream.of(peak), resonances(loop, stability))
                .filter(w -> w > 0)
                .flatMap(w -> around(w, slow));
        return DoubleStream.concat(even, peaks)
                .map(w -> Math.min(w, high))
                .filter(w -> w >= low)
                .sorted()
                .distinct()
                .toArray();
    }

    private static DoubleStream resonances(LinearLoop loop, LoopStability stability) {
        return IntStream.range(
                        0, Math.min(MOST_RESONANCES, stability.eigenvalues().size()))
                .mapToDouble(i -> {
                    double im = Math.abs(stability.eigenvalues().imaginary().get(i));
                    return loop.isInSteps()
                            ? StrictMath.atan2(
                                    im, stability.eigenvalues().real().get(i))
                            : im;
                });
    }

    /** A place and more on both of its sides, at distances that double. */
    private static DoubleStream around(double centre, double width) {
        return IntStream.rangeClosed(-AROUND, AROUND)
                .mapToDouble(k -> centre
                        + Integer.signum(k) * Math.min(width, centre) * StrictMath.pow(2, (Math.abs(k) - 8) / 1.5))
                .filter(w -> w > 0);
    }
}
