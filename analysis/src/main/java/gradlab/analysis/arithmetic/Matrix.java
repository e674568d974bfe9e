package gradlab.analysis.arithmetic;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BinaryOperator;

/**
 * A matrix over any numbers.
 *
 * @param rows number of rows, at least 0
 * @param columns number of columns, at least 0
 * @param entries the entries row by row
 * @param <N> the numbers
 */
public record Matrix<N>(int rows, int columns, List<N> entries) {

    /** Checks the sizes; copies the entries. */
    public Matrix {
        if (rows < 0 || columns < 0 || entries.size() != (long) rows * columns) {
            throw new IllegalArgumentException(
                    "entries must be rows x columns, was " + entries.size() + " for " + rows + " x " + columns);
        }
        entries = List.copyOf(entries);
    }

    /** What stands at a place. */
    @FunctionalInterface
    public interface Entry<N> {
        /** The entry of a row and a column, counted from 0. */
        N at(int row, int column);
    }

    /** A matrix by a rule for its entries. */
    public static <N> Matrix<N> of(int rows, int columns, Entry<N> entry) {
        List<N> entries = new ArrayList<>(rows * columns);
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                entries.add(entry.at(i, j));
            }
        }
        return new Matrix<>(rows, columns, entries);
    }

    /** A matrix with one column. */
    public static <N> Matrix<N> column(List<N> vector) {
        return new Matrix<>(vector.size(), 1, vector);
    }

    /** An entry, counted from 0. */
    public N get(int row, int column) {
        return entries.get(row * columns + column);
    }

    /** A row, counted from 0. */
    public List<N> row(int row) {
        return entries.subList(row * columns, (row + 1) * columns);
    }

    /** The transpose. */
    public Matrix<N> transpose() {
        return of(columns, rows, (i, j) -> get(j, i));
    }

    /** Entry by entry. */
    public <M> Matrix<M> map(java.util.function.Function<? super N, ? extends M> function) {
        return new Matrix<>(rows, columns, entries.stream().<M>map(function).toList());
    }

    /** Entry by entry with a matrix of the same shape. */
    public Matrix<N> with(Matrix<N> other, BinaryOperator<N> operator) {
        if (rows != other.rows || columns != other.columns) {
            throw new ShapeException("a " + other.shape() + " matrix beside a " + shape() + " one", "equal shapes");
        }
        return of(rows, columns, (i, j) -> operator.apply(get(i, j), other.get(i, j)));
    }

    /** Its shape in words. */
    public String shape() {
        return rows + " x " + columns;
    }

    /** Whether it has as many rows as columns. */
    public boolean isSquare() {
        return rows == columns;
    }
}
