package gradlab.analysis.layer;

import gradlab.analysis.backend.MatrixStore;
import java.util.Arrays;

/** A recurrent layer that went over a batch of sequences. What belongs to one step lies together, sequence by sequence. */
public final class RecurrentPass implements Linearisation {
    private final Recurrent layer;
    private final int batch;
    private final int steps;
    private final int hidden;
    private final int width;
    private final CellSteps cell;

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
        this.x = x;
        this.states = new double[steps + 1][batch * cell.states() * hidden];
        this.kept = new double[steps][batch * hidden * cell.kept()];
    }

    static RecurrentPass of(Recurrent layer, double[] x, int batch, int steps) {
        double[] byStep = swapped(x, batch, steps, layer.stepInputs());
        RecurrentPass pass = new RecurrentPass(layer, batch, steps, byStep);
        pass.run();
        return pass;
    }

    /** [first, second, each] as [second, first, each]. */
    private static double[] swapped(double[] a, int first, int second, int each) {
        double[] swapped = new double[a.length];
        for (int i = 0; i < first; i++) {
            for (int j = 0; j < second; j++) {
                System.arraycopy(a, (i * second + j) * each, swapped, (j * first + i) * each, each);
            }
        }
        return swapped;
    }

    private void run() {
        double[] fromInputs = fromInputs(x, true);
        double[] stateBias = cell.biasedState() ? layer.bias(1) : new double[0];
        try (MatrixStore store = layer.kernels().open()) {
            Products products = new Products(store);
            double[] u = new double[batch * width];
            double[] w = new double[batch * width];
            for (int t = 0; t < steps; t++) {
                System.arraycopy(fromInputs, t * u.length, u, 0, u.length);
                products.fromState(states[t], w);
                addRows(stateBias, w);
                cell.forward(u, w, states[t], states[t + 1], kept[t], batch, hidden);
            }
        }
    }

    /** U x of all steps, with b if asked for. */
    private double[] fromInputs(double[] inputs, boolean biased) {
        double[] result = new double[steps * batch * width];
        if (biased) {
            addRows(layer.bias(0), result);
        }
        layer.kernels()
                .addTimesTransposed(inputs, layer.inputWeight(), result, steps * batch, layer.stepInputs(), width);
        return result;
    }

    private static void addRows(double[] row, double[] into) {
        for (int at = 0; row.length > 0 && at < into.length; at += row.length) {
            for (int j = 0; j < row.length; j++) {
                into[at + j] += row[j];
            }
        }
    }

    /** W, held, and room for one step. */
    private final class Products {
        private final MatrixStore store;
        private final MatrixStore.Held weight;
        private final MatrixStore.Held narrow;
        private final MatrixStore.Held wide;
        private final double[] shown = new double[batch * hidden];

        Products(MatrixStore store) {
            this.store = store;
            this.weight = store.of(layer.recurrentWeight());
            this.narrow = store.zeros(batch * hidden);
            this.wide = store.zeros(batch * width);
        }

        /** W h of each state. */
        void fromState(double[] state, double[] into) {
            hiddenOf(state, shown, 0);
            narrow.set(0, shown, 0, shown.length);
            wide.clear(0, into.length);
            store.addProduct(narrow, 0, false, weight, true, wide, 0, batch, hidden, width);
            wide.get(0, into, 0, into.length);
        }

        /** Adds W' d of each row of {@code held} from {@code at} on to the hidden part of the states. */
        void addToState(MatrixStore.Held held, int at, double[] dState) {
            narrow.clear(0, shown.length);
            store.addProduct(held, at, false, weight, false, narrow, 0, batch, width, hidden);
            narrow.get(0, shown, 0, shown.length);
            addToHidden(shown, 0, dState);
        }
    }

    private void hiddenOf(double[] state, double[] into, int at) {
        int length = cell.states() * hidden;
        for (int s = 0; s < batch; s++) {
            System.arraycopy(state, s * length, into, at + s * hidden, hidden);
        }
    }

    private void addToHidden(double[] shown, int at, double[] state) {
        int length = cell.states() * hidden;
        for (int s = 0; s < batch; s++) {
            for (int j = 0; j < hidden; j++) {
                state[s * length + j] += shown[at + s * hidden + j];
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
        return cell.states() * hidden;
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
            hiddenOf(all[steps], last, 0);
            return last;
        }
        double[] byStep = new double[steps * batch * hidden];
        for (int t = 0; t < steps; t++) {
            hiddenOf(all[t + 1], byStep, t * batch * hidden);
        }
        return swapped(byStep, steps, batch, hidden);
    }

    @Override
    public double[] jvp(double[] dx) {
        Checks.length("dx", dx, batch * inputs());
        double[] fromInputs = fromInputs(swapped(dx, batch, steps, layer.stepInputs()), false);
        double[][] tangents = new double[steps + 1][states[0].length];
        try (MatrixStore store = layer.kernels().open()) {
            Products products = new Products(store);
            double[] w = new double[batch * width];
            for (int t = 0; t < steps; t++) {
                double[] u = Arrays.copyOfRange(fromInputs, t * w.length, (t + 1) * w.length);
                products.fromState(tangents[t], w);
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
        return back(dy, 0).byInput;
    }

    @Override
    public double[] backward(double[] dy, double[] gradient, int offset) {
        Back back = back(dy, layer.truncation());
        int at = offset;
        double[] earlier = new double[steps * batch * hidden];
        for (int t = 0; t < steps; t++) {
            hiddenOf(states[t], earlier, t * batch * hidden);
        }
        layer.kernels().addTransposedTimes(back.dw, earlier, gradient, at, width, steps * batch, hidden);
        at += width * hidden;
        layer.kernels().addTransposedTimes(back.du, x, gradient, at, width, steps * batch, layer.stepInputs());
        at += width * layer.stepInputs();
        addColumns(back.du, gradient, at);
        if (cell.biasedState()) {
            addColumns(back.dw, gradient, at + width);
        }
        return back.byInput;
    }

    private void addColumns(double[] rows, double[] into, int at) {
        for (int row = 0; row < rows.length; row += width) {
            for (int j = 0; j < width; j++) {
                into[at + j] += rows[row + j];
            }
        }
    }

    /** The gradients by the inputs, and by U x and W h of each step. */
    private static final class Back {
        private final double[] byInput;
        private final double[] du;
        private final double[] dw;

        Back(double[] byInput, double[] du, double[] dw) {
            this.byInput = byInput;
            this.du = du;
            this.dw = dw;
        }
    }

    private Back back(double[] dy, int truncation) {
        Checks.length("dy", dy, batch * outputs());
        double[] byStep = layer.all() ? swapped(dy, batch, steps, hidden) : dy;
        double[] allOfInput = new double[steps * batch * width];
        double[] allOfState = cell.biasedState() ? new double[allOfInput.length] : allOfInput;
        double[] du = new double[batch * width];
        double[] dw = cell.biasedState() ? new double[du.length] : du;
        double[] dNext = new double[states[0].length];
        double[] dState = new double[states[0].length];
        try (MatrixStore store = layer.kernels().open()) {
            Products products = new Products(store);
            MatrixStore.Held held = store.zeros(dw.length);
            for (int t = steps - 1; t >= 0; t--) {
                if (layer.all() || t == steps - 1) {
                    addToHidden(byStep, layer.all() ? t * batch * hidden : 0, dNext);
                }
                cell.backward(states[t], kept[t], dNext, dState, du, dw, batch, hidden);
                System.arraycopy(du, 0, allOfInput, t * du.length, du.length);
                if (allOfState != allOfInput) {
                    System.arraycopy(dw, 0, allOfState, t * dw.length, dw.length);
                }
                held.set(0, dw, 0, dw.length);
                products.addToState(held, 0, dState);
                if (truncation > 0 && t % truncation == 0) {
                    Arrays.fill(dState, 0);
                }
                double[] spare = dNext;
                dNext = dState;
                dState = spare;
            }
        }
        double[] byInput = new double[x.length];
        layer.kernels().addProduct(allOfInput, layer.inputWeight(), byInput, steps * batch, width, layer.stepInputs());
        return new Back(swapped(byInput, steps, batch, layer.stepInputs()), allOfInput, allOfState);
    }

    @Override
    public boolean differentiable() {
        return layer.kind() != Recurrent.Kind.RELU
                || Arrays.stream(states).skip(1).flatMapToDouble(Arrays::stream).allMatch(h -> h != 0);
    }
}
