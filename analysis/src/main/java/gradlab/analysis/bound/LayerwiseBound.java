package gradlab.analysis.bound;

import gradlab.analysis.backend.DenseKernels;
import gradlab.analysis.backend.SymmetricEigen;
import gradlab.analysis.interval.Interval;
import gradlab.analysis.interval.IntervalMatrix;
import gradlab.analysis.interval.ProductEnclosure;
import gradlab.analysis.operator.DenseMatrix;
import java.util.List;

/**
 * The bound that a quadratic form carried from layer to layer gives (the closed form of xu2024 for slopes from 0 on,
 * here for slopes in any interval [a, b]).
 *
 * <p>Let x go to y = f(v), v = W x, entry by entry with slopes in [a, b]. Differences satisfy
 * {@code (dy - a dv)'(b dv - dy) >= 0}. If {@code dx'M dx} bounds the square of what came before, then for l > 0
 * {@code dy'P dy <= dx'M dx} as soon as {@code B = [[M + a b l W'W, -k l W'], [-k l W, l I - P]]} is positive semidefinite,
 * k = (a + b)/2. With S = W M^-1 W' the largest such P is {@code l I - l² k² S (I + a b l S)^-1}, and l is chosen for the
 * largest least eigenvalue. At the end the bound is the least L² with {@code L² M - W'W} positive semidefinite.
 *
 * <p>M, P and l are computed anyhow and then taken as given: that B is positive semidefinite up to e is proved in
 * interval arithmetic ({@link PositiveForm}), the diagonal of P is lowered by e, and M + e I <= (1 + e/m) M, with m a proved
 * lower bound of the eigenvalues of M, multiplies the result by 1 + e/m.
 */
final class LayerwiseBound {
    private double[] form;
    private int n;
    private Interval square = Interval.ONE;
    private double least = 1;
    private boolean proved = true;

    LayerwiseBound(int inputs) {
        n = inputs;
        form = DenseMatrix.identity(inputs).toArray();
    }

    /** An upper bound of the Lipschitz constant, infinite where the proof fails. */
    static double of(List<DenseMatrix> weights, List<Slopes> slopes) {
        LayerwiseBound bound = new LayerwiseBound(weights.get(0).columns());
        for (int i = 0; i < slopes.size() && bound.proved; i++) {
            bound.step(weights.get(i), slopes.get(i));
        }
        for (int i = slopes.size(); i < weights.size() && bound.proved; i++) {
            return bound.last(weights.get(i));
        }
        return bound.proved ? bound.last(DenseMatrix.identity(bound.n)) : Double.POSITIVE_INFINITY;
    }

    private void step(DenseMatrix w, Slopes slopes) {
        double middle = (slopes.least() + slopes.most()) / 2;
        double product = slopes.least() * slopes.most();
        double[] s = congruence(w);
        SymmetricEigen eigen = DenseKernels.symmetricEigen(s, w.rows());
        double largest = eigen.values().get(0);
        if (!(largest > 0) || slopes.steepest() == 0) {
            proved = false;
            return;
        }
        double multiplier = multiplier(middle, product) / largest;
        double[] next = next(eigen, w.rows(), multiplier, middle, product);
        IntervalMatrix b = certificate(w, slopes, multiplier, next);
        double guess = guess(next, w.rows());
        proved = accept(b, next, w.rows(), guess);
    }

    /** S = W M^-1 W'. */
    private double[] congruence(DenseMatrix w) {
        double[] lower = DenseKernels.cholesky(form, n).orElse(new double[0]);
        if (lower.length == 0) {
            return new double[w.rows() * w.rows()];
        }
        // Rows of X solve L x = w row: S = X X'.
        double[] x = w.toArray();
        for (int row = 0; row < w.rows(); row++) {
            for (int i = 0; i < n; i++) {
                double sum = x[row * n + i];
                for (int k = 0; k < i; k++) {
                    sum -= lower[i * n + k] * x[row * n + k];
                }
                x[row * n + i] = sum / lower[i * n + i];
            }
        }
        return DenseKernels.multiply(x, DenseKernels.transpose(x, w.rows(), n), w.rows(), n, w.rows());
    }

    /** u > 0 that nearly maximises u - k² u²/(1 + p u) where 1 + p u > 0, by ternary search in its logarithm. */
    private static double multiplier(double k, double p) {
        double low = -20;
        double high = p < 0 ? StrictMath.log(-1 / p) - 1e-6 : 10;
        for (int round = 0; round < 100; round++) {
            double first = low + (high - low) / 3;
            double second = high - (high - low) / 3;
            if (gain(StrictMath.exp(first), k, p) < gain(StrictMath.exp(second), k, p)) {
                low = first;
            } else {
                high = second;
            }
        }
        return StrictMath.exp((low + high) / 2);
    }

