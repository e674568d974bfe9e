package gradlab.dynamics.diagnosis;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.OptionalDouble;

/**
 * TensorBoard's Event: the step and the scalars of its summary. A histogram counts as the norm of the numbers in it, the root of
 * its field sum_squares. Field numbers are those of TensorFlow's event.proto, summary.proto, tensor.proto.
 */
final class EventMessage {
    private static final int STEP = 2;
    private static final int SUMMARY = 5;
    private static final int VALUE = 1;
    private static final int TAG = 1;
    private static final int SIMPLE_VALUE = 2;
    private static final int HISTOGRAM = 5;
    private static final int TENSOR = 8;
    private static final int SUM_SQUARES = 5;

    private EventMessage() {}

    /** Gives what is in it to a collector. */
    static void read(ByteBuffer bytes, LogCollector into) throws WireReader.Malformed {
        WireReader step = new WireReader(bytes);
        long at = 0;
        while (step.next()) {
            if (step.is(STEP, WireReader.VARINT)) {
                at = step.varint();
            } else {
                step.skip();
            }
        }
        WireReader event = new WireReader(bytes);
        while (event.next()) {
            if (event.is(SUMMARY, WireReader.BYTES)) {
                summary(new WireReader(event.content()), at, into);
            } else {
                event.skip();
            }
        }
    }

    private static void summary(WireReader summary, long step, LogCollector into) throws WireReader.Malformed {
        while (summary.next()) {
            if (summary.is(VALUE, WireReader.BYTES)) {
                value(new WireReader(summary.content()), step, into);
            } else {
                summary.skip();
            }
        }
    }

    private static void value(WireReader value, long step, LogCollector into) throws WireReader.Malformed {
        String tag = "";
        OptionalDouble number = OptionalDouble.empty();
        while (value.next()) {
            if (value.is(TAG, WireReader.BYTES)) {
                tag = StandardCharsets.UTF_8.decode(value.content()).toString();
            } else if (value.is(SIMPLE_VALUE, WireReader.FIXED_32)) {
                number = OptionalDouble.of(Float.intBitsToFloat(value.fixed32()));
            } else if (value.is(TENSOR, WireReader.BYTES)) {
                number = EventTensor.scalar(value.content());
            } else if (value.is(HISTOGRAM, WireReader.BYTES)) {
                number = norm(new WireReader(value.content()));
            } else {
                value.skip();
            }
        }
        if (!tag.isEmpty() && number.isPresent()) {
            into.add(tag, step, number.getAsDouble());
        }
    }

    private static OptionalDouble norm(WireReader histogram) throws WireReader.Malformed {
        OptionalDouble norm = OptionalDouble.empty();
        while (histogram.next()) {
            if (histogram.is(SUM_SQUARES, WireReader.FIXED_64)) {
                norm = OptionalDouble.of(Math.sqrt(Double.longBitsToDouble(histogram.fixed64())));
            } else {
                histogram.skip();
            }
        }
        return norm;
    }
}
