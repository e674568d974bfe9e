package gradlab.dynamics.feedback;

import gradlab.analysis.backend.DenseBackend;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Gain and phase margin of a scalar loop L = C (z I - A)^-1 B + D closed by negative feedback, u = -k y, at k = 1.
 *
 * <p>The gain crossovers, |L| = 1, are eigenvalues of a matrix of order 2n ({@link LevelFrequencies}). The phase crossovers, L
 * real and negative, are bracketed by sign changes of Im L over a grid that is densest near the frequencies of the
 * eigenvalues and then bisected; two crossovers within one cell of the grid may be missed. The feedback k = -1/L there puts an
 * eigenvalue of the closed loop on the boundary. They are margins only of a loop that is stable at k = 1 ({@link ClosedLoop}).
 *
 * @param gain the smallest k above 1 at a phase crossover: how much the loop gain may grow; infinite if there is none
 * @param gainReduction the largest positive k below 1 at one: how far it may fall; 0 if there is none
 * @param gainFrequency where the smaller of the two margins (in decibel) is attained; NaN if there is none
 * @param phase the smallest distance of L from -1 in angle at a gain crossover, in radians; infinite if there is none
 * @param phaseFrequency where; NaN if there is none
 */
public record ScalarMargins(
        double gain, double gainReduction, double gainFrequency, double phase, double phaseFrequency) {
    private static final int GRID = 2_000;
    private static final int NEAR_EIGENVALUE = 40;
    private static final int BISECTIONS = 100;
    private static final double ON_LEVEL = 1e-6;

    /**
     * The margins of a loop.
     *
     * @throws IllegalArgumentException unless it has one input and one output
     */
    public static ScalarMargins of(LinearLoop loop) {
        if (loop.input().columns() != 1 || loop.output().rows() != 1) {
            throw new IllegalArgumentException("loop must have one input and one output, had "
                    + loop.input().columns() + " and " + loop.output().rows());
        }
        ScalarMargins margins =
                new ScalarMargins(Double.POSITIVE_INFINITY, 0, Double.NaN, Double.POSITIVE_INFINITY, Double.NaN);
        FrequencyResponse response = FrequencyResponse.of(loop);
        for (double frequency : phaseCrossovers(loop, response)) {
            margins = margins.withPhaseCrossover(frequency, value(response, frequency)[0]);
        }
        double direct = loop.feedthrough().get(0, 0);
        if (!loop.isInSteps() && direct != 0) {
            margins = margins.withPhaseCrossover(Double.POSITIVE_INFINITY, direct);
        }
        double[] crossovers = new LevelFrequencies(loop, false, DenseBackend.fixedOrder())
                .at(1)
                .orElse(new double[0]);
        for (double frequency : crossovers) {
            margins = margins.withGainCrossover(frequency, value(response, frequency));
        }
        return margins;
    }

    private ScalarMargins withPhaseCrossover(double frequency, double real) {
        double k = -1 / real;
        double distance = Math.abs(StrictMath.log(k));
        if (!(k > 0 && distance < Double.POSITIVE_INFINITY)) {
            return this;
        }
        double before = Math.min(StrictMath.log(gain), -StrictMath.log(gainReduction));
        return new ScalarMargins(
                k >= 1 ? Math.min(gain, k) : gain,
                k <= 1 ? Math.max(gainReduction, k) : gainReduction,
                distance < before ? frequency : gainFrequency,
                phase,
                phaseFrequency);
    }

    private ScalarMargins withGainCrossover(double frequency, double[] value) {
        double margin = Math.PI - Math.abs(StrictMath.atan2(value[1], value[0]));
        boolean isOne = Math.abs(StrictMath.hypot(value[0], value[1]) - 1) <= ON_LEVEL;
        return isOne && margin < phase
                ? new ScalarMargins(gain, gainReduction, gainFrequency, margin, frequency)
                : this;
    }

    private static double[] value(FrequencyResponse response, double frequency) {
        return response.at(frequency)
                .map(g -> new double[] {g.real().get(0, 0), g.imaginary().get(0, 0)})
                .orElse(new double[] {Double.POSITIVE_INFINITY, 0});
    }

    private static double[] phaseCrossovers(LinearLoop loop, FrequencyResponse response) {
        double[] grid = grid(loop);
        DoubleStream.Builder found = DoubleStream.builder().add(grid[0]);
        for (int i = 0; i + 1 < grid.length; i++) {
            double left = value(response, grid[i])[1];
            double right = value(response, grid[i + 1])[1];
            if (left * right < 0) {
                found.add(bisected(response, grid[i], grid[i + 1], left < 0));
            }
        }
        return (loop.isInSteps() ? found.add(Math.PI) : found).build().toArray();
    }

    private static double bisected(FrequencyResponse response, double from, double to, boolean rising) {
        double left = from;
        double right = to;
        for (int i = 0; i < BISECTIONS && left < right; i++) {
            double middle = left + (right - left) / 2;
            boolean isLeft = (value(response, middle)[1] < 0) == rising;
            left = isLeft ? middle : left;
            right = isLeft ? right : middle;
        }
        return left;
    }

    /** From 0: even steps over a half circle, or even steps of the logarithm; and around every eigenvalue. */
    private static double[] grid(LinearLoop loop) {
        var values = LoopStability.of(loop, DenseBackend.fixedOrder()).eigenvalues();
        double scale = Math.max(values.modulus(0), Double.MIN_NORMAL);
        DoubleStream even = IntStream.rangeClosed(0, GRID)
                .mapToDouble(k -> loop.isInSteps()
                        ? Math.PI * k / GRID
                        : k == 0 ? 0 : scale * StrictMath.pow(10, -8 + 14.0 * k / GRID));
        DoubleStream near = IntStream.range(0, values.size()).boxed().flatMapToDouble(i -> {
            double re = values.real().get(i);
            double im = Math.abs(values.imaginary().get(i));
            double centre = loop.isInSteps() ? StrictMath.atan2(im, re) : im;
            double width = loop.isInSteps() ? Math.abs(1 - values.modulus(i)) : Math.abs(re);
            return IntStream.rangeClosed(-NEAR_EIGENVALUE, NEAR_EIGENVALUE).mapToDouble(k -> centre + width * k / 8.0);
        });
        return DoubleStream.concat(even, near)
                .filter(w -> w >= 0 && (!loop.isInSteps() || w <= Math.PI))
                .sorted()
                .distinct()
                .toArray();
    }
}
