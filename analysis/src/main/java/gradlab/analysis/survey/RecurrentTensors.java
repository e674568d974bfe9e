package gradlab.analysis.survey;

import gradlab.analysis.block.Cell;
import gradlab.analysis.block.GruCell;
import gradlab.analysis.block.LstmCell;
import gradlab.analysis.block.RnnCell;
import gradlab.analysis.model.StoredTensor;
import gradlab.analysis.model.TensorFile;
import gradlab.analysis.operator.DenseMatrix;
import gradlab.analysis.source.SourceException;
import gradlab.analysis.tensor.Hyperbolic;
import gradlab.analysis.tensor.Shape;
import gradlab.analysis.tensor.Tape;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Recurrent weights in a file of tensors: a square matrix, or those that PyTorch names weight_hh_l0 and so on, of 1, 3 or 4
 * gates below each other (RNN with tanh; GRU, gates r, z, n; LSTM, gates i, f, g, o), with weight_ih, bias_ih and bias_hh of
 * the same layer. Without weight_ih the cell has no input, without biases none.
 */
final class RecurrentTensors {
    private static final Pattern RECURRENT = Pattern.compile("weight_hh(?=_l\\d+|_reverse|$)");
    private static final Map<Integer, List<String>> GATES =
            Map.of(1, List.of("h"), 3, List.of("r", "z", "n"), 4, List.of("i", "f", "g", "o"));

    private final TensorFile file;
    private final StoredTensor tensor;
    private final DenseMatrix weight;
    private final int hidden;
    private final int gates;

    private RecurrentTensors(TensorFile file, StoredTensor tensor) {
        this.file = file;
        this.tensor = tensor;
        this.weight = matrix(tensor);
        this.hidden = weight.columns();
        this.gates = hidden == 0 ? 0 : weight.rows() / hidden;
        if (hidden == 0 || weight.rows() % hidden != 0 || !GATES.containsKey(gates)) {
            throw SourceException.in(
                    file.name(),
                    "recurrent weights " + SourceException.quote(tensor.name()) + " of " + tensor.shapeText(),
                    "h x h, 3 h x h (GRU) or 4 h x h (LSTM), h at least 1");
        }
    }

    /** Whether a tensor has the name of recurrent weights. */
    private static boolean isRecurrent(StoredTensor tensor) {
        return tensor.shape().size() == 2 && RECURRENT.matcher(tensor.name()).find();
    }

    /** What is fed back: the tensor of this name, the first recurrent weights, or the only matrix. */
    static RecurrentSubject of(TensorFile file, Optional<String> name, Optional<Recording> recording) {
        Optional<StoredTensor> found = name.map(file::tensor)
                .or(() -> file.tensors().stream()
                        .filter(RecurrentTensors::isRecurrent)
                        .findFirst());
        return found.filter(RecurrentTensors::isRecurrent)
                .map(tensor -> new RecurrentTensors(file, tensor).subject(recording))
                .orElseGet(() -> plain(file, name, recording));
    }

    private static RecurrentSubject plain(TensorFile file, Optional<String> name, Optional<Recording> recording) {
        Subject subject = MatrixSubject.of(file, name);
        DenseMatrix matrix = DenseMatrix.of(subject.operator());
        if (matrix.rows() != matrix.columns() || matrix.rows() == 0) {
            throw SourceException.in(
                    file.name(),
                    "a matrix of " + matrix.rows() + " x " + matrix.columns(),
                    "a square matrix with at least one row to feed back");
        }
        recording.ifPresent(r -> {
            throw SourceException.in(
                    file.name(), "a matrix beside --input", "the weights of a recurrent cell (weight_hh_l0) for it");
        });
        return new RecurrentSubject(
                file.name(),
                file.format().title(),
                subject.of(),
                Optional.of(matrix),
                Optional.empty(),
                List.of(),
                List.of(),
                List.of());
    }

    private RecurrentSubject subject(Optional<Recording> recording) {
        BlockMap map = map();
        String kind = gates == 1 ? "RNN with tanh" : gates == 3 ? "GRU" : "LSTM";
        return new RecurrentSubject(
                file.name(),
                file.format().title(),
                "the recurrent weights " + tensor.name() + " of " + (gates == 1 ? "an " : gates == 3 ? "a " : "an ")
                        + kind + " of " + hidden + (hidden == 1 ? " unit" : " units"),
                gates == 1 ? Optional.of(weight) : Optional.empty(),
                Optional.of(map),
                List.of(WeightSurvey.of(
                        tensor.name(), weight, WeightSurvey.blocks(weight, GATES.getOrDefault(gates, List.of()), 1))),
                recording.map(r -> r.rows(map.inputs())).orElse(List.of()),
                file.tensors().stream()
                        .filter(RecurrentTensors::isRecurrent)
                        .filter(other -> other != tensor)
                        .map(StoredTensor::name)
                        .toList());
    }

    private BlockMap map() {
        Optional<StoredTensor> input = companion("weight_ih");
        DenseMatrix fromInput = input.map(this::matrix).orElseGet(() -> DenseMatrix.of(rows(), 1, new double[rows()]));
        if (fromInput.rows() != rows() || fromInput.columns() == 0) {
            throw SourceException.in(
                    file.name(),
                    "input weights of " + fromInput.rows() + " x " + fromInput.columns(),
                    rows() + " rows, as the recurrent weights have");
        }
        double[] inputBias = bias("bias_ih");
        double[] recurrentBias = bias("bias_hh");
        int inputs = fromInput.columns();
        Cell cell = gates == 1
                ? new RnnCell(inputs, hidden, Hyperbolic.TANH)
                : gates == 3 ? new GruCell(inputs, hidden) : new LstmCell(inputs, hidden);
        Tape.Variable w = Tape.holding(Shape.of(rows(), hidden), weight.toArray());
        Tape.Variable u = Tape.holding(Shape.of(rows(), inputs), fromInput.toArray());
        if (gates == 3) {
            return new BlockMap(cell, List.of(w, u, vector(inputBias), vector(recurrentBias)));
        }
        for (int i = 0; i < inputBias.length; i++) {
            inputBias[i] += recurrentBias[i];
        }
        return new BlockMap(cell, List.of(w, u, vector(inputBias)));
    }

    private int rows() {
        return gates * hidden;
    }

    private static Tape.Variable vector(double[] entries) {
        return Tape.holding(Shape.of(entries.length), entries);
    }

    private double[] bias(String name) {
        double[] bias = companion(name).map(found -> matrix(found).toArray()).orElseGet(() -> new double[rows()]);
        if (bias.length != rows()) {
            throw SourceException.in(file.name(), bias.length + " numbers in " + name, String.valueOf(rows()));
        }
        return bias;
    }

    /** The tensor of the same layer and direction with another name. */
    private Optional<StoredTensor> companion(String name) {
        String wanted = RECURRENT.matcher(tensor.name()).replaceFirst(name);
        return file.tensors().stream().filter(t -> t.name().equals(wanted)).findFirst();
    }

    private DenseMatrix matrix(StoredTensor found) {
        DenseMatrix matrix = file.matrix(found);
        MatrixSubject.requireFinite(file.name(), matrix);
        return matrix;
    }
}
