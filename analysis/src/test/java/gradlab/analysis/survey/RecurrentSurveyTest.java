package gradlab.analysis.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import gradlab.analysis.model.ElementType;
import gradlab.analysis.model.FileFormat;
import gradlab.analysis.model.StoredTensor;
import gradlab.analysis.model.TensorFile;
import gradlab.analysis.onnx.Attribute;
import gradlab.analysis.onnx.Graph;
import gradlab.analysis.onnx.Node;
import gradlab.analysis.onnx.OnnxModel;
import gradlab.analysis.onnx.Size;
import gradlab.analysis.onnx.ValueInfo;
import gradlab.analysis.operator.DenseMatrix;
import gradlab.analysis.random.RandomStream;
import gradlab.analysis.source.SourceException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same cell as PyTorch stores it and as ONNX has it, whose gates stand in another order. */
class RecurrentSurveyTest {
    private static final int HIDDEN = 3;
    private static final int INPUTS = 2;

    /** Which gate of PyTorch stands where in ONNX: i f g o against i o f c, r z n against z r h. */
    private static int[] order(int gates) {
        return switch (gates) {
            case 1 -> new int[] {0};
            case 3 -> new int[] {1, 0, 2};
            default -> new int[] {0, 3, 1, 2};
        };
    }

    private static StoredTensor tensor(String name, List<Integer> shape, double... entries) {
        ByteBuffer bytes = ByteBuffer.allocate(entries.length * Double.BYTES);
        for (double entry : entries) {
            bytes.putDouble(entry);
        }
        bytes.flip();
        return StoredTensor.of(name, shape, ElementType.F64, bytes);
    }

    private static double[] numbers(String name, int count) {
        return RandomStream.of(3, name).gaussians(count);
    }

    private static TensorFile file(StoredTensor... tensors) {
        return new TensorFile("cell.npz", FileFormat.NPZ, List.of(tensors));
    }

    private static TensorFile torch(int gates) {
        int rows = gates * HIDDEN;
        return file(
                tensor("rnn.weight_ih_l0", List.of(rows, INPUTS), numbers("ih", rows * INPUTS)),
                tensor("rnn.weight_hh_l0", List.of(rows, HIDDEN), numbers("hh", rows * HIDDEN)),
                tensor("rnn.bias_ih_l0", List.of(rows), numbers("bi", rows)),
                tensor("rnn.bias_hh_l0", List.of(rows), numbers("bh", rows)),
                tensor("rnn.weight_hh_l1", List.of(rows, HIDDEN), numbers("other", rows * HIDDEN)));
    }

    /** The blocks of an array in the order of ONNX. */
    private static double[] ordered(double[] stacked, int gates) {
        int size = stacked.length / gates;
        double[] ordered = new double[stacked.length];
        for (int g = 0; g < gates; g++) {
            System.arraycopy(stacked, order(gates)[g] * size, ordered, g * size, size);
        }
        return ordered;
    }

