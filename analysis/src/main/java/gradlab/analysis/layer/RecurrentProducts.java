package gradlab.analysis.layer;

import gradlab.analysis.backend.MatrixStore;

/** The weights of a recurrent layer, held where products are computed, and room for those of one step. For one pass. */
final class RecurrentProducts {
    private final MatrixStore store;
    private final Recurrent layer;
    private final int batch;
    private final MatrixStore.Held recurrent;
    private final MatrixStore.Held input;
    private final MatrixStore.Held shown;
    private final MatrixStore.Held seen;
    private final MatrixStore.Held wide;

    RecurrentProducts(MatrixStore store, Recurrent layer, int batch) {
        this.store = store;
        this.layer = layer;
        this.batch = batch;
        this.recurrent = store.of(layer.recurrentWeight());
        this.input = store.of(layer.inputWeight());
        this.shown = store.zeros(batch * layer.hidden());
        this.seen = store.zeros(batch * layer.stepInputs());
        this.wide = store.zeros(batch * layer.width());
    }

    /** Adds W h of hidden values, a row a sequence. */
    void addFromHidden(double[] hidden, double[] into) {
        shown.set(0, hidden, 0, hidden.length);
        addTimes(shown, recurrent, layer.hidden(), into);
    }

    /** Adds U x of the inputs from {@code at} on. */
    void addFromInputs(double[] inputs, int at, double[] into) {
        seen.set(0, inputs, at, batch * layer.stepInputs());
        addTimes(seen, input, layer.stepInputs(), into);
    }

    private void addTimes(MatrixStore.Held left, MatrixStore.Held weight, int inner, double[] into) {
        wide.set(0, into, 0, into.length);
        store.addProduct(left, 0, false, weight, true, wide, 0, batch, inner, layer.width());
        wide.get(0, into, 0, into.length);
    }

    /** W' d of the rows of {@code held} from {@code at} on. */
    void toHidden(MatrixStore.Held held, int at, double[] into) {
        shown.clear(0, into.length);
        store.addProduct(held, at, false, recurrent, false, shown, 0, batch, layer.width(), layer.hidden());
        shown.get(0, into, 0, into.length);
    }

    /** U' d of the rows of {@code held} from {@code at} on, written from {@code to} on. */
    void toInputs(MatrixStore.Held held, int at, double[] into, int to) {
        int size = batch * layer.stepInputs();
        seen.clear(0, size);
        store.addProduct(held, at, false, input, false, seen, 0, batch, layer.width(), layer.stepInputs());
        seen.get(0, into, to, size);
    }
}
