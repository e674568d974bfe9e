package gradlab.dynamics.lyapunov;

import gradlab.analysis.backend.DenseBackend;
import gradlab.analysis.backend.StairColumns;
import gradlab.dynamics.system.Orbit;
import gradlab.dynamics.system.OrbitException;

/**
 * Tangent vectors of any orbit. They are taken apart not each stride but as seldom as binary64 allows: the vectors of m strides
 * are as much out of shape as m times the spread of ln |u_jj| a stride, and 2^-52 e^spread of the smallest is lost to rounding.
 * So m follows from the largest spread seen, and stays where m spreads are at most {@link #MOST_SPREAD}.
 */
final class FreeTangents implements Tangents {
    /** Loses two of sixteen digits. */
    static final double MOST_SPREAD = 4;
    /** Growth of m strides that leaves room to overflow and underflow. */
    private static final double MOST_GROWTH = 200;
    /** Determinants are compared over so many strides, of systems of so many dimensions at most. */
    private static final int COMPARED = 64;

    private static final int LARGEST_COMPARED = 32;

    private final Orbit orbit;
    private final int n;
    private final int k;
    private final double[] vectors;
    private final double[] diagonal;
    private final StairColumns stairs;
    private final LogProducts products;
    private final DeterminantSum determinants;
    private int interval = 1;
    private double steepest;
    private double spread;
    private int compared;

    FreeTangents(Orbit orbit, double[] start, int k, DenseBackend backend) {
        this.orbit = orbit;
        this.k = k;
        n = start.length / k;
        vectors = start.clone();
        diagonal = new double[k];
        stairs = backend.stairs(new double[0], n, k);
        products = new LogProducts(k);
        determinants = new DeterminantSum(n);
        stairs.replace(vectors, diagonal);
        products.multiply(diagonal);
    }

    @Override
    public void advance(int strides) {
        int left = strides;
        while (left > 0) {
            if (compared < COMPARED && k == n && n <= LARGEST_COMPARED) {
                compare();
                left--;
            } else {
                int some = Math.min(left, interval);
                for (int i = 0; i < some; i++) {
                    orbit.advance(vectors, k);
                }
                factor(some);
                left -= some;
            }
        }
    }

    private void factor(int strides) {
        stairs.replace(vectors, diagonal);
        double least = Double.POSITIVE_INFINITY;
        double most = 0;
        for (double u : diagonal) {
            if (!Double.isFinite(u)) {
                throw new OrbitException("a tangent vector left the numbers: the derivative overflows");
            }
            least = Math.min(least, u);
            most = Math.max(most, u);
        }
        products.multiply(diagonal);
        adapt(least, most, strides);
    }

    private void adapt(double least, double most, int strides) {
        if (least == 0) {
            interval = 1;
            steepest = Double.POSITIVE_INFINITY;
            return;
        }
        double high = StrictMath.log(most);
        double low = StrictMath.log(least);
        spread = Math.max(spread, high - low);
        double steep = Math.max((high - low) / MOST_SPREAD, Math.max(Math.abs(high), Math.abs(low)) / MOST_GROWTH);
        steepest = Math.max(steepest, steep / strides);
        interval = (int) Math.max(1, Math.min(2.0 * strides, 1 / steepest));
    }

    /** One stride with the identity beside the vectors, whose image is the Jacobian. */
    private void compare() {
        double[] both = new double[2 * n * n];
        for (int i = 0; i < n; i++) {
            System.arraycopy(vectors, i * n, both, i * 2 * n, n);
            both[i * 2 * n + n + i] = 1;
        }
        orbit.advance(both, 2 * n);
        double[] jacobian = new double[n * n];
        for (int i = 0; i < n; i++) {
            System.arraycopy(both, i * 2 * n, vectors, i * n, n);
            System.arraycopy(both, i * 2 * n + n, jacobian, i * n, n);
        }
        factor(1);
        determinants.add(jacobian, diagonal);
        compared++;
    }

    @Override
    public double[] growth() {
        return Growths.of(products, stairs.lengths());
    }

    @Override
    public DeterminantCheck determinants() {
        return determinants.check();
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
        return spread;
    }

    @Override
    public void close() {
        stairs.close();
    }
}
