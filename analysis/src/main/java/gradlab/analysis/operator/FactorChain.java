package gradlab.analysis.operator;

import java.util.ArrayList;
import java.util.List;

/**
 * A product of matrices {@code A_1 A_2 ... A_k}, each dense or diagonal, that can be multiplied out: k - 1 matrix products
 * instead of one application of the chain to each unit vector. It is multiplied from the end that has fewer rows or
 * columns, and scaled by a power of two on the way where entries leave [2^-300, 2^300].
 */
public final class FactorChain {
    private static final double LARGE = 0x1p600;

    private final List<LinearOperator> factors;

    private FactorChain(List<LinearOperator> factors) {
        this.factors = factors;
    }

    /**
     * A matrix times a power of two.
     *
     * @param matrix the matrix
     * @param exponent the power
     */
    public record Multiplied(DenseMatrix matrix, int exponent) {}

    /** The factors of an operator; not {@link #isExplicit} where one of them is known by its action alone. */
    public static FactorChain of(LinearOperator operator) {
        List<LinearOperator> factors = new ArrayList<>();
        collect(operator, factors);
        return new FactorChain(factors);
    }

    private static void collect(LinearOperator operator, List<LinearOperator> into) {
        if (operator instanceof Product product) {
            collect(product.a(), into);
            collect(product.b(), into);
        } else {
            into.add(operator);
        }
    }

    /** Whether every factor is a dense or a diagonal matrix. */
    public boolean isExplicit() {
        return factors.stream().allMatch(factor -> factor instanceof DenseMatrix || factor instanceof Diagonal);
    }

    /** How many multiplications the matrix products take. */
    public long multiplications() {
        long narrow = Math.min(first().rows(), last().columns());
        long sum = 0;
        int dense = 0;
        for (LinearOperator factor : factors) {
            if (factor instanceof DenseMatrix) {
                sum += narrow * factor.rows() * factor.columns();
                dense++;
            }
        }
        return dense <= 1 ? 0 : sum - sum / dense;
    }

    private LinearOperator first() {
        return factors.get(0);
    }

    private LinearOperator last() {
        return factors.get(factors.size() - 1);
    }

    /**
     * Multiplies the factors.
     *
     * @throws IllegalStateException if the chain is not {@link #isExplicit}
     * @throws IllegalArgumentException if an entry of a factor is not finite
     */
    public Multiplied multiply(MatrixProduct product) {
        if (!isExplicit()) {
            throw new IllegalStateException("a factor is known by its action alone");
        }
        return first().rows() < last().columns() ? fromTheLeft(product) : fromTheRight(product);
    }

    private Multiplied fromTheRight(MatrixProduct product) {
        Partial partial = new Partial(last());
        for (int i = factors.size() - 2; i >= 0; i--) {
            if (factors.get(i) instanceof Diagonal diagonal) {
                partial.scaleRows(diagonal.diagonal());
            } else if (factors.get(i) instanceof DenseMatrix matrix) {
                partial.set(
                        product.multiply(
                                matrix.entries(), partial.entries, matrix.rows(), partial.rows, partial.columns),
                        matrix.rows(),
                        partial.columns);
            }
            partial.rescale();
        }
        return partial.result();
    }

    private Multiplied fromTheLeft(MatrixProduct product) {
        Partial partial = new Partial(first());
        for (LinearOperator factor : factors.subList(1, factors.size())) {
            if (factor instanceof Diagonal diagonal) {
                partial.scaleColumns(diagonal.diagonal());
            } else if (factor instanceof DenseMatrix matrix) {
                partial.set(
                        product.multiply(
                                partial.entries, matrix.entries(), partial.rows, partial.columns, matrix.columns()),
                        partial.rows,
                        matrix.columns());
            }
            partial.rescale();
        }
        return partial.result();
    }

    /** The product of some of the factors, over a power of two. */
    private static final class Partial {
        private double[] entries;
        private int rows;
        private int columns;
        private int exponent;

        Partial(LinearOperator factor) {
            entries = DenseMatrix.of(factor).toArray();
            rows = factor.rows();
            columns = factor.columns();
            rescale();
        }

        void set(double[] newEntries, int newRows, int newColumns) {
            entries = newEntries;
            rows = newRows;
            columns = newColumns;
        }

        void scaleRows(Vector by) {
            for (int i = 0; i < rows; i++) {
                double factor = by.get(i);
                for (int j = 0; j < columns; j++) {
                    entries[i * columns + j] *= factor;
                }
            }
        }

        void scaleColumns(Vector by) {
            for (int i = 0; i < rows; i++) {
                for (int j = 0; j < columns; j++) {
                    entries[i * columns + j] *= by.get(j);
                }
            }
        }

        void rescale() {
            double squares = squares();
            if (squares >= 1 / LARGE && squares <= LARGE) {
                return;
            }
            double largest = 0;
            for (double entry : entries) {
                largest = Math.max(largest, Math.abs(entry));
            }
            if (!Double.isFinite(largest)) {
                throw new IllegalArgumentException("operator must have finite entries, had one of " + largest);
            }
            if (largest > 0) {
                scaleBy(Math.getExponent(largest));
            }
        }

        private void scaleBy(int power) {
            for (int i = 0; i < entries.length; i++) {
                entries[i] = Math.scalb(entries[i], -power);
            }
            exponent += power;
        }

        private double squares() {
            double s0 = 0;
            double s1 = 0;
            int i = 0;
            for (; i + 2 <= entries.length; i += 2) {
                s0 += entries[i] * entries[i];
                s1 += entries[i + 1] * entries[i + 1];
            }
            return i < entries.length ? s0 + s1 + entries[i] * entries[i] : s0 + s1;
        }

        Multiplied result() {
            return new Multiplied(DenseMatrix.of(rows, columns, entries), exponent);
        }
    }
}
