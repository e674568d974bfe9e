package gradlab.verification.recheck;

import static gradlab.verification.recheck.RecheckException.require;

import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/**
 * A matrix of polynomials; one of a single column is a vector, one of a single entry a number.
 *
 * @param rows how many rows
 * @param columns how many columns
 * @param entries the entries row by row
 */
record PolyMat(int rows, int columns, List<Poly> entries) {
    /** What stands in a row and column. */
    interface Entry {
        Poly at(int row, int column);
    }

    static PolyMat of(int rows, int columns, Entry entry) {
        require((long) rows * columns <= Mat.LARGEST, "a matrix of at most " + Mat.LARGEST + " polynomials");
        return new PolyMat(
                rows,
                columns,
                IntStream.range(0, rows * columns)
                        .mapToObj(k -> entry.at(k / columns, k % columns))
                        .toList());
    }

    static PolyMat of(Poly number) {
        return of(1, 1, (i, j) -> number);
    }

    static PolyMat of(Mat mat) {
        return of(mat.rows, mat.columns, (i, j) -> Poly.of(mat.get(i, j)));
    }

    Poly get(int row, int column) {
        return entries.get(row * columns + column);
    }

    Poly number() {
        require(entries.size() == 1, "a number");
        return entries.get(0);
    }

    /** The matrix of numbers that it is; undecided if there is a variable in it. */
    Mat numbers() {
        if (!isConstant()) {
            throw NoValue.undecided("something random where a fixed number is needed");
        }
        return Mat.of(rows, columns, (i, j) -> get(i, j).number());
    }

    boolean isConstant() {
        return entries.stream().allMatch(Poly::isNumber);
    }

    PolyMat map(UnaryOperator<Poly> f) {
        return of(rows, columns, (i, j) -> f.apply(get(i, j)));
    }

    PolyMat with(PolyMat other, BinaryOperator<Poly> f) {
        require(rows == other.rows && columns == other.columns, "equal shapes");
        return of(rows, columns, (i, j) -> f.apply(get(i, j), other.get(i, j)));
    }

    PolyMat transpose() {
        return of(columns, rows, (i, j) -> get(j, i));
    }

    PolyMat times(PolyMat other) {
        if (entries.size() == 1) {
            return other.map(number()::multiply);
        }
        if (other.entries.size() == 1 && columns != 1) {
            return map(other.number()::multiply);
        }
        require(columns == other.rows, "as many rows on the right as columns on the left");
        return of(
                rows,
                other.columns,
                (i, j) -> sum(IntStream.range(0, columns)
                        .mapToObj(k -> get(i, k).multiply(other.get(k, j)))
                        .toList()));
    }

    static Poly sum(List<Poly> terms) {
        return terms.stream().reduce(Poly.ZERO, Poly::add);
    }

    Poly sum() {
        return sum(entries);
    }

    Poly mean() {
        return sum().divide(Num.of(entries.size()));
    }

    Poly sumOfSquares() {
        return map(x -> x.multiply(x)).sum();
    }

    Poly trace() {
        require(rows == columns, "a square matrix");
        return sum(IntStream.range(0, rows).mapToObj(i -> get(i, i)).toList());
    }

    /** By expansion along the first row. */
    Poly determinant() {
        require(rows == columns && rows <= 5, "a square matrix of at most 5 rows");
        if (rows == 0) {
            return Poly.of(Num.ONE);
        }
        Poly sum = Poly.ZERO;
        for (int j = 0; j < columns; j++) {
            int skipped = j;
            PolyMat minor = of(rows - 1, columns - 1, (i, k) -> get(i + 1, k < skipped ? k : k + 1));
            Poly term = get(0, j).multiply(minor.determinant());
            sum = j % 2 == 0 ? sum.add(term) : sum.subtract(term);
        }
        return sum;
    }
}
