package gradlab.dynamics.euler;

import gradlab.analysis.operator.Vector;

/**
 * The boundary |R(z)| = 1 of a stability region as a closed curve: z(phi) with R(z) = e^(i phi), followed from z = 0 while phi runs
 * through p turns, by Newton's method from one point to the next.
 *
 * @param real real parts
 * @param imaginary imaginary parts
 */
public record StabilityBoundary(Vector real, Vector imaginary) {
    private static final int POINTS_A_TURN = 240;
    private static final int NEWTON = 20;

    /** That of a method. */
    public static StabilityBoundary of(Scheme scheme) {
        int count = POINTS_A_TURN * scheme.order();
        double[] real = new double[count + 1];
        double[] imaginary = new double[count + 1];
        for (int k = 1; k <= count; k++) {
            double phi = 2 * Math.PI * k / POINTS_A_TURN;
            double[] z = {real[k - 1], imaginary[k - 1]};
            for (int i = 0; i < NEWTON; i++) {
                newton(scheme.order(), z, StrictMath.cos(phi), StrictMath.sin(phi));
            }
            real[k] = z[0];
            imaginary[k] = z[1];
        }
        return new StabilityBoundary(Vector.of(real), Vector.of(imaginary));
    }

    /** z - (R(z) - c - is)/R'(z), where R' is the polynomial of one degree less. */
    private static void newton(int order, double[] z, double c, double s) {
        double[] slope = polynomial(order - 1, z);
        double[] value = polynomial(order, z);
        double square = slope[0] * slope[0] + slope[1] * slope[1];
        double x = value[0] - c;
        double y = value[1] - s;
        z[0] -= (x * slope[0] + y * slope[1]) / square;
        z[1] -= (y * slope[0] - x * slope[1]) / square;
    }

    /** 1 + z + ... + z^degree/degree!. */
    private static double[] polynomial(int degree, double[] z) {
        double real = 1;
        double imaginary = 0;
        for (int k = degree; k >= 1; k--) {
            double next = 1 + (z[0] * real - z[1] * imaginary) / k;
            imaginary = (z[0] * imaginary + z[1] * real) / k;
            real = next;
        }
        return new double[] {real, imaginary};
    }
}
