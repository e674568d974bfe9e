package gradlab.dynamics.lyapunov;

import gradlab.analysis.backend.DenseBackend;
import gradlab.analysis.backend.StairColumns;
import gradlab.dynamics.system.OrbitException;
import gradlab.dynamics.system.ScaledOrbit;

/**
 * Tangent vectors of an orbit whose Jacobians are diag(s) W or W diag(s). They are carried through diag(s) W in both cases, for
 * rows that are scaled by 1e-30 keep their digits in an elimination: of W diag(s_t) ... W diag(s_1) the last W waits until the
 * growth is asked for.
 */
final class ScaledTangents implements Tangents {
    private final ScaledOrbit orbit;
    private final boolean rowsScaled;
    private final int n;
    private final int k;
    private final double[] diagonal;
    private final StairColumns stairs;
    private final LogProducts products;
    private final LogProducts scales;
    private final double logDeterminant;
    private double[] waiting;
    private final double before;
    private long strides;
    private double spread;

    ScaledTangents(ScaledOrbit orbit, double[] start, int k, DenseBackend backend) {
        this.orbit = orbit;
        this.k = k;
        n = start.length / k;
        rowsScaled = orbit.rowsScaled();
        double[] w = orbit.weights();
        logDeterminant = k == n ? logDeterminant(w, backend) : 0;
        stairs = backend.stairs(w, n, k);
        diagonal = new double[k];
        products = new LogProducts(k);
        scales = new LogProducts(k == n ? n : 0);
        waiting = start.clone();
        if (rowsScaled) {
            replace(waiting);
        }
        before = k == n ? volumes() : 0;
    }

    private double logDeterminant(double[] w, DenseBackend backend) {
        LogProducts pivots = new LogProducts(n);
        try (StairColumns columns = backend.stairs(new double[0], n, n)) {
            double[] factors = new double[n];
            columns.replace(w.clone(), factors);
            pivots.multiply(factors);
        }
        return pivots.sum();
    }

    private void replace(double[] vectors) {
        stairs.replace(vectors, diagonal);
        products.multiply(diagonal);
        waiting = new double[0];
    }

    @Override
    public void advance(int count) {
        for (int i = 0; i < count; i++) {
            double[] s = orbit.advanceScaled();
            if (waiting.length > 0) {
                scaleWaiting(s);
            } else {
                stairs.multiply(s, diagonal);
                products.multiply(diagonal);
            }
            scales.multiply(k == n ? moduli(s) : s);
            checkDiagonal();
            strides++;
        }
    }

    private void scaleWaiting(double[] s) {
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < k; j++) {
                waiting[i * k + j] *= s[i];
            }
        }
        replace(waiting);
    }

    private static double[] moduli(double[] s) {
        double[] moduli = new double[s.length];
        for (int i = 0; i < s.length; i++) {
            moduli[i] = Math.abs(s[i]);
        }
        return moduli;
    }

    private void checkDiagonal() {
        double least = Double.POSITIVE_INFINITY;
        double most = 0;
        for (double u : diagonal) {
            if (!Double.isFinite(u)) {
                throw new OrbitException("a tangent vector left the numbers: the derivative overflows");
            }
            least = Math.min(least, u);
            most = Math.max(most, u);
        }
        if (least > 0 && most > spread * least) {
            spread = most / least;
        }
    }

    @Override
    public double[] growth() {
        if (waiting.length > 0) {
            try (StairColumns columns = DenseBackend.fixedOrder().stairs(new double[0], n, k)) {
                double[] factors = new double[k];
                columns.replace(waiting.clone(), factors);
                LogProducts logs = new LogProducts(k);
                logs.multiply(factors);
                return Growths.of(logs, columns.lengths());
            }
        }
        return Growths.of(products, rowsScaled ? stairs.lengths() : stairs.lengthsMultiplied());
    }

    @Override
    public DeterminantCheck determinants() {
        if (k < n) {
            return new DeterminantCheck(0, 0, 0);
        }
        return new DeterminantCheck(strides, volumes() - before, scales.sum() + strides * logDeterminant);
    }

    private double volumes() {
        double volumes = 0;
        for (double g : growth()) {
            volumes += g;
        }
        return volumes;
    }

    @Override
    public double pivotGrowth() {
        return stairs.growth();
    }

    @Override
    public long fallbacks() {
        return stairs.fallbacks();
    }

    @Override
    public double spread() {
        return StrictMath.log(Math.max(1, spread));
    }

    @Override
    public void close() {
        stairs.close();
    }
}
