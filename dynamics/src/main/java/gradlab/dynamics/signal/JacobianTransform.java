package gradlab.dynamics.signal;

import org.hipparchus.complex.Complex;

/**
 * The implicit equation for the squared singular values of {@code J = W_L D_L ... W_1 D_1} with free factors
 * (pennington2017, pennington2018). With {@code M(w) = E d²/(w - d²)} of the squared slopes and m the moment generating function of J J'
 * at z, {@code m = M(w)} and
 * {@code ln z = (1 - L) (ln(1 + m) - ln m) + L ln w + L ln sigma_w² [+ L ln(1 + m)]}, the bracket for Gaussian weights only: the
 * S-transforms {@code S_D² = (1 + m)/(m w)}, {@code S_W = 1/sigma_w²} or {@code 1/(sigma_w² (1 + m))} multiply, and
 * {@code z = (1 + m)/(m S_J)}.
 */
final class JacobianTransform {
    private final double[][] law;
    private final double weight;
    private final boolean gaussian;
    private final int layers;

    /**
     * The equation.
     *
     * @param law the squared slopes as pairs of place and mass
     * @param weight sigma_w²
     * @param gaussian whether the weights are Gaussian, not orthogonal
     * @param layers L
     */
    JacobianTransform(double[][] law, double weight, boolean gaussian, int layers) {
        this.law = law;
        this.weight = weight;
        this.gaussian = gaussian;
        this.layers = layers;
    }

    boolean gaussian() {
        return gaussian;
    }

    int layers() {
        return layers;
    }

    /** M(w), its derivative, ln z and its derivative, all at w. */
    record At(Complex m, Complex logZ, Complex slope) {}

    At at(Complex w) {
        double re = 0;
        double im = 0;
        double slopeRe = 0;
        double slopeIm = 0;
        for (double[] pair : law) {
            double x = w.getReal() - pair[0];
            double y = w.getImaginary();
            double square = x * x + y * y;
            double a = x / square;
            double b = -y / square;
            double mass = pair[0] * pair[1];
            re += mass * a;
            im += mass * b;
            slopeRe -= mass * (a * a - b * b);
            slopeIm -= mass * 2 * a * b;
        }
        Complex m = new Complex(re, im);
        Complex derivative = new Complex(slopeRe, slopeIm);
        Complex above = m.add(1);
        double n = layers;
        Complex logZ = above.log()
                .subtract(m.log())
                .multiply(1 - n)
                .add(w.log().multiply(n))
                .add(n * StrictMath.log(weight));
        Complex slope = derivative
                .divide(above)
                .subtract(derivative.divide(m))
                .multiply(1 - n)
                .add(w.reciprocal().multiply(n));
        if (gaussian) {
            logZ = logZ.add(above.log().multiply(n));
            slope = slope.add(derivative.divide(above).multiply(n));
        }
        return new At(m, logZ, slope);
    }

    /** The w of a logarithm of z by Newton's method from a near one, or null where that leaves the upper half-plane or stalls. */
    @org.jspecify.annotations.Nullable
    Complex solve(Complex logZ, Complex near) {
        Complex w = near;
        for (int step = 0; step < 30; step++) {
            At at = at(w);
            Complex correction = at.logZ.subtract(logZ).divide(at.slope);
            w = w.subtract(correction);
            if (!(w.getImaginary() > 0) || w.isInfinite()) {
                return null;
            }
            if (correction.norm() <= 1e-13 * w.norm()) {
                return w;
            }
        }
        return null;
    }

    double largestSlope() {
        double largest = 0;
        for (double[] pair : law) {
            largest = Math.max(largest, pair[0]);
        }
        return largest;
    }

    /** E d²^k. */
    double moment(int k) {
        double sum = 0;
        for (double[] pair : law) {
            sum += pair[1] * StrictMath.pow(pair[0], k);
        }
        return sum;
    }

    double massAtZero() {
        double sum = 0;
        for (double[] pair : law) {
            sum += pair[0] == 0 ? pair[1] : 0;
        }
        return sum;
    }

    boolean isConstant() {
        for (double[] pair : law) {
            if (pair[0] != law[0][0]) {
                return false;
            }
        }
        return true;
    }
}
