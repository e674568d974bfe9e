package gradlab.analysis.backend;

import gradlab.analysis.operator.DenseMatrix;
import gradlab.analysis.operator.RunningProduct;
import gradlab.analysis.operator.Vector;
import java.util.Arrays;

/** A running product in arrays, in a fixed order of summation. */
final class HeapProduct implements RunningProduct {
    private final int columns;
    private double[] product;
    private double[] next;
    private int rows;

    HeapProduct(DenseMatrix matrix, int mostRows) {
        rows = matrix.rows();
        columns = matrix.columns();
        product = Arrays.copyOf(matrix.toArray(), mostRows * columns);
        next = new double[mostRows * columns];
    }

    @Override
    public void multiplyBy(double[] a, int newRows) {
        Arrays.fill(next, 0, newRows * columns, 0);
        BatchProducts.add(a, 0, product, 0, next, 0, newRows, rows, columns);
        double[] free = product;
        product = next;
        next = free;
        rows = newRows;
    }

    @Override
    public void scaleRows(Vector by) {
        for (int i = 0; i < rows; i++) {
            double factor = by.get(i);
            for (int j = i * columns; j < (i + 1) * columns; j++) {
                product[j] *= factor;
            }
        }
    }

    @Override
    public void scale(double by) {
        for (int j = 0; j < rows * columns; j++) {
            product[j] *= by;
        }
    }

    @Override
    public double magnitude() {
        double sum = 0;
        for (int j = 0; j < rows * columns; j++) {
            sum += Math.abs(product[j]);
        }
        return sum;
    }

    @Override
    public double[] entries() {
        return Arrays.copyOf(product, rows * columns);
    }

    @Override
    public void close() {
        // The arrays go with this object.
    }
}
