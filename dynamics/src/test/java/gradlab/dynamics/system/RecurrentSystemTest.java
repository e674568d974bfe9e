package gradlab.dynamics.system;

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
import gradlab.analysis.random.RandomStream;
import gradlab.analysis.source.SourceException;
import gradlab.analysis.survey.RecurrentSubject;
import gradlab.analysis.survey.RecurrentSurvey;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Recurrent networks from stored weights: both ways to store them give the same orbits, and tangents are derivatives. */
class RecurrentSystemTest {
    @TempDir
    private Path folder;

    private static final int HIDDEN = 3;

    private static StoredTensor tensor(String name, List<Integer> shape, double... entries) {
        ByteBuffer bytes = ByteBuffer.allocate(8 * entries.length).order(ByteOrder.LITTLE_ENDIAN);
        for (double entry : entries) {
            bytes.putDouble(entry);
        }
        return StoredTensor.of(name, shape, ElementType.F64, bytes.flip());
    }

    private static double[] drawn(String name, int count) {
        return RandomStream.of(3, name).gaussians(count);
    }

    private static RecurrentStep stored(int gates, int inputs) {
        return RecurrentFiles.step(RecurrentSurvey.of(file(gates, inputs), Optional.empty(), Optional.empty()), false);
    }

    private static TensorFile file(int gates, int inputs) {
        int rows = gates * HIDDEN;
        return new TensorFile(
                "w.npz",
                FileFormat.NPZ,
                List.of(
                        tensor("rnn.weight_ih_l0", List.of(rows, inputs), drawn("u", rows * inputs)),
                        tensor("rnn.weight_hh_l0", List.of(rows, HIDDEN), drawn("w", rows * HIDDEN)),
                        tensor("rnn.bias_ih_l0", List.of(rows), drawn("b", rows)),
                        tensor("rnn.bias_hh_l0", List.of(rows), drawn("c", rows))));
    }

    /** The gates of ONNX in the places of PyTorch's: LSTM i o f c of i f g o, GRU z r h of r z n. */
    private static RecurrentSubject onnx(
            String operator, Map<String, Attribute> more, int gates, int inputs, int... order) {
        int rows = gates * HIDDEN;
        double[] biases = new double[2 * rows];
        System.arraycopy(reordered(drawn("b", rows), 1, order), 0, biases, 0, rows);
        System.arraycopy(reordered(drawn("c", rows), 1, order), 0, biases, rows, rows);
        Map<String, StoredTensor> weights = Map.of(
                "W", tensor("W", List.of(1, rows, inputs), reordered(drawn("u", rows * inputs), inputs, order)),
                "R", tensor("R", List.of(1, rows, HIDDEN), reordered(drawn("w", rows * HIDDEN), HIDDEN, order)),
                "B", tensor("B", List.of(1, 2 * rows), biases));
        Map<String, Attribute> attributes = new HashMap<>(more);
        if (operator.equals("GRU")) {
            attributes.putIfAbsent("linear_before_reset", number(1));
        }
        Node node = new Node("cell", operator, "", List.of("X", "W", "R", "B"), List.of("Y"), attributes);
        ValueInfo input = new ValueInfo(
                "X",
                Optional.of(ElementType.F64),
                "tensor",
                Optional.of(List.of(new Size("", 1), new Size("", 1), new Size("", inputs))));
        ValueInfo output = new ValueInfo("Y", Optional.of(ElementType.F64), "tensor", Optional.empty());
        Graph graph = new Graph("g", List.of(input), List.of(output), List.of(node), weights);
        return RecurrentSurvey.of(
                new OnnxModel("m.onnx", "", 8, 17, graph), Map.of(), Optional.empty(), Optional.empty());
    }

    private static Attribute number(long value) {
        return new Attribute(List.of(value), List.of((double) value), List.of(), Optional.empty(), Optional.empty());
    }

    private static Attribute texts(String... values) {
        return new Attribute(List.of(), List.of(), List.of(values), Optional.empty(), Optional.empty());
    }

    private static double[] reordered(double[] rows, int width, int... order) {
        double[] moved = new double[rows.length];
        int block = HIDDEN * width;
        for (int i = 0; i < order.length; i++) {
            System.arraycopy(rows, order[i] * block, moved, i * block, block);
        }
        return moved;
    }

    private static RecurrentSubject onnx(String operator, int inputs, Map<String, Attribute> more) {
        return switch (operator) {
            case "LSTM" -> onnx(operator, more, 4, inputs, 0, 3, 1, 2);
            case "GRU" -> onnx(operator, more, 3, inputs, 1, 0, 2);
            default -> onnx(operator, more, 1, inputs, 0);
        };
    }

    @ParameterizedTest
    @CsvSource({"RNN,relu", "RNN,TANH", "GRU,''", "LSTM,''"})
    void usualOperatorsAreFastCellsThatAgreeWithTheOperator(String operator, String activation) {
        Map<String, Attribute> named = activation.isEmpty() ? Map.of() : Map.of("activations", texts(activation));
        RecurrentSubject subject = onnx(operator, 2, named);
        RecurrentStep fast = OnnxStep.of(subject);
        RecurrentStep slow = OnnxStep.interpreted(subject);
        assertThat(fast).isInstanceOf(CellStep.class);
        double[] x = drawn("x", 2 * 2);
        double[] h = drawn("h", 2 * fast.state());
        assertThat(fast.at(x, h, 2).value()).containsExactly(slow.at(x, h, 2).value(), within(1e-14));
        double[] dx = drawn("dx", 2 * 2);
        double[] dh = drawn("dh", 2 * fast.state());
        assertThat(fast.at(x, h, 2).push(dx, dh))
                .containsExactly(slow.at(x, h, 2).push(dx, dh), within(1e-14));
    }

