package gradlab.dynamics.system;

import gradlab.analysis.block.GruCell;
import gradlab.analysis.block.LstmCell;
import gradlab.analysis.block.RnnCell;
import gradlab.analysis.model.StoredTensor;
import gradlab.analysis.model.TensorFile;
import gradlab.analysis.source.SourceException;
import gradlab.analysis.tensor.Activations;
import gradlab.analysis.tensor.Hyperbolic;
import java.util.List;
import java.util.Optional;

/**
 * Recurrent cells from weights stored under PyTorch's names: {@code weight_ih_l0} [gates hidden, inputs], {@code weight_hh_l0}
 * [gates hidden, hidden], {@code bias_ih_l0} and {@code bias_hh_l0} [gates hidden], which may be missing, all with the same prefix
 * if any. One gate makes it an RNN, three a GRU (gates r, z, n), four an LSTM (i, f, g, o).
 */
final class StoredCells {

    private static final int MOST_HIDDEN = 10_000;
    private static final int RNN = 1;
    private static final int GRU = 3;
    private static final int LSTM = 4;

    private final TensorFile file;
    private final String suffix;
    private final String prefix;

    private StoredCells(TensorFile file, int layer) {
        this.file = file;
        this.suffix = "_l" + layer;
        String name = "weight_hh" + suffix;
        List<String> found = file.tensors().stream()
                .map(StoredTensor::name)
                .filter(n -> n.equals(name) || n.endsWith("." + name))
                .toList();
        if (found.isEmpty()) {
            String names = file.tensors().stream()
                    .limit(8)
                    .map(StoredTensor::name)
                    .toList()
                    .toString();
            throw SourceException.in(
                    file.name(), "the tensors " + names, "recurrent weights: weight_ih" + suffix + " and " + name);
        }
        this.prefix = found.get(0).substring(0, found.get(0).length() - name.length());
    }

    /**
     * The cell of a layer.
     *
     * @param relu whether a plain RNN has relu in place of tanh
     * @throws SourceException if the weights are missing or do not fit together
     */
    static RecurrentStep of(TensorFile file, int layer, boolean relu) {
        return new StoredCells(file, layer).step(relu);
    }

    private RecurrentStep step(boolean relu) {
        StoredTensor recurrent = tensor("weight_hh");
        int hidden = recurrent.shape().size() == 2 ? recurrent.shape().get(1) : 0;
        int rows = recurrent.shape().isEmpty() ? 0 : recurrent.shape().get(0);
        int gates = hidden == 0 ? 0 : rows / hidden;
        if (hidden > MOST_HIDDEN || rows != gates * hidden || !(gates == RNN || gates == GRU || gates == LSTM)) {
            throw wrong(recurrent, "a matrix of h, 3 h or 4 h rows and h columns, h up to " + MOST_HIDDEN);
        }
        StoredTensor input = tensor("weight_ih");
        if (input.shape().size() != 2
                || input.shape().get(0) != rows
                || input.shape().get(1) < 1) {
            throw wrong(input, "a matrix of " + rows + " rows");
        }
        int inputs = input.shape().get(1);
        double[] w = numbers(recurrent);
        double[] u = numbers(input);
        double[] fromInput = bias("bias_ih", rows);
        double[] fromState = bias("bias_hh", rows);
        return switch (gates) {
            case GRU -> CellStep.of(new GruCell(inputs, hidden), w, u, fromInput, fromState);
            case LSTM -> CellStep.of(new LstmCell(inputs, hidden), w, u, sum(fromInput, fromState));
            default ->
                CellStep.of(
                        new RnnCell(inputs, hidden, relu ? Activations.RELU : Hyperbolic.TANH),
                        w,
                        u,
                        sum(fromInput, fromState));
        };
    }

    private StoredTensor tensor(String name) {
        return file.tensor(prefix + name + suffix);
    }

    private double[] bias(String name, int rows) {
        String full = prefix + name + suffix;
        Optional<StoredTensor> stored =
                file.tensors().stream().filter(t -> t.name().equals(full)).findFirst();
        if (stored.isEmpty()) {
            return new double[rows];
        }
        if (stored.get().count() != rows) {
            throw wrong(stored.get(), rows + " numbers");
        }
        return numbers(stored.get());
    }

    private double[] numbers(StoredTensor tensor) {
        if (!tensor.type().isFloat()) {
            throw wrong(tensor, "numbers with fractions");
        }
        double[] numbers = tensor.toDoubles();
        Finite.firstNot(numbers, numbers.length).ifPresent(i -> {
            throw SourceException.in(file.name(), numbers[i] + " in " + tensor.name(), "finite numbers");
        });
        return numbers;
    }

    private SourceException wrong(StoredTensor tensor, String expected) {
        return SourceException.in(file.name(), tensor.toString(), expected);
    }

    private static double[] sum(double[] a, double[] b) {
        double[] sum = a.clone();
        for (int i = 0; i < sum.length; i++) {
            sum[i] += b[i];
        }
        return sum;
    }
}
