package gradlab.dynamics.diagnosis;

import java.nio.ByteBuffer;
import java.util.OptionalDouble;

/** A tensor of one number in an event, in binary32, binary64 or as an integer; other tensors are left out. */
final class EventTensor {
    private static final int TYPE = 1;
    private static final int CONTENT = 4;
    private static final int FLOATS = 5;
    private static final int DOUBLES = 6;
    private static final int INTS = 7;
    private static final int LONGS = 10;

    private static final int FLOAT = 1;
    private static final int DOUBLE = 2;
    private static final int INT_32 = 3;
    private static final int INT_64 = 9;

    private EventTensor() {}

    static OptionalDouble scalar(ByteBuffer bytes) throws WireReader.Malformed {
        WireReader tensor = new WireReader(bytes);
        int type = 0;
        OptionalDouble number = OptionalDouble.empty();
        ByteBuffer content = ByteBuffer.allocate(0);
        while (tensor.next()) {
            if (tensor.is(TYPE, WireReader.VARINT)) {
                type = (int) tensor.varint();
            } else if (tensor.is(CONTENT, WireReader.BYTES)) {
                content = tensor.content();
            } else if (tensor.is(FLOATS, WireReader.FIXED_32)) {
                number = OptionalDouble.of(Float.intBitsToFloat(tensor.fixed32()));
            } else if (tensor.is(DOUBLES, WireReader.FIXED_64)) {
                number = OptionalDouble.of(Double.longBitsToDouble(tensor.fixed64()));
            } else if (tensor.is(INTS, WireReader.VARINT) || tensor.is(LONGS, WireReader.VARINT)) {
                number = OptionalDouble.of((double) tensor.varint());
            } else if (tensor.is(FLOATS, WireReader.BYTES)) {
                number = fixed(FLOAT, tensor.content());
            } else if (tensor.is(DOUBLES, WireReader.BYTES)) {
                number = fixed(DOUBLE, tensor.content());
            } else if (tensor.is(INTS, WireReader.BYTES) || tensor.is(LONGS, WireReader.BYTES)) {
                ByteBuffer packed = tensor.content();
                number = OptionalDouble.of((double) new WireReader(packed).varint());
            } else {
                tensor.skip();
            }
        }
        return content.hasRemaining() ? fixed(type, content) : number;
    }

    private static OptionalDouble fixed(int type, ByteBuffer content) {
        int size = content.remaining();
        if (type == FLOAT && size == Float.BYTES) {
            return OptionalDouble.of(content.getFloat());
        } else if (type == DOUBLE && size == Double.BYTES) {
            return OptionalDouble.of(content.getDouble());
        } else if (type == INT_32 && size == Integer.BYTES) {
            return OptionalDouble.of(content.getInt());
        } else if (type == INT_64 && size == Long.BYTES) {
            return OptionalDouble.of((double) content.getLong());
        }
        return OptionalDouble.empty();
    }
}
