package gradlab.dynamics.diagnosis;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Fields of a message in protocol buffers, one after the other. Bounded by the bytes it is given; anything that does not fit
 * into them is a {@link Malformed}, which the reader of the file turns into a line that names the place.
 */
final class WireReader {
    static final int VARINT = 0;
    static final int FIXED_64 = 1;
    static final int BYTES = 2;
    static final int FIXED_32 = 5;

    private static final int MOST_VARINT_BYTES = 10;

    private final ByteBuffer bytes;
    private int field;
    private int type;

    WireReader(ByteBuffer bytes) {
        this.bytes = bytes.slice().order(ByteOrder.LITTLE_ENDIAN);
    }

    /** A message that is none. */
    static final class Malformed extends Exception {
        private static final long serialVersionUID = 1;

        Malformed(String message) {
            super(message);
        }
    }

    /** Goes to the next field. */
    boolean next() throws Malformed {
        if (!bytes.hasRemaining()) {
            return false;
        }
        long tag = varint();
        field = (int) (tag >>> 3);
        type = (int) (tag & 7);
        if (tag >>> 32 != 0 || field == 0) {
            throw new Malformed("a field number out of range");
        }
        return true;
    }

    /** Whether the field has this number and this wire type. */
    boolean is(int number, int wireType) {
        return field == number && type == wireType;
    }

    long varint() throws Malformed {
        long value = 0;
        for (int i = 0; i < MOST_VARINT_BYTES; i++) {
            byte next = require(1).get();
            value |= (long) (next & 0x7f) << (7 * i);
            if (next >= 0) {
                return value;
            }
        }
        throw new Malformed("a number of more than ten bytes");
    }

    long fixed64() throws Malformed {
        return require(Long.BYTES).getLong();
    }

    int fixed32() throws Malformed {
        return require(Integer.BYTES).getInt();
    }

    /** The bytes of a text, a message or packed numbers. */
    ByteBuffer content() throws Malformed {
        long length = varint();
        if (length < 0 || length > bytes.remaining()) {
            throw new Malformed("a field longer than its message");
        }
        ByteBuffer content = bytes.slice(bytes.position(), (int) length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.position(bytes.position() + (int) length);
        return content;
    }

    void skip() throws Malformed {
        switch (type) {
            case VARINT -> varint();
            case FIXED_64 -> fixed64();
            case BYTES -> content();
            case FIXED_32 -> fixed32();
            default -> throw new Malformed("the wire type " + type);
        }
    }

    private ByteBuffer require(int count) throws Malformed {
        if (bytes.remaining() < count) {
            throw new Malformed("a message that ends within a field");
        }
        return bytes;
    }
}
