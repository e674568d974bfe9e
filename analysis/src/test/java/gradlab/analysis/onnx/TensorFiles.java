package gradlab.analysis.onnx;

import ai.onnx.proto.OnnxMl.TensorProto;
import gradlab.analysis.model.ElementType;
import gradlab.analysis.model.StoredTensor;
import gradlab.analysis.source.MemoryAllowance;
import gradlab.analysis.source.SourceException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The files of single tensors that ONNX's own tests come with. */
public final class TensorFiles {
    private TensorFiles() {}

    /**
     * The tensor of a file; empty if it is no tensor of real numbers. The files say uint16 where the graph says bfloat16.
     */
    public static Optional<StoredTensor> read(Path file, ValueInfo declared) throws IOException {
        try {
            TensorProto tensor = TensorProto.parseFrom(Files.readAllBytes(file));
            if (declared.type().equals(Optional.of(ElementType.BF16))) {
                tensor = tensor.toBuilder()
                        .setDataType(TensorProto.DataType.BFLOAT16_VALUE)
                        .build();
            }
            String name = file.toString();
            return Optional.of(
                    new TensorReader(name, new ExternalData(name, Optional.empty()), MemoryAllowance.ofHeap(name, 4))
                            .read(tensor));
        } catch (com.google.protobuf.InvalidProtocolBufferException | SourceException e) {
            return Optional.empty();
        }
    }
}
