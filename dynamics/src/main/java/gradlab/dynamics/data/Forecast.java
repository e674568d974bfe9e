package gradlab.dynamics.data;

import gradlab.analysis.random.RandomStream;
import gradlab.analysis.tensor.Shape;
import gradlab.dynamics.system.DynamicalSystem;
import gradlab.dynamics.system.FlowSystem;
import gradlab.dynamics.system.Orbit;
import gradlab.dynamics.system.OrbitException;
import gradlab.dynamics.system.Systems;
import java.util.Optional;

/**
 * Windows of a chaotic orbit, to be continued by a step: each coordinate to mean 0 and deviation 1 over the training part. The
 * orbit starts beside the system's usual state, by 0.01 times a normal number a coordinate from the seed, runs in, and is then
 * looked at every {@code every} units of time; training windows come first, test windows after them, without an overlap.
 *
 * @param kind which system
 * @param length steps of a window
 * @param every time between steps
 * @param all whether the next state is asked for at every step, or after the last
 * @param train how many windows are learned from
 * @param test how many are not
 */
public record Forecast(Kind kind, int length, double every, boolean all, int train, int test) implements DataSource {
    private static final double BESIDE = 0.01;

    /** The systems. */
    public enum Kind {
        /** Lorenz's three equations, all coordinates (lorenz1963). */
        LORENZ("lorenz", 3, 20),
        /** The delay equation of Mackey and Glass, its present value (mackeyglass1977). */
        MACKEY_GLASS("mackey-glass", 1, 500);

        private final String system;
        private final int seen;
        private final double transientTime;

        Kind(String system, int seen, double transientTime) {
            this.system = system;
            this.seen = seen;
            this.transientTime = transientTime;
        }
    }

    @Override
    public Shape shape() {
        return Shape.of(length, kind.seen);
    }

    @Override
    public int classes() {
        return 0;
    }

    @Override
    public int answers() {
        return kind.seen * (all ? length : 1);
    }

    @Override
    public Optional<DataSource> withLength(int steps) {
        return Optional.of(new Forecast(kind, steps, every, all, train, test));
    }

    @Override
    public DataSet.Split split(long seed) {
        int seen = kind.seen;
        int ofTraining = train + length;
        double[] series = series(seed, ofTraining + test + length);
        standardise(series, ofTraining);
        return new DataSet.Split(windows(series, 0, train, seen), windows(series, ofTraining, test, seen));
    }

    private double[] series(long seed, int steps) {
        DynamicalSystem found = Systems.of(kind.system).system();
        DynamicalSystem system = found instanceof FlowSystem flow ? flow.withStride(every) : found;
        double[] start = system.start();
        RandomStream random = RandomStream.of(seed, "start");
        for (int i = 0; i < start.length; i++) {
            start[i] += BESIDE * random.nextGaussian();
        }
        double[] series = new double[steps * kind.seen];
        try {
            Orbit orbit = system.orbit(start);
            for (double time = 0; time < kind.transientTime; time += every) {
                orbit.advance();
            }
            for (int t = 0; t < steps; t++) {
                System.arraycopy(orbit.state(), 0, series, t * kind.seen, kind.seen);
                orbit.advance();
            }
        } catch (OrbitException e) {
            throw new IllegalStateException("a bounded orbit left the numbers: " + e.getMessage(), e);
        }
        return series;
    }

    private void standardise(double[] series, int steps) {
        for (int c = 0; c < kind.seen; c++) {
            double mean = 0;
            for (int t = 0; t < steps; t++) {
                mean += series[t * kind.seen + c] / steps;
            }
            double square = 0;
            for (int t = 0; t < steps; t++) {
                double off = series[t * kind.seen + c] - mean;
                square += off * off / steps;
            }
            double factor = square == 0 ? 1 : 1 / Math.sqrt(square);
            for (int t = c; t < series.length; t += kind.seen) {
                series[t] = (series[t] - mean) * factor;
            }
        }
    }

    /** Windows from a step on, each one step further. */
    private DataSet windows(double[] series, int from, int count, int seen) {
        int width = length * seen;
        double[] inputs = new double[count * width];
        double[] targets = new double[count * answers()];
        for (int i = 0; i < count; i++) {
            int at = (from + i) * seen;
            System.arraycopy(series, at, inputs, i * width, width);
            System.arraycopy(series, at + width + seen - answers(), targets, i * answers(), answers());
        }
        return DataSet.targeted(shape(), inputs, targets);
    }
}
