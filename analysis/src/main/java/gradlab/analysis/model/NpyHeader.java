package gradlab.analysis.model;

import gradlab.analysis.source.SourceException;
import java.nio.ByteOrder;
import java.util.List;

/**
 * What stands before the numbers of an npy file.
 *
 * @param type how each number is stored
 * @param order in which order its bytes are
 * @param firstIndexFastest Fortran's order
 * @param shape the sizes
 * @param length how many bytes stand before the first number
 */
record NpyHeader(ElementType type, ByteOrder order, boolean firstIndexFastest, List<Integer> shape, int length) {

    NpyHeader {
        shape = List.copyOf(shape);
    }

    /** How many bytes the numbers take. */
    long dataBytes() {
        return TensorShape.count(shape) * type.width();
    }

    static ElementType type(String file, String descr) {
        return switch (descr.isEmpty() ? "" : descr.substring(1)) {
            case "f8" -> ElementType.F64;
            case "f4" -> ElementType.F32;
            case "f2" -> ElementType.F16;
            case "i8" -> ElementType.I64;
            case "i4" -> ElementType.I32;
            case "i2" -> ElementType.I16;
            case "i1" -> ElementType.I8;
            case "u8" -> ElementType.U64;
            case "u4" -> ElementType.U32;
            case "u2" -> ElementType.U16;
            case "u1" -> ElementType.U8;
            case "b1" -> ElementType.BOOL;
            case "O" -> throw SourceException.in(file, "an array of Python objects", "an array of real numbers");
            default ->
                throw SourceException.in(
                        file,
                        "the element type " + SourceException.quote(descr),
                        "f2, f4, f8, i1 to i8, u1 to u8 or b1");
        };
    }

    static ByteOrder order(String file, String descr, ElementType type) {
        char mark = descr.charAt(0);
        if (mark == '<' || (mark == '|' && type.width() == 1)) {
            return ByteOrder.LITTLE_ENDIAN;
        } else if (mark == '>') {
            return ByteOrder.BIG_ENDIAN;
        }
        throw SourceException.in(
                file, "the byte order of " + SourceException.quote(descr), "'<' or '>', or '|' for single bytes");
    }
}
