package gradlab.dynamics.euler;

import gradlab.analysis.operator.LinearOperator;
import gradlab.analysis.operator.Operators;
import java.util.function.UnaryOperator;

/**
 * One-step methods of order p with p stages. On x' = lambda x a step of size h multiplies by R(h lambda), with the stability
 * polynomial {@code R(z) = 1 + z + z²/2 + ... + z^p/p!}; the stability region is {@code |R(z)| <= 1} (hairerwanner1996, IV.2).
 */
public enum Scheme {
    /** x + h f(x): what a residual layer computes. */
    FORWARD_EULER("Forward Euler", "forwardEuler", 1),
    /** The explicit midpoint rule. */
    RK2("RK2", "rk2", 2),
    /** The classical method of Runge and Kutta. */
    RK4("RK4", "rk4", 4);

    private final String title;
    private final String key;
    private final int order;

    Scheme(String title, String key, int order) {
        this.title = title;
        this.key = key;
        this.order = order;
    }

    /** What people call it. */
    public String title() {
        return title;
    }

    /** What a document calls it. */
    public String key() {
        return key;
    }

    /** Its order, also the number of evaluations a step and the degree of R. */
    public int order() {
        return order;
    }

    /** |R(x + iy)|. */
    public double amplification(double x, double y) {
        double real = 1;
        double imaginary = 0;
        for (int k = order; k >= 1; k--) {
            double next = 1 + (x * real - y * imaginary) / k;
            imaginary = (x * imaginary + y * real) / k;
            real = next;
        }
        return StrictMath.hypot(real, imaginary);
    }

    /**
     * |R(x + iy)|² - 1 without cancellation: positive outside the region, however near the boundary. The terms of degree m up
     * to p are those of |e^z|², {@code (2x)^m/m!}; the others are summed from the powers of z.
     */
    public double excess(double x, double y) {
        double sum = 0;
        double term = 1;
        for (int m = 1; m <= order; m++) {
            term *= 2 * x / m;
            sum += term;
        }
        for (int m = order + 1; m <= 2 * order; m++) {
            sum += highTerm(m, x, y);
        }
        return sum;
    }

    /** At least the sum of the moduli of the terms of {@link #excess}. */
    double terms(double x, double y) {
        double real = 0;
        double high = 0;
        double realTerm = 1;
        double term = 1;
        for (int m = 1; m <= 2 * order; m++) {
            realTerm *= 2 * Math.abs(x) / m;
            term *= 2 * StrictMath.hypot(x, y) / m;
            real += m <= order ? realTerm : 0;
            high += m <= order ? 0 : term;
        }
        return real + high;
    }

    /** At least how fast the terms above degree p move with z. */
    double sensitivity(double x, double y) {
        double sum = 0;
        double term = 2;
        for (int m = 2; m <= 2 * order; m++) {
            term *= 2 * StrictMath.hypot(x, y) / (m - 1);
            sum += m <= order ? 0 : term;
        }
        return sum;
    }

    /** The coefficients of |R(t e^(i theta))|² - 1 as a polynomial in t, from degree 1; (x, y) of modulus 1. */
    double[] alongRay(double x, double y) {
        double[] coefficients = new double[2 * order];
        double term = 1;
        for (int m = 1; m <= 2 * order; m++) {
            term *= 2 * x / m;
            coefficients[m - 1] = m <= order ? term : highTerm(m, x, y);
        }
        return coefficients;
    }

    /** The sum of z^j conj(z)^(m-j)/(j! (m-j)!) over j from m - p to p. */
    private double highTerm(int m, double x, double y) {
        double square = x * x + y * y;
        double sum = 0;
        for (int j = m - order; j <= order; j++) {
            int low = Math.min(j, m - j);
            sum += power(square, low) * realPower(x, y, m - 2 * low) / (factorial(j) * factorial(m - j));
        }
        return sum;
    }

    private static double power(double base, int exponent) {
        double power = 1;
        for (int i = 0; i < exponent; i++) {
            power *= base;
        }
        return power;
    }

    /** Re (x + iy)^k. */
    private static double realPower(double x, double y, int k) {
        double real = 1;
        double imaginary = 0;
        for (int i = 0; i < k; i++) {
            double next = x * real - y * imaginary;
            imaginary = x * imaginary + y * real;
            real = next;
        }
        return real;
    }

    private static double factorial(int n) {
        double product = 1;
        for (int i = 2; i <= n; i++) {
            product *= i;
        }
        return product;
    }

    /** R(hJ), the step of x' = Jx as an operator that forms no matrix. */
    public LinearOperator step(LinearOperator jacobian, double h) {
        LinearOperator identity = Operators.identity(jacobian.rows());
        LinearOperator result = identity;
        for (int k = order; k >= 1; k--) {
            LinearOperator scaled = Operators.scaled(h / k, jacobian);
            result = k == order
                    ? Operators.sum(identity, scaled)
                    : Operators.sum(identity, Operators.product(scaled, result));
        }
        return result;
    }

    /** One step of x' = f(x) from x, into a new array. */
    public double[] advance(UnaryOperator<double[]> f, double[] x, double h) {
        double[] first = f.apply(x);
        return switch (this) {
            case FORWARD_EULER -> plus(x, h, first);
            case RK2 -> plus(x, h, f.apply(plus(x, h / 2, first)));
            case RK4 -> classical(f, x, h, first);
        };
    }

    private static double[] classical(UnaryOperator<double[]> f, double[] x, double h, double[] first) {
        double[] second = f.apply(plus(x, h / 2, first));
        double[] third = f.apply(plus(x, h / 2, second));
        double[] fourth = f.apply(plus(x, h, third));
        double[] next = x.clone();
        for (int i = 0; i < next.length; i++) {
            next[i] += h / 6 * (first[i] + 2 * second[i] + 2 * third[i] + fourth[i]);
        }
        return next;
    }

    private static double[] plus(double[] x, double factor, double[] direction) {
        double[] sum = x.clone();
        for (int i = 0; i < sum.length; i++) {
            sum[i] += factor * direction[i];
        }
        return sum;
    }
}