    private static OnnxModel onnx(int gates) {
        int rows = gates * HIDDEN;
        double[] bias = new double[2 * rows];
        System.arraycopy(ordered(numbers("bi", rows), gates), 0, bias, 0, rows);
        System.arraycopy(ordered(numbers("bh", rows), gates), 0, bias, rows, rows);
        String operator = gates == 1 ? "RNN" : gates == 3 ? "GRU" : "LSTM";
        Attribute after = new Attribute(List.of(1L), List.of(), List.of(), Optional.empty(), Optional.empty());
        Node node = new Node(
                "cell",
                operator,
                "",
                List.of("x", "w", "r", "b"),
                List.of("y"),
                gates == 3 ? Map.of("linear_before_reset", after) : Map.of());
        ValueInfo x = new ValueInfo(
                "x",
                Optional.of(ElementType.F64),
                "double",
                Optional.of(List.of(new Size("T", -1), new Size("", 1), new Size("", INPUTS))));
        ValueInfo y = new ValueInfo("y", Optional.of(ElementType.F64), "double", Optional.empty());
        Graph graph = new Graph(
                "",
                List.of(x),
                List.of(y),
                List.of(node),
                Map.of(
                        "w", tensor("w", List.of(1, rows, INPUTS), ordered(numbers("ih", rows * INPUTS), gates)),
                        "r", tensor("r", List.of(1, rows, HIDDEN), ordered(numbers("hh", rows * HIDDEN), gates)),
                        "b", tensor("b", List.of(1, 2 * rows), bias)));
        return new OnnxModel("cell.onnx", "", 8, 17, graph);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 4})
    void theCellOfPyTorchMovesAsTheOperatorOfOnnx(int gates) {
        Recording recording = Recording.of(file(tensor("", List.of(5, INPUTS), numbers("x", 5 * INPUTS))));
        RecurrentSubject torch = RecurrentTensors.of(torch(gates), Optional.empty(), Optional.of(recording));
        RecurrentSubject onnx = RecurrentModel.of(onnx(gates), Map.of(), Optional.empty(), Optional.of(recording));
        assertThat(onnx.inputs()).isEqualTo(torch.inputs()).hasSize(5);
        RecurrentMap ours = torch.cell().orElseThrow();
        RecurrentMap theirs = onnx.cell().orElseThrow();
        assertThat(ours.size()).isEqualTo(theirs.size()).isEqualTo(gates == 4 ? 2 * HIDDEN : HIDDEN);
        double[] state = new double[ours.size()];
        for (var input : torch.inputs()) {
            RecurrentMap.Moved one = ours.at(input.toArray(), state);
            RecurrentMap.Moved other = theirs.at(input.toArray(), state);
            assertThat(one.state().toArray()).containsExactly(other.state().toArray(), within(1e-14));
            assertThat(DenseMatrix.of(one.jacobian()).toArray())
                    .containsExactly(DenseMatrix.of(other.jacobian()).toArray(), within(1e-14));
            state = one.state().toArray();
        }
    }

    @Test
    void theJacobianIsTheDifferenceQuotient() {
        RecurrentMap map = RecurrentTensors.of(torch(4), Optional.empty(), Optional.empty())
                .cell()
                .orElseThrow();
        double[] x = {0.3, -0.2};
        double[] state = numbers("state", 2 * HIDDEN);
        DenseMatrix jacobian = DenseMatrix.of(map.at(x, state).jacobian());
        double step = 1e-6;
        for (int j = 0; j < state.length; j++) {
            double[] up = state.clone();
            double[] down = state.clone();
            up[j] += step;
            down[j] -= step;
            for (int i = 0; i < state.length; i++) {
                double slope =
                        (map.at(x, up).state().get(i) - map.at(x, down).state().get(i)) / (2 * step);
                assertThat(jacobian.get(i, j)).isCloseTo(slope, within(1e-8));
            }
        }
    }

    @Test
    void gatesAndOtherLayersAreNamed() {
        RecurrentSubject subject = RecurrentTensors.of(torch(4), Optional.empty(), Optional.empty());
        assertThat(subject.recurrent()).isEmpty();
        assertThat(subject.others()).containsExactly("rnn.weight_hh_l1");
        assertThat(subject.weights().get(0).blocks().stream().map(WeightRow::name))
                .containsExactly("i", "f", "g", "o");
        RecurrentSubject second = RecurrentTensors.of(torch(4), Optional.of("rnn.weight_hh_l1"), Optional.empty());
        assertThat(second.cell().orElseThrow().inputs()).isEqualTo(1);
        assertThat(RecurrentTensors.of(torch(1), Optional.empty(), Optional.empty())
                        .recurrent()
                        .orElseThrow())
                .isEqualTo(DenseMatrix.of(HIDDEN, HIDDEN, numbers("hh", HIDDEN * HIDDEN)));
    }

    @Test
    void whatDoesNotFitIsOneLine() {
        assertThatThrownBy(() -> Recording.of(file(tensor("", List.of(2, 2), 1, 2, Double.NaN, 4))))
                .isInstanceOf(SourceException.class)
                .hasMessageContaining("NaN in step 1");
        assertThatThrownBy(() -> Recording.of(file(tensor("", List.of(0, 2))))).isInstanceOf(SourceException.class);
        Recording wide = Recording.of(file(tensor("", List.of(1, 3), 1, 2, 3)));
        assertThatThrownBy(() -> RecurrentTensors.of(torch(3), Optional.empty(), Optional.of(wide)))
                .isInstanceOf(SourceException.class)
                .hasMessageContaining("3 inputs a step")
                .hasMessageContaining("expected 2");
        TensorFile odd = file(tensor("weight_hh_l0", List.of(4, 2), new double[8]));
        assertThatThrownBy(() -> RecurrentTensors.of(odd, Optional.empty(), Optional.empty()))
                .hasMessageContaining("4 x 2");
        List<StoredTensor> tensors = new ArrayList<>(torch(1).tensors());
        tensors.set(2, tensor("rnn.bias_ih_l0", List.of(1), 1));
        TensorFile shortBias = new TensorFile("cell.npz", FileFormat.NPZ, tensors);
        assertThatThrownBy(() -> RecurrentTensors.of(shortBias, Optional.empty(), Optional.empty()))
                .hasMessageContaining("1 numbers in bias_ih");
        assertThatThrownBy(() -> RecurrentModel.of(onnx(4), Map.of(), Optional.of("nobody"), Optional.empty()))
                .hasMessageContaining("no recurrent operator 'nobody'");
    }
}
