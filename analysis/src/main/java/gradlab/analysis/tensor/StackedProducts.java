package gradlab.analysis.tensor;

import gradlab.analysis.arithmetic.ShapeException;
import gradlab.analysis.backend.BatchProducts;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The shapes of products of stacks of matrices, the products, and their derivatives. */
final class StackedProducts {
    private final Shape shape;
    private final Selection left;
    private final Selection right;
    private final int rows;
    private final int inner;
    private final int columns;
    private final boolean transposed;

    private StackedProducts(
            Shape shape, Selection left, Selection right, int rows, int inner, int columns, boolean transposed) {
        this.transposed = transposed;
        this.shape = shape;
        this.left = left;
        this.right = right;
        this.rows = rows;
        this.inner = inner;
        this.columns = columns;
    }

    /** Products of matrices a (m x k) with matrices b (k x n), or (n x k) if these are to be transposed. */
    static StackedProducts of(Shape a, Shape b, boolean transposed) {
        int inner = transposed ? -1 : -2;
        if (a.rank() < 2 || b.rank() < 2 || a.length(-1) != b.length(inner)) {
            throw new ShapeException(
                    "the product of tensors of shapes " + a + " and " + b + (transposed ? " transposed" : ""),
                    "matrices that fit");
        }
        Shape stackA = a.without(-2, -1);
        Shape stackB = b.without(-2, -1);
        Shape stack = stackA.broadcast(stackB);
        int columns = b.length(transposed ? -2 : -1);
        List<Integer> lengths = new ArrayList<>(stack.lengths());
        lengths.add(a.length(-2));
        lengths.add(columns);
        return new StackedProducts(
                new Shape(lengths),
                Rearranging.stretch(stackA, stack),
                Rearranging.stretch(stackB, stack),
                a.length(-2),
                a.length(-1),
                columns,
                transposed);
    }

    Shape shape() {
        return shape;
    }

    /** Adds the products of the stacks. A single right factor is met by all left ones in one product. */
    void add(double[] a, double[] b, double[] c) {
        each((atA, atB, atC, m) -> {
            if (transposed) {
                BatchProducts.addTimesTransposed(a, atA, b, atB, c, atC, m, inner, columns);
            } else {
                BatchProducts.add(a, atA, b, atB, c, atC, m, inner, columns);
            }
        });
    }

    /** Adds C B' to A, or C B if B is transposed in the product. */
    private void addToLeft(double[] c, double[] b, double[] a) {
        each((atA, atB, atC, m) -> {
            if (transposed) {
                BatchProducts.add(c, atC, b, atB, a, atA, m, columns, inner);
            } else {
                BatchProducts.addTimesTransposed(c, atC, b, atB, a, atA, m, columns, inner);
            }
        });
    }

    /** Adds A' C to B, or C' A if B is transposed in the product. */
    private void addToRight(double[] a, double[] c, double[] b) {
        each((atA, atB, atC, m) -> {
            if (transposed) {
                BatchProducts.addTransposedTimes(c, atC, a, atA, b, atB, columns, m, inner);
            } else {
                BatchProducts.addTransposedTimes(a, atA, c, atC, b, atB, inner, m, columns);
            }
        });
    }

    /** One product of matrices with m rows on the left, which lie at these places. */
    private interface OfMatrices {
        void at(int atA, int atB, int atC, int m);
    }

    private void each(OfMatrices product) {
        if (isOneProduct()) {
            product.at(0, 0, 0, left.size() * rows);
            return;
        }
        for (int s = 0; s < left.size(); s++) {
            product.at(left.index(s) * rows * inner, right.index(s) * inner * columns, s * rows * columns, rows);
        }
    }

    /** Whether the stack of left factors is one tall matrix, and the right factor one for all. */
    private boolean isOneProduct() {
        for (int s = 0; s < left.size(); s++) {
            if (left.index(s) != s || right.index(s) != 0) {
                return false;
            }
        }
        return left.size() > 0;
    }

    /** The derivative where the factors are a and b; a factor is absent if the other one is constant. */
    Derivative at(double @Nullable [] a, double @Nullable [] b) {
        return new At(this, a, b);
    }

    private static final class At implements Derivative {
        private final StackedProducts products;
        private final double @Nullable [] a;
        private final double @Nullable [] b;

        At(StackedProducts products, double @Nullable [] a, double @Nullable [] b) {
            this.products = products;
            this.a = a;
            this.b = b;
        }

        @Override
        public void push(int operand, double[] tangent, double[] into) {
            if (operand == 0) {
                products.add(tangent, Objects.requireNonNull(b), into);
            } else {
                products.add(Objects.requireNonNull(a), tangent, into);
            }
        }

        @Override
        public void pull(int operand, double[] cotangent, double[] into) {
            if (operand == 0) {
                products.addToLeft(cotangent, Objects.requireNonNull(b), into);
            } else {
                products.addToRight(Objects.requireNonNull(a), cotangent, into);
            }
        }
    }
}
