package gradlab.analysis.onnx;

import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import gradlab.analysis.model.ElementType;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The element types of ONNX by their numbers. */
public final class TensorTypes {
    private TensorTypes() {}

    /** The type of a number; empty for texts, complex numbers and types of less than eight bits. */
    public static Optional<ElementType> of(int number) {
        DataType type = DataType.forNumber(number);
        return type == null ? Optional.empty() : Optional.ofNullable(element(type));
    }

    /** What a message calls it. */
    static String name(int number) {
        DataType type = DataType.forNumber(number);
        return type == null ? "type " + number : type.name().toLowerCase(Locale.ROOT);
    }

    private static @Nullable ElementType element(DataType type) {
        return switch (type) {
            case FLOAT -> ElementType.F32;
            case DOUBLE -> ElementType.F64;
            case FLOAT16 -> ElementType.F16;
            case BFLOAT16 -> ElementType.BF16;
            case INT64 -> ElementType.I64;
            case INT32 -> ElementType.I32;
            case INT16 -> ElementType.I16;
            case INT8 -> ElementType.I8;
            case UINT64 -> ElementType.U64;
            case UINT32 -> ElementType.U32;
            case UINT16 -> ElementType.U16;
            case UINT8 -> ElementType.U8;
            case BOOL -> ElementType.BOOL;
            default -> null;
        };
    }
}
