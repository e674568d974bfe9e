package gradlab.analysis.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import gradlab.analysis.model.ElementType;
import gradlab.analysis.model.StoredTensor;
import gradlab.analysis.onnx.Attribute;
import gradlab.analysis.onnx.Graph;
import gradlab.analysis.onnx.Node;
import gradlab.analysis.onnx.OnnxModel;
import gradlab.analysis.onnx.Size;
import gradlab.analysis.onnx.ValueInfo;
import gradlab.analysis.operator.DenseMatrix;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Sums that are residual layers, and sums that are not, in small graphs. */
class ResidualSurveyTest {
    private static final Map<String, StoredTensor> WEIGHTS = new LinkedHashMap<>(Map.of(
            "W", tensor("W", List.of(2, 2), 1, 2, 3, 4),
            "V", tensor("V", List.of(2, 2), -1, 0, 0, -2),
            "b", tensor("b", List.of(2), 0.5, -0.5),
            "h", tensor("h", List.of(), -0.25),
            "two", tensor("two", List.of(), 2)));

    private static StoredTensor tensor(String name, List<Integer> shape, double... entries) {
        ByteBuffer bytes = ByteBuffer.allocate(entries.length * Double.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (double entry : entries) {
            bytes.putDouble(entry);
        }
        return StoredTensor.of(name, shape, ElementType.F64, bytes.flip());
    }

    private static Node node(String operator, String output, String... inputs) {
        return new Node(output, operator, "", List.of(inputs), List.of(output), Map.<String, Attribute>of());
    }

    private static ValueInfo value(String name) {
        return new ValueInfo(
                name, Optional.of(ElementType.F64), "double", Optional.of(List.of(new Size("", 1), new Size("", 2))));
    }

    private static List<ResidualBranch> residuals(String to, Node... nodes) {
        Graph graph = new Graph("", List.of(value("x")), List.of(value(to)), List.of(nodes), WEIGHTS);
        ModelRequest request = new ModelRequest(
                Optional.empty(),
                Map.of("x", 0.5),
                0,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        return ModelSubject.residuals(new OnnxModel("net.onnx", "", 8, 17, graph), request);
    }

    private static double[] entries(ResidualBranch branch) {
        return DenseMatrix.of(branch.jacobian()).toArray();
    }

    /** y = x + tanh(x W + b), then z = y + y V. */
    @Test
    void aStackOfTwo() {
        List<ResidualBranch> found = residuals(
                "z",
                node("MatMul", "m", "x", "W"),
                node("Add", "a", "m", "b"),
                node("Tanh", "t", "a"),
                node("Add", "y", "x", "t"),
                node("MatMul", "n", "y", "V"),
                node("Add", "z", "n", "y"));
        assertThat(found.stream().map(ResidualBranch::name)).containsExactly("y", "z");
        assertThat(found.stream().map(ResidualBranch::continues)).containsExactly(false, true);
        assertThat(found.get(0).kind()).isEqualTo("MatMul, Tanh");
        assertThat(found.get(1).step()).isEqualTo(1);
        assertThat(entries(found.get(1))).containsExactly(-1, 0, 0, -2);
        double slope = 1 - StrictMath.pow(StrictMath.tanh(2.5), 2);
        assertThat(entries(found.get(0))[0]).isCloseTo(slope, within(1e-14));
        assertThat(found.get(0).value().apply(new double[] {0.5, 0.5}))
                .containsExactly(new double[] {StrictMath.tanh(2.5), StrictMath.tanh(2.5)}, within(1e-15));
        assertThat(DenseMatrix.of(found.get(1).jacobianAt().apply(new double[] {7, 8}))
                        .toArray())
                .containsExactly(-1, 0, 0, -2);
    }

    /** y = x - (x V)/4: a step of 1/4 of the negative branch. */
    @Test
    void aConstantFactorIsTheStep() {
        List<ResidualBranch> found =
                residuals("y", node("MatMul", "m", "x", "V"), node("Mul", "s", "h", "m"), node("Add", "y", "s", "x"));
        assertThat(found).hasSize(1);
        assertThat(found.get(0).step()).isEqualTo(0.25);
        assertThat(entries(found.get(0))).containsExactly(new double[] {1, 0, 0, 2}, within(0.0));
        assertThat(found.get(0).value().apply(new double[] {1, 1})).containsExactly(1, 2);
        List<ResidualBranch> divided =
                residuals("y", node("MatMul", "m", "x", "V"), node("Div", "s", "m", "two"), node("Add", "y", "x", "s"));
        assertThat(divided.get(0).step()).isEqualTo(0.5);
    }

    /** y = (x + x W) + x V, as parallel branches are written. */
    @Test
    void parallelBranchesAreOne() {
        List<ResidualBranch> found = residuals(
                "y",
                node("MatMul", "m", "x", "W"),
                node("MatMul", "n", "x", "V"),
                node("Add", "a", "x", "m"),
                node("Add", "y", "a", "n"));
        assertThat(found).hasSize(1);
        assertThat(entries(found.get(0))).containsExactly(0, 3, 2, 2);
        assertThat(found.get(0).value().apply(new double[] {1, 0})).containsExactly(0, 2);
    }

    /** A long way around two residual layers: these are meant. */
    @Test
    void theInnermostAreMeant() {
        List<ResidualBranch> found = residuals(
                "z",
                node("MatMul", "m", "x", "W"),
                node("Add", "y", "x", "m"),
                node("Tanh", "t", "y"),
                node("Add", "z", "x", "t"));
        assertThat(found.stream().map(ResidualBranch::name)).containsExactly("y");
    }

    /** x + x³/2 inside an activation is no layer beside one that has weights; a bias and a projected way are none either. */
    @Test
    void otherSumsAreNone() {
        List<ResidualBranch> found = residuals(
                "z",
                node("Mul", "q", "x", "x"),
                node("Add", "s", "x", "q"),
                node("MatMul", "m", "s", "W"),
                node("Add", "c", "m", "b"),
                node("MatMul", "n", "c", "V"),
                node("Add", "z", "c", "n"));
        assertThat(found.stream().map(ResidualBranch::name)).containsExactly("z");
        assertThat(residuals(
                        "z", node("MatMul", "m", "x", "W"), node("MatMul", "n", "x", "V"), node("Add", "z", "m", "n")))
                .isEmpty();
    }
}
