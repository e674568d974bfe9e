package gradlab.dynamics.euler;

/**
 * The largest stable step for one eigenvalue: the first h > 0 at which h lambda leaves the stability region of a method on its
 * way along the ray from 0.
 *
 * <p>For Forward Euler it is {@code -2 Re(lambda)/|lambda|²}. For the others it is the first positive root of the polynomial
 * |R(t lambda/|lambda|)|² - 1 in t, found between two points of a scan and halved down to neighbouring doubles; in the closed left
 * half plane a ray leaves the region of RK2 and of RK4 once, within |z| < 3.
 */
public final class StableStep {
    private static final double FARTHEST = 4;
    private static final int SCAN = 512;

    private StableStep() {}

    /**
     * The largest stable step; 0 if no step is stable (as where the real part is positive), infinite for the eigenvalue 0.
     *
     * @param x the real part, finite
     * @param y the imaginary part, finite
     */
    public static double of(Scheme scheme, double x, double y) {
        if (!Double.isFinite(x) || !Double.isFinite(y)) {
            throw new IllegalArgumentException("lambda must be finite, was " + x + " + " + y + "i");
        }
        double modulus = StrictMath.hypot(x, y);
        if (modulus == 0) {
            return Double.POSITIVE_INFINITY;
        }
        double[] polynomial = scheme.alongRay(x / modulus, y / modulus);
        return exit(scheme, polynomial) / modulus;
    }

    /** The first t at which c_1 + c_2 t + ... + c_2p t^(2p-1) turns positive; 0 if it is so from the start. */
    private static double exit(Scheme scheme, double[] c) {
        if (scheme == Scheme.FORWARD_EULER) {
            return Math.max(0, -c[0] / c[1]);
        }
        if (startsPositive(c)) {
            return 0;
        }
        double inside = 0;
        for (int i = 1; i <= SCAN; i++) {
            double t = FARTHEST * i / SCAN;
            if (value(c, t) > 0) {
                return bisected(c, inside, t);
            }
            inside = t;
        }
        throw new IllegalStateException("a stability region that reaches beyond " + FARTHEST);
    }

    private static boolean startsPositive(double[] c) {
        for (double coefficient : c) {
            if (coefficient != 0) {
                return coefficient > 0;
            }
        }
        return false;
    }

    private static double value(double[] c, double t) {
        double value = 0;
        for (int m = c.length - 1; m >= 0; m--) {
            value = value * t + c[m];
        }
        return value;
    }

    private static double bisected(double[] c, double inside, double outside) {
        double low = inside;
        double high = outside;
        double middle = low + (high - low) / 2;
        while (middle > low && middle < high) {
            if (value(c, middle) > 0) {
                high = middle;
            } else {
                low = middle;
            }
            middle = low + (high - low) / 2;
        }
        return low;
    }
}