    private static double gain(double u, double k, double p) {
        return u - k * k * u * u / (1 + p * u);
    }

    /** P = l I - l² k² S (I + p l S)^-1, a little smaller so that the proof has room. */
    private static double[] next(SymmetricEigen eigen, int n, double l, double k, double p) {
        double[] v = eigen.vectors().toArray();
        double[] scaled = v.clone();
        for (int i = 0; i < scaled.length; i++) {
            double s = Math.max(0, eigen.values().get(i % n));
            scaled[i] *= (l - l * l * k * k * s / (1 + p * l * s)) * (1 - 1e-9);
        }
        double[] next = DenseKernels.multiply(scaled, DenseKernels.transpose(v, n, n), n, n, n);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < i; j++) {
                next[j * n + i] = next[i * n + j];
            }
        }
        return next;
    }

    private IntervalMatrix certificate(DenseMatrix w, Slopes slopes, double l, double[] next) {
        int rows = w.rows();
        Interval a = Interval.of(slopes.least());
        Interval b = Interval.of(slopes.most());
        Interval weighted = a.multiply(b).multiply(Interval.of(l));
        Interval cross =
                a.add(b).multiply(Interval.of(0.5)).multiply(Interval.of(l)).negate();
        IntervalMatrix weight = IntervalMatrix.of(rows, n, w.toArray());
        IntervalMatrix gram = ProductEnclosure.of(weight.transpose(), weight);
        return IntervalMatrix.of(n + rows, n + rows, (i, j) -> {
            if (i < n && j < n) {
                return Interval.of(form[i * n + j]).add(weighted.multiply(gram.get(i, j)));
            }
            if (i >= n && j >= n) {
                Interval entry = Interval.of(-next[(i - n) * rows + j - n]);
                return i == j ? entry.add(Interval.of(l)) : entry;
            }
            return cross.multiply(i < n ? weight.get(j - n, i) : weight.get(i - n, j));
        });
    }

    private static double guess(double[] form, int n) {
        double smallest = DenseKernels.symmetricEigen(form, n).values().get(n - 1);
        return smallest / 2;
    }

    private boolean accept(IntervalMatrix b, double[] next, int rows, double guess) {
        double e = PositiveForm.defect(b).orElse(Double.POSITIVE_INFINITY);
        if (!(e < least && guess > 0)) {
            return false;
        }
        square = square.multiply(Interval.ONE.add(Interval.of(e).divide(Interval.of(least))));
        for (int i = 0; i < rows; i++) {
            next[i * rows + i] =
                    Interval.of(next[i * rows + i]).subtract(Interval.of(e)).lower();
        }
        double exponent = Math.scalb(1.0, -Math.getExponent(next[0]));
        for (int i = 0; i < next.length; i++) {
            next[i] *= exponent;
        }
        // next counts 2^k times the form that was proved: dy'(next)dy <= 2^k square.
        square = square.multiply(Interval.of(exponent));
        form = next;
        n = rows;
        least = PositiveForm.least(form, n, guess(form, n)).orElse(0.0);
        return least > 0;
    }

    /** With q above ‖W M^-1 W'‖: q M - W'W >= -e I proves W'W <= (q + e/m) M. */
    private double last(DenseMatrix w) {
        double[] s = congruence(w);
        double q = (w.rows() == 0
                        ? 0
                        : DenseKernels.symmetricEigen(s, w.rows()).values().get(0))
                * (1 + 1e-9);
        if (!(q > 0)) {
            return Double.POSITIVE_INFINITY;
        }
        IntervalMatrix weight = IntervalMatrix.of(w.rows(), n, w.toArray());
        IntervalMatrix gram = ProductEnclosure.of(weight.transpose(), weight);
        IntervalMatrix b = IntervalMatrix.of(
                n,
                n,
                (i, j) -> Interval.of(q).multiply(Interval.of(form[i * n + j])).subtract(gram.get(i, j)));
        double e = PositiveForm.defect(b).orElse(Double.POSITIVE_INFINITY);
        return e < Double.POSITIVE_INFINITY
                ? square.multiply(Interval.of(q).add(Interval.of(e).divide(Interval.of(least))))
                        .sqrt()
                        .upper()
                : Double.POSITIVE_INFINITY;
    }
}
