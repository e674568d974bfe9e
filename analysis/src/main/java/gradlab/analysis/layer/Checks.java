package gradlab.analysis.layer;

/** Argument checks with messages that name the parameter, the rule and the value. */
final class Checks {
    private Checks() {}

    static void length(String name, double[] array, int length) {
        if (array.length != length) {
            throw new IllegalArgumentException(name + " must have length " + length + ", had " + array.length);
        }
    }

    /** The length of one row of a batch. */
    static int width(double[] x, int batch) {
        if (batch < 1) {
            throw new IllegalArgumentException("batch must be at least 1, was " + batch);
        }
        if (x.length % batch != 0) {
            throw new IllegalArgumentException(
                    "the length of x must be a multiple of the batch " + batch + ", was " + x.length);
        }
        return x.length / batch;
    }

    static double finite(String name, double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(name + " must be finite, was " + value);
        }
        return value;
    }

    static void finite(String name, double[] array) {
        for (int i = 0; i < array.length; i++) {
            if (!Double.isFinite(array[i])) {
                throw new IllegalArgumentException(name + "[" + i + "] must be finite, was " + array[i]);
            }
        }
    }
}
