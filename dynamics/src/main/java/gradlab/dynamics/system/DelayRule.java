package gradlab.dynamics.system;

import java.util.function.DoubleBinaryOperator;

/**
 * A delay equation x'(t) = f(x(t), x(t − τ)) as n = m + 1 ordinary equations: the history on [t − τ, t] is held by its values at the
 * Chebyshev points s_j = −τ (1 − cos(j π/m))/2, the present first, and moves as the polynomial through them does (breda2005):
 * u_0' = f(u_0, u_m), u_j' = Σ D_jk u_k. The error falls faster than any power of 1/m while histories are smooth; the exponents
 * near 0 are those of the delay equation, and those far below are the discretisation's.
 */
final class DelayRule implements Rule {

    private final int n;
    private final double[] differentiation;
    private final DoubleBinaryOperator f;
    private final DoubleBinaryOperator byPresent;
    private final DoubleBinaryOperator byPast;
    private double present;
    private double past;

    /** The derivatives of f by its first and its second argument stand beside it. */
    DelayRule(
            int points,
            double delay,
            DoubleBinaryOperator f,
            DoubleBinaryOperator byPresent,
            DoubleBinaryOperator byPast) {
        this.n = points;
        this.differentiation = differentiation(points - 1, delay);
        this.f = f;
        this.byPresent = byPresent;
        this.byPast = byPast;
    }

    /** The matrix that differentiates a polynomial at the Chebyshev points, diagonal by the sum of its row (trefethen2000, 6). */
    private static double[] differentiation(int m, double delay) {
        int n = m + 1;
        double[] d = new double[n * n];
        for (int i = 0; i < n; i++) {
            double sum = 0;
            for (int j = 0; j < n; j++) {
                if (i != j) {
                    // cos a − cos b without cancellation.
                    double difference = 2
                            * StrictMath.sin(StrictMath.PI * (i + j) / (2 * m))
                            * StrictMath.sin(StrictMath.PI * (j - i) / (2 * m));
                    double entry = weight(i, m) / weight(j, m) * ((i + j) % 2 == 0 ? 1 : -1) / difference;
                    d[i * n + j] = 2 / delay * entry;
                    sum += d[i * n + j];
                }
            }
            d[i * n + i] = -sum;
        }
        return d;
    }

    private static double weight(int j, int m) {
        return j == 0 || j == m ? 2 : 1;
    }

    @Override
    public int dimension() {
        return n;
    }

    @Override
    public void value(double[] x, double[] into) {
        into[0] = f.applyAsDouble(x[0], x[n - 1]);
        multiply(x, 0, 1, into, 0);
    }

    @Override
    public void linearise(double[] x, double[] into) {
        value(x, into);
        present = byPresent.applyAsDouble(x[0], x[n - 1]);
        past = byPast.applyAsDouble(x[0], x[n - 1]);
    }

    @Override
    public void push(double[] tangents, int from, int k, double[] into, int at) {
        for (int c = 0; c < k; c++) {
            into[at + c] = present * tangents[from + c] + past * tangents[from + (n - 1) * k + c];
        }
        multiply(tangents, from, k, into, at);
    }

    /** Rows 1 to m of D V. */
    private void multiply(double[] v, int from, int k, double[] into, int at) {
        for (int i = 1; i < n; i++) {
            int row = at + i * k;
            java.util.Arrays.fill(into, row, row + k, 0);
            for (int j = 0; j < n; j++) {
                double entry = differentiation[i * n + j];
                int source = from + j * k;
                for (int c = 0; c < k; c++) {
                    into[row + c] += entry * v[source + c];
                }
            }
        }
    }

    /** x' = beta x_tau/(1 + x_tau^p) − gamma x (mackeyglass1977). */
    static DelayRule mackeyGlass(int points, double delay, double beta, double gamma, double p) {
        return new DelayRule(
                points,
                delay,
                (x, y) -> beta * y / (1 + StrictMath.pow(Math.abs(y), p)) - gamma * x,
                (x, y) -> -gamma,
                (x, y) -> {
                    double power = StrictMath.pow(Math.abs(y), p);
                    return beta * (1 + (1 - p) * power) / ((1 + power) * (1 + power));
                });
    }
}
