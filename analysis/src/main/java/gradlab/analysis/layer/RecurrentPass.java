package gradlab.analysis.layer;

import gradlab.analysis.backend.BatchKernels;
import gradlab.analysis.backend.MatrixStore;
import java.util.Arrays;
import java.util.Optional;

/** A recurrent layer that went over a batch of sequences. What belongs to one step lies together, sequence by sequence. */
public final class RecurrentPass implements Linearisation {
    private final Recurrent layer;
    private final int batch;
    private final int steps;
    private final int hidden;
    private final int width;
    private final CellSteps cell;
    private final StepMajor order;

    /** The inputs, step by step. */
    private final double[] x;

    /** The states before each step, and after the last. */
    private final double[][] states;

    private final double[][] kept;

    private RecurrentPass(Recurrent layer, int batch, int steps, double[] x) {
        this.layer = layer;
        this.batch = batch;
        this.steps = steps;
        this.hidden = layer.hidden();
        this.width = layer.width();
        this.cell = layer.kind().steps();
        this.order = new StepMajor(batch, hidden, cell.states() * hidden);
        this.x = x;
        this.states = new double[steps + 1][];
        this.kept = new double[steps][];
    }

    static RecurrentPass of(Recurrent layer, double[] x, int batch, int steps) {
        double[] byStep = StepMajor.swapped(x, batch, steps, layer.stepInputs());
        RecurrentPass pass = new RecurrentPass(layer, batch, steps, byStep);
        pass.run();
        return pass;
    }

    private void run() {
        BatchKernels kernels = layer.kernels();
        double[] bias = layer.bias(0);
        double[] stateBias = cell.biasedState() ? layer.bias(1) : new double[0];
        states[0] = kernels.room(batch * order.state());
        Arrays.fill(states[0], 0);
        try (MatrixStore store = kernels.open()) {
            RecurrentProducts products = new RecurrentProducts(store, layer, batch);
            double[] u = new double[batch * width];
            double[] w = new double[batch * width];
            double[] shown = new double[batch * hidden];
            for (int t = 0; t < steps; t++) {
                StepMajor.repeat(bias, u);
                products.addFromInputs(x, t * batch * layer.stepInputs(), u);
                Arrays.fill(w, 0);
                order.hiddenOf(states[t], shown, 0);
                products.addFromHidden(shown, w);
                StepMajor.addRows(stateBias, w);
                states[t + 1] = kernels.room(states[0].length);
                kept[t] = kernels.room(batch * hidden * cell.kept());
                cell.forward(u, w, states[t], states[t + 1], kept[t], batch, hidden);
            }
        }
    }

    @Override
    public int batch() {
        return batch;
    }

    @Override
    public int inputs() {
        return steps * layer.stepInputs();
    }

    @Override
    public int outputs() {
        return layer.all() ? steps * hidden : hidden;
    }

    /** Length of the state of one sequence. */
    public int state() {
        return order.state();
    }

    /** How many steps the sequences have. */
    public int steps() {
        return steps;
    }

    @Override
    public double[] value() {
        return shown(states);
    }

    /** The shown part of states, or of their tangents. */
    private double[] shown(double[][] all) {
        if (!layer.all()) {
            double[] last = new double[batch * hidden];
            order.hiddenOf(all[steps], last, 0);
            return last;
        }
        double[] byStep = new double[steps * batch * hidden];
        for (int t = 0; t < steps; t++) {
            order.hiddenOf(all[t + 1], byStep, t * batch * hidden);
        }
        return StepMajor.swapped(byStep, steps, batch, hidden);
    }

    @Override
    public double[] jvp(double[] dx) {
        Checks.length("dx", dx, batch * inputs());
        double[] byStep = StepMajor.swapped(dx, batch, steps, layer.stepInputs());
        double[][] tangents = new double[steps + 1][states[0].length];
        try (MatrixStore store = layer.kernels().open()) {
            RecurrentProducts products = new RecurrentProducts(store, layer, batch);
            double[] shown = new double[batch * hidden];
            for (int t = 0; t < steps; t++) {
                double[] u = new double[batch * width];
                double[] w = new double[batch * width];
                products.addFromInputs(byStep, t * batch * layer.stepInputs(), u);
                order.hiddenOf(tangents[t], shown, 0);
                products.addFromHidden(shown, w);
                cell.tangent(states[t], kept[t], u, w, tangents[t], tangents[t + 1], batch, hidden);
            }
        }
        return shown(tangents);
    }

    /**
     * Tangents of the state after a step from tangents of the state before it, the input fixed: one factor of the product
     * whose growth is a Lyapunov exponent. Only of a batch of one.
     */
    public double[] stateTangent(int step, double[] dState) {
        double[] w = new double[width];
        double[] next = new double[dState.length];
        layer.kernels().addTimesTransposed(Arrays.copyOf(dState, hidden), layer.recurrentWeight(), w, 1, hidden, width);
        cell.tangent(states[step], kept[step], new double[width], w, dState, next, 1, hidden);
        return next;
    }

    @Override
    public double[] vjp(double[] dy) {
        return back(dy, 0, Optional.empty());
    }

    @Override
    public double[] backward(double[] dy, double[] gradient, int offset) {
        return back(dy, layer.truncation(), Optional.of(new RecurrentBack.Sink(gradient, offset)));
    }

    private double[] back(double[] dy, int truncation, Optional<RecurrentBack.Sink> sink) {
        Checks.length("dy", dy, batch * outputs());
        return new RecurrentBack(layer, order, x, states, kept).of(dy, truncation, sink);
    }

    @Override
    public boolean differentiable() {
        return layer.kind() != Recurrent.Kind.RELU
                || Arrays.stream(states).skip(1).flatMapToDouble(Arrays::stream).allMatch(h -> h != 0);
    }
}
