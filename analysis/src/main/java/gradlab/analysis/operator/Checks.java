package gradlab.analysis.operator;

/** Argument checks with messages that name the parameter, the rule and the value. */
final class Checks {
    private Checks() {}

    static void length(String name, double[] array, int length) {
        if (array.length != length) {
            throw new IllegalArgumentException(name + " must have length " + length + ", had " + array.length);
        }
    }

    static void lengths(String name, double[] x, int columns, double[] into, int rows) {
        length(name, x, columns);
        length("into", into, rows);
    }

    static void same(String what, int left, int right) {
        if (left != right) {
            throw new IllegalArgumentException(what + " must agree, were " + left + " and " + right);
        }
    }

    static double finite(String name, double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(name + " must be finite, was " + value);
        }
        return value;
    }

    static int notNegative(String name, int value) {
        if (value < 0) {
            throw new IllegalArgumentException(name + " must not be negative, was " + value);
        }
        return value;
    }
}
