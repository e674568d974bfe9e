package gradlab.dynamics.training;

import gradlab.analysis.operator.Vector;
import java.util.Arrays;
import java.util.OptionalDouble;

/** Numbers recorded at steps of a run, steps ascending, every number finite. Immutable; equal if the bits are. */
public final class Series {
    private final int[] steps;
    private final Vector values;

    private Series(int[] steps, Vector values) {
        this.steps = steps;
        this.values = values;
    }

    /** A series; both arrays are copied. */
    public static Series of(int[] steps, double[] values) {
        if (steps.length != values.length) {
            throw new IllegalArgumentException(
                    "steps and values must have the same length, had " + steps.length + " and " + values.length);
        }
        for (int i = 0; i < steps.length; i++) {
            if (!Double.isFinite(values[i]) || (i > 0 && steps[i] <= steps[i - 1])) {
                throw new IllegalArgumentException("values must be finite and steps ascending, entry " + i + " was "
                        + values[i] + " at step " + steps[i]);
            }
        }
        return new Series(steps.clone(), Vector.of(values));
    }

    /** How many numbers there are. */
    public int size() {
        return steps.length;
    }

    /** The step of entry i. */
    public int step(int i) {
        return steps[i];
    }

    /** The number of entry i. */
    public double value(int i) {
        return values.get(i);
    }

    /** All numbers in order. */
    public Vector values() {
        return values;
    }

    /** The number recorded at a step, if one was. */
    public OptionalDouble at(int step) {
        int i = Arrays.binarySearch(steps, step);
        return i < 0 ? OptionalDouble.empty() : OptionalDouble.of(values.get(i));
    }

    /** The last number, if there is one. */
    public OptionalDouble last() {
        return steps.length == 0 ? OptionalDouble.empty() : OptionalDouble.of(values.get(steps.length - 1));
    }

    /** The largest number, if there is one. */
    public OptionalDouble largest() {
        return Arrays.stream(values.toArray()).max();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Series series && Arrays.equals(steps, series.steps) && values.equals(series.values);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(steps) + values.hashCode();
    }

    @Override
    public String toString() {
        return "series of " + steps.length + " values, last " + last();
    }
}
