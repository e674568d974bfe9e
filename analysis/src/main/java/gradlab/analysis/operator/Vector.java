package gradlab.analysis.operator;

import java.util.Arrays;

/** An immutable vector of doubles. Two are equal if they have the same bits (so NaN equals NaN, and 0.0 is not -0.0). */
public final class Vector {
    private final double[] entries;

    private Vector(double[] entries) {
        this.entries = entries;
    }

    /** A vector with a copy of these entries. */
    public static Vector of(double... entries) {
        return new Vector(entries.clone());
    }

    /** The number of entries. */
    public int size() {
        return entries.length;
    }

    /** The entry at {@code index}, from 0. */
    public double get(int index) {
        return entries[index];
    }

    /** The entries in a new array. */
    public double[] toArray() {
        return entries.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Vector vector && Arrays.equals(entries, vector.entries);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(entries);
    }

    @Override
    public String toString() {
        return Arrays.toString(entries);
    }
}
