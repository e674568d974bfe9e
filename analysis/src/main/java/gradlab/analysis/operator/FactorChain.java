package gradlab.analysis.operator;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A product of matrices {@code A_1 A_2 ... A_k}, each dense or diagonal, that can be multiplied out: k - 1 matrix products
 * instead of one application of the chain to each unit vector. It is multiplied from the end that has fewer rows or
 * columns, and scaled by a power of two on the way.
 */
public final class FactorChain {
    private static final double LARGE = 0x1p60;

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
     * Multiplies the factors; empty where that overflows in spite of the scaling, or an entry is not finite.
     *
     * @throws IllegalStateException if the chain is not {@link #isExplicit}
     */
    public Optional<Multiplied> multiply(RunningProduct.Start start) {
        if (!isExplicit()) {
            throw new IllegalStateException("a factor is known by its action alone");
        }
        if (first().rows() >= last().columns()) {
            return fromTheRight(start);
        }
        List<LinearOperator> reversed = new ArrayList<>();
        factors.forEach(factor -> reversed.add(0, transposed(factor)));
        return new FactorChain(reversed)
                .fromTheRight(start)
                .map(product -> new Multiplied(transposed(product.matrix()), product.exponent()));
    }

    private static LinearOperator transposed(LinearOperator factor) {
        return factor instanceof DenseMatrix matrix ? transposed(matrix) : factor;
    }

    private static DenseMatrix transposed(DenseMatrix matrix) {
        return DenseMatrix.of(new Transposed(matrix));
    }

    private Optional<Multiplied> fromTheRight(RunningProduct.Start start) {
        try (RunningProduct product = start.from(DenseMatrix.of(last()), mostRows())) {
            int exponent = rescaled(product);
            for (int i = factors.size() - 2; i >= 0; i--) {
                if (factors.get(i) instanceof Diagonal diagonal) {
                    product.scaleRows(diagonal.diagonal());
                } else if (factors.get(i) instanceof DenseMatrix matrix) {
                    product.multiplyBy(matrix.entries(), matrix.rows());
                }
                exponent += rescaled(product);
            }
            return Double.isFinite(product.magnitude())
                    ? Optional.of(new Multiplied(
                            DenseMatrix.of(first().rows(), last().columns(), product.entries()), exponent))
                    : Optional.empty();
        }
    }

    /** Divides by a power of two where entries have become large or small; which one. */
    private static int rescaled(RunningProduct product) {
        double magnitude = product.magnitude();
        boolean fits = magnitude >= 1 / LARGE && magnitude <= LARGE;
        if (fits || magnitude == 0 || !Double.isFinite(magnitude)) {
            return 0;
        }
        int power = Math.max(Math.getExponent(magnitude), -Double.MAX_EXPONENT);
        product.scale(Math.scalb(1.0, -power));
        return power;
    }

    private int mostRows() {
        return factors.stream().mapToInt(LinearOperator::rows).max().orElse(0);
    }
}
