package gradlab.analysis.interval;

/** Rows and columns of row-major arrays. */
final class Lines {
    private Lines() {}

    /** The rows, each with {@code room} further entries of 0 behind. */
    static double[][] rows(double[] entries, int rows, int columns, int room) {
        double[][] lines = new double[rows][columns + room];
        for (int i = 0; i < rows; i++) {
            System.arraycopy(entries, i * columns, lines[i], 0, columns);
        }
        return lines;
    }

    /** The columns, each with {@code room} further entries of 0 behind. */
    static double[][] columns(double[] entries, int rows, int columns, int room) {
        double[][] lines = new double[columns][rows + room];
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                lines[j][i] = entries[i * columns + j];
            }
        }
        return lines;
    }
}
