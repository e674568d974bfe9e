package gradlab.analysis.spectrum;

/**
 * The largest singular value of an upper bidiagonal matrix B, with what Lanczos has to know of it: the next one, and how
 * much of its left vector lies in the last row. From {@code T = B B'}, tridiagonal: the largest eigenvalue by Laguerre's
 * iteration, which descends to it from any upper bound without passing it (parlett1998), the
 * next by counting signs of pivots. O(k) operations for k rows.
 */
final class BidiagonalNorm {
    private static final int ITERATIONS = 100;
    private static final int HALVINGS = 16;

    private final int size;
    private final double[] diagonal;
    private final double[] off;
    private final double[] alphas;
    private final double[] betas;
    private final double square;
    private final double[] left;

    /**
     * Of the leading rows of B.
     *
     * @param alphas its diagonal
     * @param betas its superdiagonal
     * @param size how many rows
     * @param closed whether the last row has its superdiagonal entry too, so that B has one column more than rows
     */
    BidiagonalNorm(double[] alphas, double[] betas, int size, boolean closed) {
        this.size = size;
        this.alphas = alphas;
        this.betas = betas;
        diagonal = new double[size];
        off = new double[size];
        for (int i = 0; i < size; i++) {
            double beta = i + 1 < size || closed ? betas[i] : 0;
            diagonal[i] = alphas[i] * alphas[i] + beta * beta;
            off[i] = i + 1 < size ? beta * alphas[i + 1] : 0;
        }
        square = largest();
        left = vector();
    }

    /** The largest singular value. */
    double value() {
        return Math.sqrt(square);
    }

    /** The length of the last entry of its left unit vector. */
    double lastEntry() {
        return Math.abs(left[size - 1]);
    }

    /** The coefficients of its right vector, not of unit length, as many as B has columns. */
    double[] right(int columns) {
        double[] right = new double[columns];
        for (int i = 0; i < columns; i++) {
            right[i] = (i < size ? alphas[i] * left[i] : 0) + (i > 0 ? betas[i - 1] * left[i - 1] : 0);
        }
        return right;
    }

    private double largest() {
        double at = 0;
        for (int i = 0; i < size; i++) {
            at = Math.max(at, diagonal[i] + off[i] + (i > 0 ? off[i - 1] : 0));
        }
        at *= 1 + 0x1p-50;
        double step = at;
        for (int i = 0; i < ITERATIONS && step > 0x1p-52 * at; i++) {
            step = laguerre(at);
            at -= step;
        }
        return at;
    }

    /** How far to descend from an upper bound; 0 where that is no upper bound any more, to rounding. */
    private double laguerre(double at) {
        double pivot = 1;
        double first = 0;
        double second = 0;
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < size; i++) {
            double coupling = i == 0 ? 0 : off[i - 1] * off[i - 1];
            double ratio = coupling / (pivot * pivot);
            double nextSecond = ratio * (second - 2 * first * first / pivot);
            double nextFirst = ratio * first - 1;
            pivot = diagonal[i] - at - coupling / pivot;
            if (!(pivot < 0)) {
                return 0;
            }
            first = nextFirst;
            second = nextSecond;
            double logarithmic = first / pivot;
            sum += logarithmic;
            squares += logarithmic * logarithmic - second / pivot;
        }
        double discriminant = (size - 1) * (size * squares - sum * sum);
        return size / (sum + Math.sqrt(Math.max(0, discriminant)));
    }

    /**
     * The unit eigenvector of T, from the place where it is largest both ways: there the pivots from above and from below
     * meet best (parlett1998). From either end alone it is lost where its entry there is below rounding.
     */
    private double[] vector() {
        double[] above = new double[size];
        double[] below = new double[size];
        for (int i = 0; i < size; i++) {
            above[i] = pivot(i, i == 0 ? 0 : off[i - 1] * off[i - 1] / above[i - 1]);
        }
        for (int i = size - 1; i >= 0; i--) {
            below[i] = pivot(i, i + 1 == size ? 0 : off[i] * off[i] / below[i + 1]);
        }
        int twist = twist(above, below);
        double[] vector = new double[size];
        vector[twist] = 1;
        for (int i = twist - 1; i >= 0; i--) {
            vector[i] = -off[i] * vector[i + 1] / above[i];
        }
        for (int i = twist + 1; i < size; i++) {
            vector[i] = -off[i - 1] * vector[i - 1] / below[i];
        }
        Euclidean.scale(1 / Euclidean.norm(vector), vector);
        return vector;
    }

    /** A pivot of T less its largest eigenvalue, which is negative, kept off zero. */
    private double pivot(int i, double coupling) {
        return Math.min(diagonal[i] - square - coupling, -0x1p-52 * square);
    }

    /** Where T less its largest eigenvalue, all others eliminated, is nearest to 0. */
    private int twist(double[] above, double[] below) {
        int best = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < size; i++) {
            double left = Math.abs(above[i] + below[i] - (diagonal[i] - square));
            if (left < least) {
                least = left;
                best = i;
            }
        }
        return best;
    }

    /** An upper bound, by a few digits, of the second largest singular value over the largest; 0 of a single one. */
    double second() {
        double low = 0;
        double high = 1;
        for (int i = 0; i < HALVINGS && size > 1; i++) {
            double middle = 0.5 * (low + high);
            if (above(middle * middle * square) > 1) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return size > 1 ? high : 0;
    }

    /** How many eigenvalues of T lie above x: as many as pivots of T - x I are positive. */
    private int above(double x) {
        int count = 0;
        double pivot = 1;
        for (int i = 0; i < size; i++) {
            double coupling = i == 0 ? 0 : off[i - 1] * off[i - 1];
            pivot = diagonal[i] - x - coupling / pivot;
            if (pivot == 0) {
                pivot = -Double.MIN_NORMAL;
            }
            if (pivot > 0) {
                count++;
            }
        }
        return count;
    }
}
