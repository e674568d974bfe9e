package gradlab.analysis.spectrum;

/** Rows and columns of row-major arrays. */
final class Lines {
    private Lines() {}

    /** The transpose of a rows by columns matrix. */
    static double[] transpose(double[] a, int rows, int columns) {
        double[] transposed = new double[a.length];
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                transposed[j * rows + i] = a[i * columns + j];
            }
        }
        return transposed;
    }

    /** Column j of a matrix with this many columns. */
    static double[] column(double[] a, int columns, int j) {
        double[] column = new double[a.length / columns];
        for (int i = 0; i < column.length; i++) {
            column[i] = a[i * columns + j];
        }
        return column;
    }
}
