package gradlab.analysis.operator;

/** Argument checks with messages that name the parameter, the rule and the value. */
final class Lengths {
    private Lengths() {}

    static void check(String name, double[] array, int length) {
        if (array.length != length) {
            throw new IllegalArgumentException(name + " must have length " + length + ", had " + array.length);
        }
    }

    static void checkBoth(String from, double[] x, int columns, double[] into, int rows) {
        check(from, x, columns);
        check("into", into, rows);
    }

    static void same(String what, int left, int right) {
        if (left != right) {
            throw new IllegalArgumentException(what + " must agree, were " + left + " and " + right);
        }
    }
}
