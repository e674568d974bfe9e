package gradlab.analysis.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import gradlab.analysis.model.ElementType;
import gradlab.analysis.model.FileFormat;
import gradlab.analysis.model.StoredTensor;
import gradlab.analysis.model.TensorFile;
import gradlab.analysis.onnx.Graph;
import gradlab.analysis.onnx.Node;
import gradlab.analysis.onnx.OnnxModel;
import gradlab.analysis.onnx.Size;
import gradlab.analysis.onnx.ValueInfo;
import gradlab.analysis.operator.DenseMatrix;
import gradlab.analysis.operator.LinearOperator;
import gradlab.analysis.operator.Operators;
import gradlab.analysis.source.SourceException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Where small graphs are cut into layers, and that the layers multiply to the whole. */
class LayerChainTest {
    private static final Map<String, StoredTensor> WEIGHTS = Map.of(
            "W", tensor("W", List.of(2, 3), 1, 2, 3, 4, -1, 0.5),
            "V", tensor("V", List.of(3, 3), -1, 0, 0.3, -2, 1, 1, 0.2, 0.1, 0.7),
            "b", tensor("b", List.of(3), 0.5, -0.5, 0.1));

    private static StoredTensor tensor(String name, List<Integer> shape, double... entries) {
        ByteBuffer bytes = ByteBuffer.allocate(entries.length * Double.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (double entry : entries) {
            bytes.putDouble(entry);
        }
        return StoredTensor.of(name, shape, ElementType.F64, bytes.flip());
    }

    private static Node node(String operator, String output, String... inputs) {
        return new Node(output, operator, "", List.of(inputs), List.of(output), Map.of());
    }

    private static OnnxModel model(Node... nodes) {
        ValueInfo x = new ValueInfo(
                "x", Optional.of(ElementType.F64), "double", Optional.of(List.of(new Size("N", -1), new Size("", 2))));
        ValueInfo y = new ValueInfo("y", Optional.of(ElementType.F64), "double", Optional.empty());
        return new OnnxModel("net.onnx", "", 8, 17, new Graph("", List.of(x), List.of(y), List.of(nodes), WEIGHTS));
    }

    /** A dense layer, a residual one, a dense one behind a scaling. */
    private static OnnxModel network() {
        return model(
                node("MatMul", "m", "x", "W"),
                node("Add", "a", "m", "b"),
                node("Tanh", "t", "a"),
                node("MatMul", "n", "t", "V"),
                node("Sigmoid", "s", "n"),
                node("Add", "r", "t", "s"),
                node("Exp", "e", "r"),
                node("MatMul", "y", "e", "V"));
    }

    private static List<LayerChain> chains(OnnxModel model, Optional<TensorFile> at) {
        return ModelSubject.layers(model, Map.of(), at, 3).stream()
                .map(chain -> chain.get())
                .toList();
    }

    private static TensorFile file(List<Integer> shape, double... entries) {
        return new TensorFile("x.npy", FileFormat.NPY, List.of(tensor("", shape, entries)));
    }

    private static double[] product(LayerChain chain) {
        List<LinearOperator> all = new ArrayList<>();
        chain.links().forEach(link -> all.addAll(link.factors()));
        return DenseMatrix.of(Operators.chain(all)).toArray();
    }

    @Test
    void aLayerBeginsWhereWeightsMultiplyAndAResidualOneIsWhole() {
        LayerChain chain = chains(network(), Optional.empty()).get(0);
        assertThat(chain.links()).extracting(LayerChain.Link::name).containsExactly("m", "n", "y");
        assertThat(chain.links()).extracting(LayerChain.Link::inputs).containsExactly(2, 3, 3);
        assertThat(chain.links()).extracting(LayerChain.Link::outputs).containsExactly(3, 3, 3);
        assertThat(chain.differentiable()).isTrue();
        ModelRequest request = new ModelRequest(
                Optional.empty(), Map.of(), 3, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
        double[] whole =
                DenseMatrix.of(ModelSubject.of(network(), request).operator()).toArray();
        assertThat(product(chain)).containsExactly(whole, within(1e-14));
    }

    @Test
    void eachRowOfAFileIsAnInput() {
        OnnxModel network = network();
        List<LayerChain> both = chains(network, Optional.of(file(List.of(2, 2), 0.1, 0.2, -0.3, 0.4)));
        assertThat(both).hasSize(2);
        List<LayerChain> alone = chains(network, Optional.of(file(List.of(2), -0.3, 0.4)));
        assertThat(alone).hasSize(1);
        assertThat(product(both.get(1))).containsExactly(product(alone.get(0)));
        assertThat(chains(network, Optional.of(file(List.of(3, 1, 2), 1, 2, 3, 4, 5, 6))))
                .hasSize(3);
        assertThatThrownBy(() -> chains(network, Optional.of(file(List.of(2, 3), 1, 2, 3, 4, 5, 6))))
                .isInstanceOf(SourceException.class)
                .hasMessageContaining("x.npy");
    }

    @Test
    void anOutputThatDoesNotDependOnTheInputHasNoLayers() {
        OnnxModel constant = model(node("Tanh", "t", "x"), node("Tanh", "y", "b"));
        assertThatThrownBy(() -> chains(constant, Optional.empty()))
                .isInstanceOf(SourceException.class)
                .hasMessageContaining("does not depend");
    }
}
