package gradlab.analysis.tensor;

import gradlab.analysis.arithmetic.ShapeException;
import gradlab.analysis.backend.BatchProducts;
import org.jspecify.annotations.Nullable;

/** The shapes of products of stacks of matrices, the products, and their derivatives. */
final class StackedProducts {
    private final Shape shape;
    private final Selection left;
    private final Selection right;
    private final int rows;
    private final int inner;
    private final int columns;

    private StackedProducts(Shape shape, Selection left, Selection right, int rows, int inner, int columns) {
        this.shape = shape;
        this.left = left;
        this.right = right;
        this.rows = rows;
        this.inner = inner;
        this.columns = columns;
    }

    static StackedProducts of(Shape a, Shape b) {
        if (a.rank() < 2 || b.rank() < 2 || a.length(-1) != b.length(-2)) {
            throw new ShapeException("the product of tensors of shapes " + a + " and " + b, "matrices that fit");
        }
        Shape stackA = a.without(-2, -1);
        Shape stackB = b.without(-2, -1);
        Shape stack = stackA.broadcast(stackB);
        java.util.List<Integer> lengths = new java.util.ArrayList<>(stack.lengths());
        lengths.add(a.length(-2));
        lengths.add(b.length(-1));
        return new StackedProducts(
                new Shape(lengths),
                Rearranging.stretch(stackA, stack),
                Rearranging.stretch(stackB, stack),
                a.length(-2),
                a.length(-1),
                b.length(-1));
    }

    Shape shape() {
        return shape;
    }

    /** Adds the products of the stacks. A single right factor is met by all left ones in one product. */
    void add(double[] a, double[] b, double[] c) {
        if (isOneProduct()) {
            BatchProducts.add(a, 0, b, 0, c, 0, left.size() * rows, inner, columns);
            return;
        }
        for (int s = 0; s < left.size(); s++) {
            BatchProducts.add(a, atA(s), b, atB(s), c, atC(s), rows, inner, columns);
        }
    }

    /** Adds C B' to A. */
    private void addTimesTransposed(double[] c, double[] b, double[] a) {
        if (isOneProduct()) {
            BatchProducts.addTimesTransposed(c, 0, b, 0, a, 0, left.size() * rows, columns, inner);
            return;
        }
        for (int s = 0; s < left.size(); s++) {
            BatchProducts.addTimesTransposed(c, atC(s), b, atB(s), a, atA(s), rows, columns, inner);
        }
    }

    /** Adds A' C to B. */
    private void addTransposedTimes(double[] a, double[] c, double[] b) {
        if (isOneProduct()) {
            BatchProducts.addTransposedTimes(a, 0, c, 0, b, 0, inner, left.size() * rows, columns);
            return;
        }
        for (int s = 0; s < left.size(); s++) {
            BatchProducts.addTransposedTimes(a, atA(s), c, atC(s), b, atB(s), inner, rows, columns);
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

    private int atA(int s) {
        return left.index(s) * rows * inner;
    }

    private int atB(int s) {
        return right.index(s) * inner * columns;
    }

    private int atC(int s) {
        return s * rows * columns;
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
                products.add(tangent, java.util.Objects.requireNonNull(b), into);
            } else {
                products.add(java.util.Objects.requireNonNull(a), tangent, into);
            }
        }

        @Override
        public void pull(int operand, double[] cotangent, double[] into) {
            if (operand == 0) {
                products.addTimesTransposed(cotangent, java.util.Objects.requireNonNull(b), into);
            } else {
                products.addTransposedTimes(java.util.Objects.requireNonNull(a), cotangent, into);
            }
        }
    }
}
