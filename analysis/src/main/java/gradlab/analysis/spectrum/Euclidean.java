package gradlab.analysis.spectrum;

/** Euclidean geometry of arrays, in a fixed order of summation and safe from overflow and underflow. */
public final class Euclidean {
    /** Sums of squares from here up lose nothing that matters to underflow. */
    private static final double SAFE = 0x1p-900;

    private Euclidean() {}

    /**
     * The 2-norm, with relative error at most about (n/8 + 4) 1.1e-16. Infinite if an entry is infinite or the norm is
     * above the largest double; NaN if an entry is NaN. Squares are added in four interleaved partial sums.
     */
    public static double norm(double[] x) {
        double sum = dot(x, x);
        if (sum >= SAFE && sum < Double.POSITIVE_INFINITY) {
            return Math.sqrt(sum);
        }
        double largest = 0;
        for (double entry : x) {
            largest = Math.max(largest, Math.abs(entry));
        }
        if (largest == 0 || !Double.isFinite(largest)) {
            return largest;
        }
        int exponent = Math.getExponent(largest);
        double[] scaled = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            scaled[i] = Math.scalb(x[i], -exponent);
        }
        return Math.scalb(Math.sqrt(dot(scaled, scaled)), exponent);
    }

    /** The inner product, in four interleaved partial sums. */
    public static double dot(double[] x, double[] y) {
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        int i = 0;
        for (; i + 4 <= x.length; i += 4) {
            s0 += x[i] * y[i];
            s1 += x[i + 1] * y[i + 1];
            s2 += x[i + 2] * y[i + 2];
            s3 += x[i + 3] * y[i + 3];
        }
        for (; i < x.length; i++) {
            s0 += x[i] * y[i];
        }
        return (s0 + s1) + (s2 + s3);
    }

    /** Adds {@code factor * x} to {@code into}. */
    static void add(double factor, double[] x, double[] into) {
        for (int i = 0; i < into.length; i++) {
            into[i] += factor * x[i];
        }
    }

    static void scale(double factor, double[] x) {
        for (int i = 0; i < x.length; i++) {
            x[i] *= factor;
        }
    }
}
