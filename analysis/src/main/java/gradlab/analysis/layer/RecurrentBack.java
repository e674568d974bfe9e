package gradlab.analysis.layer;

import gradlab.analysis.backend.MatrixStore;
import java.util.Arrays;
import java.util.Optional;

/** Back through the steps of a recurrent layer, last step first. For one use. */
final class RecurrentBack {
    private final Recurrent layer;
    private final CellSteps cell;
    private final StepMajor order;
    private final double[] x;
    private final double[][] states;
    private final double[][] kept;
    private final int steps;

    /**
     * A way back.
     *
     * @param x the inputs, step by step
     * @param states the states before each step, and after the last
     * @param kept what each step kept
     */
    RecurrentBack(Recurrent layer, StepMajor order, double[] x, double[][] states, double[][] kept) {
        this.layer = layer;
        this.cell = layer.kind().steps();
        this.order = order;
        this.x = x;
        this.states = states;
        this.kept = kept;
        this.steps = kept.length;
    }

    /** Where the gradient by the parameters is added. */
    static final class Sink {
        private final double[] gradient;
        private final int offset;

        Sink(double[] gradient, int offset) {
            this.gradient = gradient;
            this.offset = offset;
        }
    }

    /**
     * The gradient by the inputs.
     *
     * @param dy by the outputs, as the layer shows them
     */
    double[] of(double[] dy, int truncation, Optional<Sink> sink) {
        double[] byStep = layer.all() ? StepMajor.swapped(dy, order.batch(), steps, order.hidden()) : dy;
        double[] byInput = new double[x.length];
        try (MatrixStore store = layer.kernels().open()) {
            Gradients held = new Gradients(store);
            RecurrentProducts products = new RecurrentProducts(store, layer, order.batch());
            run(byStep, truncation, products, held, byInput);
            sink.ifPresent(into -> held.sum(store, into));
        }
        return StepMajor.swapped(byInput, steps, order.batch(), layer.stepInputs());
    }

    private void run(double[] byStep, int truncation, RecurrentProducts products, Gradients held, double[] byInput) {
        int rows = order.batch() * layer.width();
        double[] du = new double[rows];
        double[] dw = cell.biasedState() ? new double[rows] : du;
        double[] dNext = new double[order.batch() * order.state()];
        double[] dState = new double[dNext.length];
        double[] shown = new double[order.batch() * order.hidden()];
        for (int t = steps - 1; t >= 0; t--) {
            if (layer.all() || t == steps - 1) {
                order.addToHidden(byStep, layer.all() ? t * shown.length : 0, dNext);
            }
            cell.backward(states[t], kept[t], dNext, dState, du, dw, order.batch(), order.hidden());
            held.keep(t, du, dw);
            products.toInputs(held.ofInputs, t * rows, byInput, t * order.batch() * layer.stepInputs());
            products.toHidden(held.ofStates, t * rows, shown);
            order.addToHidden(shown, 0, dState);
            if (truncation > 0 && t % truncation == 0) {
                Arrays.fill(dState, 0);
            }
            double[] spare = dNext;
            dNext = dState;
            dState = spare;
        }
    }

    /** The gradients by U x and W h of all steps. */
    private final class Gradients {
        private final MatrixStore.Held ofInputs;
        private final MatrixStore.Held ofStates;

        Gradients(MatrixStore store) {
            int size = steps * order.batch() * layer.width();
            ofInputs = store.room(size);
            ofStates = cell.biasedState() ? store.room(size) : ofInputs;
        }

        void keep(int t, double[] du, double[] dw) {
            ofInputs.set(t * du.length, du, 0, du.length);
            if (ofStates != ofInputs) {
                ofStates.set(t * dw.length, dw, 0, dw.length);
            }
        }

        /** Adds what they make of the parameters. */
        void sum(MatrixStore store, Sink sink) {
            int count = steps * order.batch();
            int width = layer.width();
            int at = sink.offset;
            double[] earlier = new double[count * order.hidden()];
            for (int t = 0; t < steps; t++) {
                order.hiddenOf(states[t], earlier, t * order.batch() * order.hidden());
            }
            at = add(store, ofStates, store.of(earlier), order.hidden(), sink.gradient, at);
            at = add(store, ofInputs, store.of(x), layer.stepInputs(), sink.gradient, at);
            double[] ones = new double[count];
            Arrays.fill(ones, 1);
            MatrixStore.Held row = store.of(ones);
            for (MatrixStore.Held each : cell.biasedState()
                    ? new MatrixStore.Held[] {ofInputs, ofStates}
                    : new MatrixStore.Held[] {ofInputs}) {
                MatrixStore.Held sums = store.room(width);
                sums.set(0, sink.gradient, at, width);
                store.addProduct(row, 0, false, each, false, sums, 0, 1, count, width);
                sums.get(0, sink.gradient, at, width);
                at += width;
            }
        }

        private int add(
                MatrixStore store, MatrixStore.Held left, MatrixStore.Held right, int columns, double[] into, int at) {
            int size = layer.width() * columns;
            MatrixStore.Held sums = store.room(size);
            sums.set(0, into, at, size);
            store.addProduct(left, 0, true, right, false, sums, 0, layer.width(), steps * order.batch(), columns);
            sums.get(0, into, at, size);
            return at + size;
        }
    }
}
