package gradlab.analysis.onnx;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.WireFormat;
import gradlab.analysis.source.MemoryAllowance;
import java.io.IOException;

/**
 * Walks over the bytes of a message and takes from an allowance what objects made of it will need, before any is made: two
 * bytes of a protocol buffer can stand for an object of hundreds.
 */
final class WireBudget {

    private static final int DEEPEST = 90;
    private static final int MESSAGE = 256;
    private static final int FIELD = 32;
    private static final int UNKNOWN = 128;
    private static final int STRING = 64;

    private final MemoryAllowance allowance;

    WireBudget(MemoryAllowance allowance) {
        this.allowance = allowance;
    }

    /**
     * Takes what a message needs.
     *
     * @throws IOException if the bytes are no such message
     */
    void take(CodedInputStream in, Descriptor message) throws IOException {
        take(in, message, 0);
    }

    private void take(CodedInputStream in, Descriptor message, int depth) throws IOException {
        if (depth > DEEPEST) {
            throw new IOException("messages in messages, deeper than " + DEEPEST);
        }
        charge(MESSAGE);
        while (!in.isAtEnd()) {
            int tag = in.readTag();
            FieldDescriptor field = message.findFieldByNumber(WireFormat.getTagFieldNumber(tag));
            if (WireFormat.getTagWireType(tag) != WireFormat.WIRETYPE_LENGTH_DELIMITED) {
                charge(field == null ? UNKNOWN : FIELD);
                in.skipField(tag);
                continue;
            }
            int length = in.readRawVarint32();
            if (field != null && field.getJavaType() == FieldDescriptor.JavaType.MESSAGE) {
                int outer = in.pushLimit(length);
                take(in, field.getMessageType(), depth + 1);
                in.popLimit(outer);
            } else {
                charge(field == null ? (long) UNKNOWN + length : cost(field, length));
                in.skipRawBytes(length);
            }
        }
    }

    private static long cost(FieldDescriptor field, int length) {
        return switch (field.getJavaType()) {
            case BYTE_STRING -> STRING;
            case STRING -> STRING + 2L * length;
            case LONG -> (long) FIELD + 2L * Long.BYTES * length;
            case INT, ENUM, BOOLEAN -> (long) FIELD + 2L * Integer.BYTES * length;
            default -> FIELD + 2L * length;
        };
    }

    private void charge(long bytes) {
        allowance.take(bytes, 1, "a graph of many small parts");
    }
}
