package gradlab.reports.chart;

import java.util.List;

/**
 * Where a matrix is nearly singular: the smallest singular value of zI - A over a grid of complex numbers z.
 *
 * @param real the real parts of the grid, increasing
 * @param imaginary the imaginary parts, increasing
 * @param smallest the smallest singular values, one list an imaginary part; none negative
 * @param eigenvalues real and imaginary part of each eigenvalue
 */
public record ResolventGrid(
        List<Double> real, List<Double> imaginary, List<List<Double>> smallest, List<List<Double>> eigenvalues) {

    /** Checks the shape; copies the lists. */
    public ResolventGrid {
        real = List.copyOf(real);
        imaginary = List.copyOf(imaginary);
        smallest = smallest.stream().map(List::copyOf).toList();
        eigenvalues = eigenvalues.stream().map(List::copyOf).toList();
        int width = real.size();
        if (real.size() < 2 || smallest.size() < 2 || smallest.size() != imaginary.size()) {
            throw new IllegalArgumentException("smallest must have one row for each of at least 2 imaginary parts");
        }
        if (smallest.stream().anyMatch(row -> row.size() != width)) {
            throw new IllegalArgumentException("each row of smallest must have " + width + " entries");
        }
    }

    /** The decimal logarithm at a point of the grid; what is 0 counts as the smallest positive number. */
    double logarithm(int row, int column) {
        return Math.log10(Math.max(smallest.get(row).get(column), Double.MIN_VALUE));
    }
}
