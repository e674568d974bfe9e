package gradlab.analysis.onnx;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import java.util.List;

/** Small models, made for tests. */
public final class Models {
    private Models() {}

    /** y = relu(x A + b), and its double if {@code c} is true, else its half. */
    public static ModelProto branching() {
        GraphProto.Builder graph = GraphProto.newBuilder()
                .setName("g")
                .addInput(value("x", TensorProto.DataType.FLOAT, 1, 3))
                .addInput(value("c", TensorProto.DataType.BOOL))
                .addOutput(value("z", TensorProto.DataType.FLOAT, 1, 2))
                .addInitializer(tensor("A", List.of(3L, 2L), 1, 2, 3, 4, 5, 6))
                .addInitializer(tensor("b", List.of(2L), -1, 1))
                .addNode(node("Gemm", List.of("x", "A", "b"), "h"))
                .addNode(node("Relu", List.of("h"), "y"));
        NodeProto.Builder branch = node("If", List.of("c"), "z").toBuilder();
        branch.addAttribute(graphAttribute("then_branch", scaled("t", 2)));
        branch.addAttribute(graphAttribute("else_branch", scaled("e", 0.5f)));
        return model(graph.addNode(branch));
    }

    private static GraphProto scaled(String name, float factor) {
        return GraphProto.newBuilder()
                .addInitializer(tensor(name + "f", List.of(), factor))
                .addNode(node("Mul", List.of("y", name + "f"), name))
                .addOutput(value(name, TensorProto.DataType.FLOAT, 1, 2))
                .build();
    }

    /** A model of this graph. */
    public static ModelProto model(GraphProto.Builder graph) {
        return ModelProto.newBuilder()
                .setIrVersion(8)
                .setProducerName("test")
                .addOpsetImport(OperatorSetIdProto.newBuilder().setVersion(17))
                .setGraph(graph)
                .build();
    }

    /** A node without a name. */
    public static NodeProto node(String operator, List<String> inputs, String... outputs) {
        return NodeProto.newBuilder()
                .setOpType(operator)
                .addAllInput(inputs)
                .addAllOutput(List.of(outputs))
                .build();
    }

    private static AttributeProto graphAttribute(String name, GraphProto graph) {
        return AttributeProto.newBuilder()
                .setName(name)
                .setType(AttributeProto.AttributeType.GRAPH)
                .setG(graph)
                .build();
    }

    /** A tensor of binary32 numbers. */
    public static TensorProto tensor(String name, List<Long> sizes, float... numbers) {
        TensorProto.Builder tensor =
                TensorProto.newBuilder().setName(name).addAllDims(sizes).setDataType(TensorProto.DataType.FLOAT_VALUE);
        for (float number : numbers) {
            tensor.addFloatData(number);
        }
        return tensor.build();
    }

    /** A tensor of two binary32 numbers in another file. */
    public static TensorProto external(String location, String offset, String length) {
        return TensorProto.newBuilder()
                .setName("w")
                .addDims(2)
                .setDataType(TensorProto.DataType.FLOAT_VALUE)
                .setDataLocation(TensorProto.DataLocation.EXTERNAL)
                .addExternalData(entry("location", location))
                .addExternalData(entry("offset", offset))
                .addExternalData(entry("length", length))
                .build();
    }

    private static StringStringEntryProto entry(String key, String value) {
        return StringStringEntryProto.newBuilder().setKey(key).setValue(value).build();
    }

    /** What a graph says of an input or output. */
    public static ValueInfoProto value(String name, TensorProto.DataType type, long... sizes) {
        TensorShapeProto.Builder shape = TensorShapeProto.newBuilder();
        for (long size : sizes) {
            shape.addDim(TensorShapeProto.Dimension.newBuilder().setDimValue(size));
        }
        return ValueInfoProto.newBuilder()
                .setName(name)
                .setType(TypeProto.newBuilder()
                        .setTensorType(TypeProto.Tensor.newBuilder()
                                .setElemType(type.getNumber())
                                .setShape(shape)))
                .build();
    }
}
