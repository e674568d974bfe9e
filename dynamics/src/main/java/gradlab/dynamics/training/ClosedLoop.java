package gradlab.dynamics.training;

import gradlab.analysis.network.Network;
import gradlab.analysis.tensor.Shape;
import gradlab.dynamics.blueprint.ActivationSpec;
import gradlab.dynamics.blueprint.DenseSpec;
import gradlab.dynamics.blueprint.DropoutSpec;
import gradlab.dynamics.blueprint.LayerSpec;
import gradlab.dynamics.blueprint.Mode;
import gradlab.dynamics.blueprint.NormSpec;
import gradlab.dynamics.blueprint.RecurrentSpec;
import gradlab.dynamics.blueprint.ResidualSpec;
import gradlab.dynamics.blueprint.SimpleSpec;
import gradlab.dynamics.data.DataSet;
import gradlab.dynamics.data.Forecast;
import gradlab.dynamics.lyapunov.Exponent;
import gradlab.dynamics.lyapunov.LyapunovResult;
import gradlab.dynamics.lyapunov.LyapunovSpectrum;
import gradlab.dynamics.lyapunov.SelfCheck;
import gradlab.dynamics.system.DynamicalSystem;
import gradlab.dynamics.system.MapSystem;
import gradlab.dynamics.system.OrbitException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * A recurrent network that was trained to forecast an orbit, run free: it hears the first test window, and from then on its
 * own forecasts. Inputs and forecasts are scaled alike, so that nothing has to be undone between them, and exponents do not
 * depend on the scale.
 *
 * <p>The largest exponent is that of the map of all states and the forecast, with its tangent (benettin1980), divided by the time of
 * a step. How long forecasts hold is the mean, over {@value #STARTS} starts in the test part, of the time until they are farther from
 * the truth than {@value #LOST} of the truth's own root mean square (pathak2018).
 */
public final class ClosedLoop {
    private static final int STARTS = 10;
    private static final double LOST = 0.4;

    private final ClosedLoopRule rule;
    private final Network network;
    private final double every;
    private final double[] test;
    private final int window;
    private final int windows;

    private ClosedLoop(Network network, Forecast data, DataSet test) {
        this.network = network;
        this.rule = new ClosedLoopRule(network);
        this.every = data.every();
        this.window = data.length();
        this.windows = test.size();
        this.test = series(test, data.length(), rule.width());
    }

    /**
     * The loop of an experiment's network with these parameters, for the data of a seed.
     *
     * @throws IllegalArgumentException if the experiment is not of such a network
     */
    public static ClosedLoop of(Experiment experiment, long seed, double[] parameters) {
        return of(experiment, experiment.split(seed).test(), parameters, Mode.plain());
    }

    static ClosedLoop of(Experiment experiment, DataSet test, double[] parameters, Mode inference) {
        if (!(experiment.data() instanceof Forecast data) || !fits(experiment.network())) {
            throw new IllegalArgumentException(
                    "experiment must forecast a series by recurrent layers and others that act on each step, was "
                            + experiment.name());
        }
        Shape one = Shape.of(1, data.shape().length(1));
        return new ClosedLoop(experiment.network(one, parameters, inference), data, test);
    }

    /** Whether layers can take one step after another: recurrent ones, and at least one of them, and layers that act on each step. */
    static boolean fits(List<LayerSpec> network) {
        return network.stream().anyMatch(RecurrentSpec.class::isInstance)
                && network.stream().allMatch(spec -> spec instanceof RecurrentSpec || actsOnEachStep(spec));
    }

    private static boolean actsOnEachStep(LayerSpec spec) {
        return spec instanceof DenseSpec
                || spec instanceof ActivationSpec
                || spec instanceof NormSpec
                || spec instanceof DropoutSpec
                || (spec instanceof SimpleSpec simple && simple.kind() == SimpleSpec.Kind.LAST)
                || (spec instanceof ResidualSpec residual
                        && residual.branch().stream().allMatch(ClosedLoop::actsOnEachStep));
    }

    /** The windows, each one step further than the one before, put together. */
    private static double[] series(DataSet test, int length, int width) {
        double[] inputs = test.inputs();
        int each = length * width;
        double[] series = Arrays.copyOf(inputs, each + (test.size() - 1) * width);
        for (int i = 1; i < test.size(); i++) {
            System.arraycopy(inputs, (i + 1) * each - width, series, each + (i - 1) * width, width);
        }
        return series;
    }

    /** The map of states and forecast, from where the first test window leaves it; a step takes {@link #every()}. */
    public DynamicalSystem system() {
        int states = rule.dimension() - rule.width();
        List<String> names = IntStream.range(0, rule.dimension())
                .mapToObj(i -> i < states ? "s" + i : "y" + (i - states))
                .toList();
        return MapSystem.of("closed loop", names, start(0), () -> new ClosedLoopRule(network));
    }

    /** The time of a step in the units of the forecast system. */
    public double every() {
        return every;
    }

    /** The test part as one series, steps by coordinates, scaled. */
    public double[] truth() {
        return test.clone();
    }

    /** The forecasts of so many steps that follow test window number {@code from}, steps by coordinates, scaled. */
    public double[] forecasts(int from, int steps) {
        int width = rule.width();
        double[] x = start(from);
        double[] next = new double[x.length];
        double[] forecasts = new double[steps * width];
        for (int t = 0; t < steps; t++) {
            System.arraycopy(rule.forecast(x), 0, forecasts, t * width, width);
            rule.value(x, next);
            System.arraycopy(next, 0, x, 0, x.length);
        }
        return forecasts;
    }

    private double[] start(int from) {
        int width = rule.width();
        return rule.after(Arrays.copyOfRange(test, from * width, (from + window) * width));
    }

    /** The numbers that a run records of its closed loop, by name. */
    Map<String, Double> numbers(ClosedLoopPlan plan, LyapunovSpectrum.Progress progress) {
        Map<String, Double> numbers = new LinkedHashMap<>();
        numbers.put("closed_loop/forecast_time", forecastTime());
        try {
            LyapunovResult result = LyapunovSpectrum.withDefaults()
                    .withExponents(1)
                    .withTransient(plan.transientSteps())
                    .withSteps(plan.steps())
                    .withProgress(progress)
                    .of(system());
            Exponent largest = result.exponents().get(0);
            boolean goesOn = result.checks().stream()
                    .noneMatch(check -> check.name().equals("orbit") && check.outcome() != SelfCheck.Outcome.PASSED);
            numbers.put("closed_loop/bounded", 1.0);
            numbers.put("closed_loop/collapsed", goesOn ? 0.0 : 1.0);
            putFinite(numbers, "closed_loop/exponent", largest.value() / every);
            putFinite(numbers, "closed_loop/half_width", largest.halfWidth() / every);
        } catch (OrbitException e) {
            numbers.put("closed_loop/bounded", 0.0);
        }
        return numbers;
    }

    private static void putFinite(Map<String, Double> numbers, String name, double value) {
        if (Double.isFinite(value)) {
            numbers.put(name, value);
        }
    }

    private double forecastTime() {
        double sum = 0;
        int starts = Math.min(STARTS, windows);
        for (int i = 0; i < starts; i++) {
            sum += holds(i * (windows / 2) / starts) * every / starts;
        }
        return sum;
    }

    /** How many steps the forecasts after a window hold, at most to the end of the test part. */
    private int holds(int from) {
        int width = rule.width();
        int first = (from + window) * width;
        int most = (test.length - first) / width;
        double square = Arrays.stream(test).map(x -> x * x).sum() / test.length * width;
        double[] forecasts = forecasts(from, most);
        for (int t = 0; t < most; t++) {
            double off = 0;
            for (int c = t * width; c < (t + 1) * width; c++) {
                double difference = forecasts[c] - test[first + c];
                off += difference * difference;
            }
            if (!(off <= LOST * LOST * square)) {
                return t;
            }
        }
        return most;
    }
}
