package gradlab.analysis.onnx;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import com.google.protobuf.ByteString;
import com.google.protobuf.CodedInputStream;
import com.google.protobuf.UnsafeByteOperations;
import gradlab.analysis.source.MemoryAllowance;
import gradlab.analysis.source.SourceBytes;
import gradlab.analysis.source.SourceException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Reads the protocol buffers of a model. What the objects will need is counted before any is made; tensors share the
 * bytes of the file.
 */
final class ModelReader {

    /** The graph as objects, and tensors that need new arrays, may fill this part of the heap. */
    private static final int ONE_IN = 4;

    private static final int LATEST_OPSET = 1_000;

    private ModelReader() {}

    static OnnxModel read(SourceBytes source, Optional<Path> folder) {
        MemoryAllowance allowance = MemoryAllowance.ofHeap(source.name(), ONE_IN);
        ModelProto model = parse(source, allowance);
        if (!model.hasGraph()) {
            throw SourceException.in(source.name(), "bytes that hold no graph", "an ONNX model");
        }
        TensorReader tensors = new TensorReader(source.name(), new ExternalData(source.name(), folder), allowance);
        Graph graph = new GraphReader(source.name(), tensors).read(model.getGraph());
        return new OnnxModel(
                source.name(), model.getProducerName(), model.getIrVersion(), opset(source.name(), model), graph);
    }

    static ModelProto parse(SourceBytes source, MemoryAllowance allowance) {
        ByteString bytes = source.lend(UnsafeByteOperations::unsafeWrap);
        try {
            new WireBudget(allowance).take(bytes.newCodedInput(), ModelProto.getDescriptor());
            CodedInputStream in = bytes.newCodedInput();
            in.enableAliasing(true);
            return ModelProto.parseFrom(in);
        } catch (IOException e) {
            throw SourceException.in(
                    source.name(),
                    "bytes that are no protocol buffer of a model (" + e.getMessage() + ")",
                    "an ONNX model");
        }
    }

    private static int opset(String file, ModelProto model) {
        long version = model.getOpsetImportList().stream()
                .filter(set -> isOnnx(set.getDomain()))
                .mapToLong(OperatorSetIdProto::getVersion)
                .max()
                .orElse(1);
        if (version < 1 || version > LATEST_OPSET) {
            throw SourceException.in(file, "version " + version + " of the operators", "one from 1 on");
        }
        return (int) version;
    }

    static boolean isOnnx(String domain) {
        return domain.isEmpty() || domain.equals("ai.onnx");
    }
}
