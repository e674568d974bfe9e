package gradlab.analysis.onnx;

import ai.onnx.proto.OnnxMl.TensorProto;
import gradlab.analysis.model.ElementType;
import gradlab.analysis.model.StoredTensor;
import gradlab.analysis.model.TensorShape;
import gradlab.analysis.source.MemoryAllowance;
import gradlab.analysis.source.SourceException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/** Reads tensors from where ONNX keeps them: raw bytes, a field for each type, or a file beside the model. */
final class TensorReader {

    private final String file;
    private final ExternalData external;
    private final MemoryAllowance allowance;

    TensorReader(String file, ExternalData external, MemoryAllowance allowance) {
        this.file = file;
        this.external = external;
        this.allowance = allowance;
    }

    StoredTensor read(TensorProto tensor) {
        String what = "tensor " + SourceException.quote(tensor.getName());
        ElementType type = TensorTypes.of(tensor.getDataType())
                .orElseThrow(() -> SourceException.in(
                        file,
                        what + " of " + TensorTypes.name(tensor.getDataType()) + " numbers",
                        "real numbers of at least eight bits"));
        if (tensor.hasSegment()) {
            throw SourceException.in(file, what + " in segments", "a whole tensor");
        }
        List<Integer> shape = TensorShape.of(file, what, tensor.getDimsList(), type.width());
        int bytes = (int) TensorShape.count(shape) * type.width();
        return StoredTensor.of(tensor.getName(), shape, type, data(tensor, type, bytes, what));
    }

    private ByteBuffer data(TensorProto tensor, ElementType type, int bytes, String what) {
        if (tensor.getDataLocation() == TensorProto.DataLocation.EXTERNAL) {
            return external.read(tensor, bytes, what, allowance);
        }
        if (tensor.hasRawData()) {
            require(
                    tensor.getRawData().size() == bytes,
                    what,
                    tensor.getRawData().size() + " bytes",
                    bytes + " bytes");
            return tensor.getRawData().asReadOnlyByteBuffer().order(ByteOrder.LITTLE_ENDIAN);
        }
        int count = bytes / type.width();
        allowance.take(bytes, 1, what + " of " + bytes + " bytes");
        ByteBuffer data = ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
        int present = fill(tensor, type, count, data);
        require(present == count, what, present + " numbers", count + " numbers, as its shape needs");
        return data.flip();
    }

    /** Puts the numbers in if they are as many as they should be; returns how many there are. */
    private static int fill(TensorProto tensor, ElementType type, int count, ByteBuffer data) {
        int present = switch (type) {
            case F32 -> tensor.getFloatDataCount();
            case F64 -> tensor.getDoubleDataCount();
            case I64 -> tensor.getInt64DataCount();
            case U64, U32 -> tensor.getUint64DataCount();
            default -> tensor.getInt32DataCount();
        };
        for (int i = 0; i < count && present == count; i++) {
            switch (type) {
                case F32 -> data.putFloat(tensor.getFloatData(i));
                case F64 -> data.putDouble(tensor.getDoubleData(i));
                case I64 -> data.putLong(tensor.getInt64Data(i));
                case U64 -> data.putLong(tensor.getUint64Data(i));
                case U32 -> data.putInt((int) tensor.getUint64Data(i));
                case I32 -> data.putInt(tensor.getInt32Data(i));
                case I16, U16, F16, BF16 -> data.putShort((short) tensor.getInt32Data(i));
                case I8, U8, BOOL -> data.put((byte) tensor.getInt32Data(i));
            }
        }
        return present;
    }

    private void require(boolean holds, String what, String found, String expected) {
        if (!holds) {
            throw SourceException.in(file, what + " with " + found, expected);
        }
    }
}
