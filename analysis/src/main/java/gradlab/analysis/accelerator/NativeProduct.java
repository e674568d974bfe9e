package gradlab.analysis.accelerator;

import gradlab.analysis.operator.DenseMatrix;
import gradlab.analysis.operator.RunningProduct;
import gradlab.analysis.operator.Vector;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.openblas.global.openblas_full;

/** A running product that stays outside the heap: of each factor one copy goes in, and nothing comes out on the way. */
final class NativeProduct implements RunningProduct {
    private static final int ROW_MAJOR = 101;
    private static final int NO_TRANSPOSE = 111;

    private final int columns;
    private DoublePointer product;
    private DoublePointer next;
    private DoublePointer factor = new DoublePointer();
    private long room;
    private int rows;

    NativeProduct(DenseMatrix matrix, int mostRows) {
        rows = matrix.rows();
        columns = matrix.columns();
        product = new DoublePointer((long) mostRows * columns);
        next = new DoublePointer((long) mostRows * columns);
        product.put(matrix.toArray());
    }

    @Override
    public void multiplyBy(double[] a, int newRows) {
        if (a.length > room) {
            factor.deallocate();
            factor = new DoublePointer(a.length);
            room = a.length;
        }
        factor.put(a);
        openblas_full.cblas_dgemm(
                ROW_MAJOR,
                NO_TRANSPOSE,
                NO_TRANSPOSE,
                newRows,
                columns,
                rows,
                1,
                factor,
                rows,
                product,
                columns,
                0,
                next,
                columns);
        DoublePointer free = product;
        product = next;
        next = free;
        rows = newRows;
    }

    @Override
    public void scaleRows(Vector by) {
        for (int i = 0; i < rows; i++) {
            openblas_full.cblas_dscal(columns, by.get(i), product.getPointer((long) i * columns), 1);
        }
    }

    @Override
    public void scale(double by) {
        openblas_full.cblas_dscal(rows * columns, by, product, 1);
    }

    @Override
    public double magnitude() {
        return openblas_full.cblas_dasum(rows * columns, product, 1);
    }

    @Override
    public double[] entries() {
        return OffHeap.toArray(product, rows * columns);
    }

    @Override
    public void close() {
        product.deallocate();
        next.deallocate();
        factor.deallocate();
    }
}
