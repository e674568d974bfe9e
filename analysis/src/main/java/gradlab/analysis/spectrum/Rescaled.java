package gradlab.analysis.spectrum;

import gradlab.analysis.operator.LinearOperator;

/** The operator {@code A / 2^exponent}, the exponent chosen so that its norm is far from overflow and underflow. */
record Rescaled(LinearOperator operator, int exponent) {
    private static final int LARGEST = 1000;
    private static final int[] TRIALS = {0, 600, LARGEST, -600, -LARGEST};

    /** Chooses the exponent by trying A on the unit vector {@code start}; 0 if its image is zero or never finite. */
    static Rescaled of(LinearOperator operator, double[] start) {
        double[] into = new double[operator.rows()];
        for (int exponent : TRIALS) {
            operator.apply(scaled(start, -exponent), into);
            double norm = Euclidean.norm(into);
            if (norm > 0x1p-300 && Double.isFinite(norm)) {
                int sum = exponent + Math.getExponent(norm);
                return new Rescaled(operator, Math.max(-LARGEST, Math.min(LARGEST, sum)));
            }
        }
        return new Rescaled(operator, 0);
    }

    private static double[] scaled(double[] x, int exponent) {
        double[] scaled = x.clone();
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] = Math.scalb(x[i], exponent);
        }
        return scaled;
    }

    double[] apply(double[] x) {
        return finite(operator.apply(scaled(x, -exponent)));
    }

    double[] applyTranspose(double[] y) {
        return finite(operator.applyTranspose(scaled(y, -exponent)));
    }

    /** The larger of the two residuals of a singular triplet of the scaled operator. */
    double residual(double value, double[] left, double[] right) {
        double[] forward = apply(right);
        double[] backward = applyTranspose(left);
        Euclidean.add(-value, left, forward);
        Euclidean.add(-value, right, backward);
        return Math.max(Euclidean.norm(forward), Euclidean.norm(backward));
    }

    private static double[] finite(double[] image) {
        for (int i = 0; i < image.length; i++) {
            if (!Double.isFinite(image[i])) {
                throw new IllegalArgumentException(
                        "operator must map finite vectors to finite ones, but entry " + i + " was " + image[i]);
            }
        }
        return image;
    }
}
