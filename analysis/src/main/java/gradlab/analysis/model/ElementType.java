package gradlab.analysis.model;

import java.nio.ByteBuffer;

/** How one number is stored. Every type but the 64-bit integers fits into binary64 without rounding. */
public enum ElementType {
    /** IEEE 754 binary64. */
    F64(8),
    /** IEEE 754 binary32. */
    F32(4),
    /** IEEE 754 binary16. */
    F16(2),
    /** The upper half of a binary32. */
    BF16(2),
    /** Two's complement, 64 bits; as a double, the nearest one. */
    I64(8),
    /** Two's complement, 32 bits. */
    I32(4),
    /** Two's complement, 16 bits. */
    I16(2),
    /** Two's complement, 8 bits. */
    I8(1),
    /** Unsigned, 64 bits; as a double, the nearest one. */
    U64(8),
    /** Unsigned, 32 bits. */
    U32(4),
    /** Unsigned, 16 bits. */
    U16(2),
    /** Unsigned, 8 bits. */
    U8(1),
    /** One byte, true unless zero. */
    BOOL(1);

    private static final int HALF_MANTISSA = 10;
    private static final int HALF_EXPONENT_MASK = 0x1f;

    private final int width;

    ElementType(int width) {
        this.width = width;
    }

    /** How many bytes one number takes. */
    public int width() {
        return width;
    }

    /** Whether it has fractions. */
    public boolean isFloat() {
        return this == F64 || this == F32 || this == F16 || this == BF16;
    }

    /** The number stored from byte {@code offset} on, in the buffer's order. */
    double doubleAt(ByteBuffer bytes, int offset) {
        return switch (this) {
            case F64 -> bytes.getDouble(offset);
            case F32 -> bytes.getFloat(offset);
            case F16 -> half(bytes.getShort(offset));
            case BF16 -> Float.intBitsToFloat(bytes.getShort(offset) << Short.SIZE);
            case U64 -> unsigned(bytes.getLong(offset));
            default -> longAt(bytes, offset);
        };
    }

    /** The integer stored from byte {@code offset} on; an unsigned one from 2^63 on comes out negative. */
    long longAt(ByteBuffer bytes, int offset) {
        return switch (this) {
            case I64, U64 -> bytes.getLong(offset);
            case I32 -> bytes.getInt(offset);
            case I16 -> bytes.getShort(offset);
            case I8 -> bytes.get(offset);
            case U32 -> Integer.toUnsignedLong(bytes.getInt(offset));
            case U16 -> Short.toUnsignedLong(bytes.getShort(offset));
            case U8 -> Byte.toUnsignedLong(bytes.get(offset));
            case BOOL -> bytes.get(offset) == 0 ? 0 : 1;
            case F64, F32, F16, BF16 -> throw new IllegalArgumentException("type must be an integer, was " + this);
        };
    }

    /** The nearest double: the bit that is shifted out stays as a sticky one. */
    private static double unsigned(long bits) {
        return bits >= 0 ? bits : 2.0 * ((bits >>> 1) | (bits & 1));
    }

    /** {@code (-1)^s m 2^-24} for subnormal numbers, {@code (-1)^s (1024 + m) 2^(e - 25)} for normal ones. */
    private static double half(short bits) {
        int exponent = (bits >> HALF_MANTISSA) & HALF_EXPONENT_MASK;
        int mantissa = bits & ((1 << HALF_MANTISSA) - 1);
        double size;
        if (exponent == HALF_EXPONENT_MASK) {
            size = mantissa == 0 ? Double.POSITIVE_INFINITY : Double.NaN;
        } else if (exponent == 0) {
            size = Math.scalb((double) mantissa, -24);
        } else {
            size = Math.scalb((double) (mantissa | (1 << HALF_MANTISSA)), exponent - 25);
        }
        return bits < 0 ? -size : size;
    }
}
