package gradlab.analysis.tensor;

import gradlab.analysis.arithmetic.ShapeException;
import java.util.ArrayList;
import java.util.List;

/**
 * Which entries of two tensors of matrices are multiplied with each other: the last two axes are matrices, those before are
 * stretched to each other.
 */
final class MatrixProducts {
    private final Shape shape;
    private final int inner;
    private final int right;
    private final int[] leftBlocks;
    private final int[] rightBlocks;

    private MatrixProducts(Shape shape, int inner, int right, int[] leftBlocks, int[] rightBlocks) {
        this.shape = shape;
        this.inner = inner;
        this.right = right;
        this.leftBlocks = leftBlocks;
        this.rightBlocks = rightBlocks;
    }

    /** The shape of the product. */
    Shape shape() {
        return shape;
    }

    /** How many products each entry is the sum of. */
    int inner() {
        return inner;
    }

    /** The entries of a row or a column, by their index along it. */
    interface Line {
        int at(int k);
    }

    /** What is done with a row of the left and a column of the right tensor. */
    interface Pair {
        void with(Line row, Line column);
    }

    static MatrixProducts of(Shape a, Shape b) {
        if (a.rank() < 2 || b.rank() < 2 || a.length(-1) != b.length(-2)) {
            throw new ShapeException(
                    "a product of tensors of shapes " + a + " and " + b, "as many rows on the right as columns left");
        }
        Shape left = a.without(-1, -2);
        Shape right = b.without(-1, -2);
        Shape outer = left.broadcast(right);
        List<Integer> lengths = new ArrayList<>(outer.lengths());
        lengths.add(a.length(-2));
        lengths.add(b.length(-1));
        return new MatrixProducts(
                new Shape(lengths),
                a.length(-1),
                b.length(-1),
                new Broadcast(left, outer).sources(),
                new Broadcast(right, outer).sources());
    }

    /** Each entry of the product, in order. */
    void each(Pair pair) {
        int rows = shape.length(-2);
        for (int block = 0; block < leftBlocks.length; block++) {
            int a = leftBlocks[block] * rows * inner;
            int b = rightBlocks[block] * inner * right;
            for (int i = 0; i < rows; i++) {
                int start = a + i * inner;
                for (int j = 0; j < right; j++) {
                    int top = b + j;
                    pair.with(k -> start + k, k -> top + k * right);
                }
            }
        }
    }
}
