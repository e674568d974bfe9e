package gradlab.analysis.onnx;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import com.google.protobuf.ByteString;
import gradlab.analysis.model.StoredTensor;
import gradlab.analysis.source.SourceException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes a {@link Graph} of its protocol buffer. */
final class GraphReader {

    private final String file;
    private final TensorReader tensors;

    GraphReader(String file, TensorReader tensors) {
        this.file = file;
        this.tensors = tensors;
    }

    Graph read(GraphProto graph) {
        if (graph.getSparseInitializerCount() > 0) {
            throw SourceException.in(file, "sparse initialisers", "dense ones");
        }
        Map<String, StoredTensor> initialisers = new LinkedHashMap<>();
        for (TensorProto tensor : graph.getInitializerList()) {
            if (initialisers.put(tensor.getName(), tensors.read(tensor)) != null) {
                throw SourceException.in(
                        file,
                        "the initialiser " + SourceException.quote(tensor.getName()) + " again",
                        "each name once");
            }
        }
        return new Graph(
                graph.getName(),
                graph.getInputList().stream()
                        .filter(input -> !initialisers.containsKey(input.getName()))
                        .map(GraphReader::info)
                        .toList(),
                graph.getOutputList().stream().map(GraphReader::info).toList(),
                graph.getNodeList().stream().map(this::node).toList(),
                initialisers);
    }

    private static ValueInfo info(ValueInfoProto info) {
        if (!info.getType().hasTensorType()) {
            String kind = info.getType().getValueCase().name().toLowerCase(java.util.Locale.ROOT);
            return new ValueInfo(info.getName(), Optional.empty(), kind.replace('_', ' '), Optional.empty());
        }
        TypeProto.Tensor tensor = info.getType().getTensorType();
        return new ValueInfo(
                info.getName(),
                TensorTypes.of(tensor.getElemType()),
                TensorTypes.name(tensor.getElemType()),
                tensor.hasShape()
                        ? Optional.of(tensor.getShape().getDimList().stream()
                                .map(GraphReader::size)
                                .toList())
                        : Optional.empty());
    }

    private static Size size(TensorShapeProto.Dimension size) {
        boolean known = size.hasDimValue() && size.getDimValue() >= 0 && size.getDimValue() <= Integer.MAX_VALUE;
        return new Size(size.getDimParam(), known ? (int) size.getDimValue() : -1);
    }

    private Node node(NodeProto node) {
        Map<String, Attribute> attributes = new LinkedHashMap<>();
        for (AttributeProto attribute : node.getAttributeList()) {
            attributes.put(attribute.getName(), attribute(attribute));
        }
        return new Node(
                node.getName(),
                node.getOpType(),
                ModelReader.isOnnx(node.getDomain()) ? "" : node.getDomain(),
                node.getInputList(),
                node.getOutputList(),
                attributes);
    }

    private Attribute attribute(AttributeProto attribute) {
        return new Attribute(
                attribute.hasI() ? List.of(attribute.getI()) : attribute.getIntsList(),
                attribute.hasF()
                        ? List.of((double) attribute.getF())
                        : attribute.getFloatsList().stream()
                                .map(Float::doubleValue)
                                .toList(),
                attribute.hasS()
                        ? List.of(attribute.getS().toStringUtf8())
                        : attribute.getStringsList().stream()
                                .map(ByteString::toStringUtf8)
                                .toList(),
                attribute.hasT() ? Optional.of(tensors.read(attribute.getT())) : Optional.empty(),
                attribute.hasG() ? Optional.of(read(attribute.getG())) : Optional.empty());
    }
}