    @Test
    void otherOperatorsAreComputedAsTheyAre() {
        assertThat(OnnxStep.of(onnx("GRU", 2, Map.of("linear_before_reset", number(0)))))
                .isInstanceOf(OnnxStep.class);
        assertThat(OnnxStep.of(onnx("LSTM", 2, Map.of("clip", number(3))))).isInstanceOf(OnnxStep.class);
        assertThat(OnnxStep.of(onnx("LSTM", 2, Map.of("input_forget", number(1)))))
                .isInstanceOf(OnnxStep.class);
        assertThat(OnnxStep.of(onnx("RNN", 2, Map.of("activations", texts("Softsign")))))
                .isInstanceOf(OnnxStep.class);
    }

    @ParameterizedTest
    @CsvSource({"RNN,1,2", "GRU,3,2", "LSTM,4,2", "RNN,1,3", "GRU,3,3", "LSTM,4,3"})
    void bothFilesGiveTheSameOrbitAndTangents(String operator, int gates, int inputs) {
        RecurrentSystem first = system(stored(gates, inputs));
        RecurrentSystem second = system(OnnxStep.interpreted(onnx(operator, inputs, Map.of())));
        int n = first.dimension();
        assertThat(second.dimension()).isEqualTo(n);
        double[] a = drawn("v", 2 * n);
        double[] b = a.clone();
        Orbit one = first.orbit(first.start());
        Orbit two = second.orbit(second.start());
        for (int t = 0; t < 5; t++) {
            one.advance(a, 2);
            two.advance(b, 2);
        }
        assertThat(two.state()).containsExactly(one.state(), within(1e-12));
        assertThat(b).containsExactly(a, within(1e-12));
    }

    /** Driven where inputs and hidden values differ in number, else closed. */
    private static RecurrentSystem system(RecurrentStep step) {
        Outline outline = RandomCells.outline("cell", step, drawn("start", step.state()));
        return step.inputs() == step.hidden()
                ? RecurrentSystem.closed(outline, step)
                : RecurrentSystem.driven(outline, step, Drive.noise(step.inputs(), 0.7, 4));
    }

    @ParameterizedTest
    @CsvSource({"RNN,1,2", "GRU,3,3", "LSTM,4,2", "LSTM,4,3"})
    void tangentsAreDerivatives(String operator, int gates, int inputs) {
        RecurrentSystem system = system(stored(gates, inputs));
        int n = system.dimension();
        double[] x = system.start();
        double[] v = drawn("v", n);
        double[] pushed = v.clone();
        system.orbit(x).advance(pushed, 1);
        double h = 1e-6;
        double[] up = moved(system, x, v, h);
        double[] down = moved(system, x, v, -h);
        for (int i = 0; i < n; i++) {
            assertThat((up[i] - down[i]) / (2 * h)).isCloseTo(pushed[i], within(1e-8));
        }
    }

    private static double[] moved(DynamicalSystem system, double[] x, double[] v, double h) {
        double[] at = x.clone();
        for (int i = 0; i < at.length; i++) {
            at[i] += h * v[i];
        }
        Orbit orbit = system.orbit(at);
        orbit.advance();
        return orbit.state();
    }

    private Path npy(String name, String shape, double... entries) throws IOException {
        String header = "{'descr': '<f8', 'fortran_order': False, 'shape': " + shape + ", }";
        String padded = header + " ".repeat(117 - header.length()) + "\n";
        ByteBuffer bytes =
                ByteBuffer.allocate(10 + padded.length() + 8 * entries.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.put(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0}).putShort((short) padded.length());
        bytes.put(padded.getBytes(StandardCharsets.US_ASCII));
        for (double entry : entries) {
            bytes.putDouble(entry);
        }
        return Files.write(folder.resolve(name), bytes.array());
    }

    @Test
    void aRecordingDrivesAndStartsAgain() throws IOException {
        Path file = npy("x.npy", "(2, 1)", 0.5, -1);
        DynamicalSystem system = SystemSource.of("lstm:n=2", Optional.of(file));
        DynamicalSystem longer = SystemSource.of("lstm:n=2", Optional.of(npy("y.npy", "(4, 1)", 0.5, -1, 0.5, -1)));
        Orbit one = system.orbit(system.start());
        Orbit two = longer.orbit(longer.start());
        Orbit without = SystemSource.of("lstm:n=2").orbit(system.start());
        for (int t = 0; t < 4; t++) {
            one.advance();
            two.advance();
            without.advance();
        }
        assertThat(one.state()).isEqualTo(two.state()).isNotEqualTo(without.state());
        assertThatThrownBy(() -> SystemSource.of("lorenz", Optional.of(file)))
                .hasMessageContaining("lorenz takes none");
        assertThatThrownBy(() -> SystemSource.of("gru:inputs=2", Optional.of(file)))
                .hasMessageContaining("2 numbers a step");
        Path nan = npy("nan.npy", "(2, 1)", 0.5, Double.NaN);
        assertThatThrownBy(() -> SystemSource.of("gru", Optional.of(nan))).hasMessageContaining("NaN in step 1");
    }

    @Test
    void weightsThatDoNotFitAreOneLine() throws IOException {
        assertThatThrownBy(() -> stored(2, 2))
                .isInstanceOf(SourceException.class)
                .hasMessageContaining("3 h x h (GRU)");
        Path other = npy("other.npy", "(2, 2)", 1, 2, 3, 4);
        assertThatThrownBy(() -> SystemSource.of(other.toString()))
                .isInstanceOf(SourceException.class)
                .hasMessageContaining("weight_hh_l0");
        assertThatThrownBy(() -> SystemSource.of(other + ":layer=1")).hasMessageContaining("weight_hh_l1");
    }
}
