package gradlab.analysis.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import gradlab.analysis.interval.IntervalMatrix;
import gradlab.analysis.model.ElementType;
import gradlab.analysis.model.StoredTensor;
import gradlab.analysis.onnx.Attribute;
import gradlab.analysis.onnx.Graph;
import gradlab.analysis.onnx.Node;
import gradlab.analysis.onnx.OnnxModel;
import gradlab.analysis.onnx.Size;
import gradlab.analysis.onnx.ValueInfo;
import gradlab.analysis.operator.DenseMatrix;
import gradlab.analysis.source.SourceException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A two-layer tanh network with weights diag(2, 3) and (1, 1), as ONNX has it. */
class ModelSubjectTest {
    private static final OnnxModel NETWORK = new OnnxModel("net.onnx", "", 8, 17, graph());

    private static Graph graph() {
        return new Graph(
                "",
                List.of(value("x", 2), value("n")),
                List.of(value("y", 1)),
                List.of(
                        node("first", "Gemm", List.of("x", "w1", "b1"), "a"),
                        node("squash", "Tanh", List.of("a"), "h"),
                        node("second", "MatMul", List.of("h", "w2"), "y")),
                Map.of(
                        "w1", tensor("w1", List.of(2, 2), 2, 0, 0, 3),
                        "b1", tensor("b1", List.of(2), 0.5, -0.5),
                        "w2", tensor("w2", List.of(2, 1), 1, 1)));
    }

    private static ValueInfo value(String name, int... sizes) {
        List<Size> shape = IntStream.concat(IntStream.of(1), IntStream.of(sizes))
                .mapToObj(length -> new Size("", length))
                .toList();
        return new ValueInfo(name, Optional.of(ElementType.F64), "double", Optional.of(shape));
    }

    private static Node node(String name, String operator, List<String> inputs, String output) {
        return new Node(name, operator, "", inputs, List.of(output), Map.<String, Attribute>of());
    }

    private static StoredTensor tensor(String name, List<Integer> shape, double... entries) {
        ByteBuffer bytes = ByteBuffer.allocate(entries.length * Double.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < entries.length; i++) {
            bytes.putDouble(i * Double.BYTES, entries[i]);
        }
        return StoredTensor.of(name, shape, ElementType.F64, bytes);
    }

    private static ModelRequest request(double x, Optional<String> from, Optional<String> to) {
        return new ModelRequest(Optional.empty(), Map.of("x", x), 0, Optional.empty(), Optional.empty(), from, to);
    }

    private static double slope(double x) {
        return 1 / Math.pow(Math.cosh(x), 2);
    }

    @Test
    void theJacobianIsTheProductOfTheLayers() {
        Subject subject = ModelSubject.of(NETWORK, request(0.25, Optional.empty(), Optional.empty()));
        DenseMatrix jacobian = DenseMatrix.of(subject.operator());
        assertThat(jacobian.rows()).isEqualTo(1);
        assertThat(jacobian.get(0, 0)).isCloseTo(2 * slope(1), within(1e-15));
        assertThat(jacobian.get(0, 1)).isCloseTo(3 * slope(0.25), within(1e-15));
        IntervalMatrix enclosure = subject.enclosure().get();
        assertThat(enclosure.get(0, 0).contains(jacobian.get(0, 0))).isTrue();
        assertThat(enclosure.get(0, 1).contains(jacobian.get(0, 1))).isTrue();
        assertThat(enclosure.get(0, 0).width()).isLessThan(1e-13);
    }

    @Test
    void aPartRunsFromWhatGoesIntoANodeToWhatComesOutOfOne() {
        Subject subject = ModelSubject.of(NETWORK, request(0.25, Optional.of("squash"), Optional.of("squash")));
        DenseMatrix jacobian = DenseMatrix.of(subject.operator());
        assertThat(jacobian.get(0, 0)).isCloseTo(slope(1), within(1e-15));
        assertThat(jacobian.get(0, 1)).isZero();
        assertThat(jacobian.get(1, 1)).isCloseTo(slope(0.25), within(1e-15));
        assertThat(DenseMatrix.of(ModelSubject.of(NETWORK, request(0.25, Optional.of("h"), Optional.empty()))
                        .operator()))
                .isEqualTo(DenseMatrix.of(1, 2, 1, 1));
    }

    @Test
    void whatHasNoInfluenceHasJacobianZero() {
        ModelRequest other = new ModelRequest(
                Optional.empty(), Map.of(), 0, Optional.of("n"), Optional.empty(), Optional.empty(), Optional.empty());
        assertThat(DenseMatrix.of(ModelSubject.of(NETWORK, other).operator())).isEqualTo(DenseMatrix.of(1, 1, 0));
    }

    @Test
    void eachLayerHasARow() {
        List<LayerRow> rows = ModelSubject.of(NETWORK, request(0.25, Optional.empty(), Optional.empty()))
                .layers()
                .apply(Progress.SILENT);
        assertThat(rows).extracting(LayerRow::type).containsExactly("Gemm", "Tanh", "MatMul");
        assertThat(rows.get(0).jacobianNorm()).hasValue(3);
        assertThat(rows.get(0).weights().get(0).norm()).isEqualTo(3);
        assertThat(rows.get(0).parameters()).isEqualTo(6);
        assertThat(rows.get(1).jacobianNorm().orElse(0)).isCloseTo(slope(0.25), within(1e-12));
        assertThat(rows.get(2).gradientNorm().orElse(0)).isCloseTo(Math.sqrt(2), within(1e-12));
        double whole = Math.hypot(2 * slope(1), 3 * slope(0.25));
        assertThat(rows.get(0).gradientNorm().orElse(0)).isCloseTo(whole, within(1e-12));
    }

    @Test
    void theGapBetweenBoundAndMeasurementAddsUp() {
        Lipschitz lipschitz = ModelSubject.of(NETWORK, request(0.25, Optional.empty(), Optional.empty()))
                .lipschitz()
                .get()
                .orElseThrow();
        assertThat(lipschitz.layers()).containsExactly("first", "second");
        assertThat(lipschitz.bound().product()).isCloseTo(3 * Math.sqrt(2), within(1e-12));
        double whole = Math.hypot(2 * slope(1), 3 * slope(0.25));
        // The largest slope is 1 in both directions at once, at a = 0: no bound may be below sqrt(4 + 9).
        assertThat(lipschitz.bound().tight())
                .isBetween(Math.sqrt(13), lipschitz.bound().product());
        double lost = 0;
        for (int i = 0; i < 2; i++) {
            lost += lipschitz.gap().slack().get(i)
                    + lipschitz.gap().misalignment().get(i);
        }
        assertThat(Math.log(lipschitz.bound().product()) - lost).isCloseTo(Math.log(whole), within(1e-7));
    }

    @Test
    void unknownNamesAreRefused() {
        assertThatThrownBy(() -> ModelSubject.of(NETWORK, request(0, Optional.of("nowhere"), Optional.empty())))
                .isInstanceOf(SourceException.class)
                .hasMessageContaining("nowhere");
        ModelRequest wrong = new ModelRequest(
                Optional.empty(),
                Map.of("q", 1.0),
                0,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        assertThatThrownBy(() -> ModelSubject.of(NETWORK, wrong))
                .isInstanceOf(SourceException.class)
                .hasMessageContaining("no input 'q'");
    }
}
