package gradlab.analysis.tensor;

import org.jspecify.annotations.Nullable;

/**
 * The derivative by one operand of an operation on entries: entry e of the result moves with entry {@code place[e]} of the
 * operand by {@code factor * slopes[slopePlace[e]]}. Places are e itself where the array is absent, slopes 1.
 */
final class Slopes {
    private final double factor;
    private final double @Nullable [] slopes;
    private final int @Nullable [] slopePlace;
    private final int @Nullable [] place;

    Slopes(double factor, double @Nullable [] slopes, int @Nullable [] slopePlace, int @Nullable [] place) {
        this.factor = factor;
        this.slopes = slopes;
        this.slopePlace = slopePlace;
        this.place = place;
    }

    private double slope(int e) {
        return slopes == null ? factor : factor * slopes[slopePlace == null ? e : slopePlace[e]];
    }

    void push(double[] tangent, double[] into) {
        for (int e = 0; e < into.length; e++) {
            into[e] += slope(e) * tangent[place == null ? e : place[e]];
        }
    }

    void pull(double[] cotangent, double[] into) {
        for (int e = 0; e < cotangent.length; e++) {
            into[place == null ? e : place[e]] += slope(e) * cotangent[e];
        }
    }

    /** The derivative of a function of one operand. */
    record OfOne(Slopes only) implements Derivative {
        @Override
        public void push(int operand, double[] tangent, double[] into) {
            only.push(tangent, into);
        }

        @Override
        public void pull(int operand, double[] cotangent, double[] into) {
            only.pull(cotangent, into);
        }
    }

    /** The derivative of a function of two operands; one that nobody asks for is absent. */
    record OfTwo(@Nullable Slopes left, @Nullable Slopes right) implements Derivative {
        private Slopes of(int operand) {
            return java.util.Objects.requireNonNull(operand == 0 ? left : right);
        }

        @Override
        public void push(int operand, double[] tangent, double[] into) {
            of(operand).push(tangent, into);
        }

        @Override
        public void pull(int operand, double[] cotangent, double[] into) {
            of(operand).pull(cotangent, into);
        }
    }
}
