package gradlab.analysis.inference;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import gradlab.analysis.onnx.Models;
import gradlab.analysis.onnx.OnnxModel;
import gradlab.analysis.source.SourceBytes;
import gradlab.analysis.source.SourceException;
import gradlab.analysis.tensor.Shape;
import gradlab.analysis.tensor.Tape;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Small tensors whose patches would fill the heap: a window of k places over 2 k entries makes k (k + 1). */
class WindowRoomTest {

    private final int k = (int) Math.sqrt(Runtime.getRuntime().maxMemory() / (8.0 * Double.BYTES)) + 1;
    private final Tape tape = new Tape();

    @ParameterizedTest
    @ValueSource(strings = {"Conv", "ConvTranspose", "MaxPool", "AveragePool"})
    void patchesThatTheHeapCannotHoldAreRefused(String operator) {
        boolean pool = operator.endsWith("Pool");
        NodeProto.Builder node = Models.node(operator, pool ? List.of("x") : List.of("x", "w"), "y").toBuilder();
        if (pool) {
            node.addAttribute(AttributeProto.newBuilder()
                    .setName("kernel_shape")
                    .setType(AttributeProto.AttributeType.INTS)
                    .addInts(k));
        }
        GraphProto.Builder graph = GraphProto.newBuilder()
                .addInput(Models.value("x", TensorProto.DataType.FLOAT, 1, 1, 2L * k))
                .addInput(Models.value("w", TensorProto.DataType.FLOAT, 1, 1, k))
                .addOutput(Models.value("y", TensorProto.DataType.FLOAT))
                .addNode(node);
        OnnxModel model = OnnxModel.of(SourceBytes.of("f", Models.model(graph).toByteArray()));
        assertThatThrownBy(() -> GraphRun.of(model).run(tape, Map.of("x", zeros(2 * k), "w", zeros(k))))
                .isInstanceOf(SourceException.class)
                .hasMessageStartingWith("f: node")
                .hasMessageContaining("in this heap");
    }

    private Value<Tape.Variable> zeros(int length) {
        return new Value.Real<>(tape.input(Shape.of(1, 1, length), new double[length]));
    }
}
