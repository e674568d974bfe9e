package gradlab.verification.recheck;

import java.util.Arrays;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/** A matrix of at most 4096 numbers; one of a single column is a vector. */
final class Mat implements Value {
    static final int LARGEST = 4096;

    final int rows;
    final int columns;
    private final Num[] entries;

    private Mat(int rows, int columns, Num[] entries) {
        this.rows = rows;
        this.columns = columns;
        this.entries = entries;
    }

    /** What stands in a row and column. */
    interface Entry {
        Num at(int row, int column);
    }

    static Mat of(int rows, int columns, Entry entry) {
        require(rows >= 0 && columns >= 0 && (long) rows * columns <= LARGEST, "a matrix of at most 4096 numbers");
        Num[] entries = new Num[rows * columns];
        Arrays.setAll(entries, k -> entry.at(k / columns, k % columns));
        return new Mat(rows, columns, entries);
    }

    static Mat vector(List<Num> entries) {
        return of(entries.size(), 1, (i, j) -> entries.get(i));
    }

    static Mat identity(int n) {
        return of(n, n, (i, j) -> i == j ? Num.ONE : Num.ZERO);
    }

    static void require(boolean fits, String what) {
        if (!fits) {
            throw new RecheckException("expected " + what);
        }
    }

    Num get(int row, int column) {
        require(row >= 0 && row < rows && column >= 0 && column < columns, "an index inside the matrix");
        return entries[row * columns + column];
    }

    List<Num> entries() {
        return List.of(entries);
    }

    boolean isExact() {
        return entries().stream().allMatch(Num::isPoint);
    }

    Mat map(UnaryOperator<Num> f) {
        return of(rows, columns, (i, j) -> f.apply(get(i, j)));
    }

    Mat with(Mat other, BinaryOperator<Num> f) {
        require(rows == other.rows && columns == other.columns, "equal shapes");
        return of(rows, columns, (i, j) -> f.apply(get(i, j), other.get(i, j)));
    }

    Mat transpose() {
        return of(columns, rows, (i, j) -> get(j, i));
    }

    Mat times(Mat other) {
        require(columns == other.rows, "as many rows on the right as columns on the left");
        return of(
                rows,
                other.columns,
                (i, j) -> sum(IntStream.range(0, columns)
                        .mapToObj(k -> get(i, k).multiply(other.get(k, j)))
                        .toList()));
    }

    static Num sum(List<Num> items) {
        return items.stream().reduce(Num.ZERO, Num::add);
    }

    Num sumOfSquares() {
        return sum(entries().stream().map(x -> x.abs().multiply(x.abs())).toList());
    }

    /** The largest absolute row sum. */
    Num norminf() {
        return IntStream.range(0, rows)
                .mapToObj(i -> sum(IntStream.range(0, columns)
                        .mapToObj(j -> get(i, j).abs())
                        .toList()))
                .reduce(Num.ZERO, Num::max);
    }

    Mat power(long exponent) {
        requireSquare();
        Mat result = identity(rows);
        Mat square = this;
        for (long left = exponent; left > 0; left /= 2) {
            result = left % 2 == 0 ? result : result.times(square);
            square = left > 1 ? square.times(square) : square;
        }
        return result;
    }

    void requireSquare() {
        require(rows == columns, "a square matrix");
    }

    /** By expansion up to 3 x 3, so that nothing is divided; otherwise by elimination. */
    Num determinant() {
        requireSquare();
        if (rows > 3) {
            return eliminated(identity(rows)).determinant();
        }
        Num sum = rows == 0 ? Num.ONE : Num.ZERO;
        for (int j = 0; j < rows; j++) {
            int skipped = j;
            Mat minor = of(rows - 1, rows - 1, (r, c) -> get(r + 1, c < skipped ? c : c + 1));
            Num term = get(0, j).multiply(minor.determinant());
            sum = j % 2 == 0 ? sum.add(term) : sum.subtract(term);
        }
        return sum;
    }

    Mat inverse() {
        requireSquare();
        Elimination done = eliminated(identity(rows));
        if (done.determinant().isZero()) {
            throw NoValue.undefined("inverse of a singular matrix");
        }
        return done.right();
    }

    private record Elimination(Num determinant, Mat right) {}

    /** Gauss-Jordan elimination of this beside another; a pivot must certainly not be 0. */
    private Elimination eliminated(Mat beside) {
        Num[][] a = new Num[rows][];
        for (int i = 0; i < rows; i++) {
            int row = i;
            a[i] = IntStream.range(0, 2 * rows)
                    .mapToObj(j -> j < columns ? get(row, j) : beside.get(row, j - columns))
                    .toArray(Num[]::new);
        }
        Num determinant = Num.ONE;
        for (int k = 0; k < rows; k++) {
            int pivot = pivot(a, k);
            if (pivot == rows) {
                return new Elimination(Num.ZERO, this);
            }
            Num[] row = a[pivot];
            a[pivot] = a[k];
            a[k] = row;
            determinant = (pivot == k ? determinant : determinant.negate()).multiply(row[k]);
            Num divisor = row[k];
            Arrays.setAll(row, j -> row[j].divide(divisor));
            for (int i = 0; i < rows; i++) {
                Num[] target = a[i];
                Num factor = target[k];
                if (i != k && !factor.isZero()) {
                    Arrays.setAll(target, j -> target[j].subtract(factor.multiply(row[j])));
                }
            }
        }
        return new Elimination(determinant, of(rows, rows, (i, j) -> a[i][rows + j]));
    }

    /** A row from k on whose entry in column k is certainly not 0; the number of rows if all are 0. */
    private static int pivot(Num[][] a, int k) {
        boolean zero = true;
        for (int i = k; i < a.length; i++) {
            if (!a[i][k].containsZero()) {
                return i;
            }
            zero &= a[i][k].isZero();
        }
        if (!zero) {
            throw NoValue.undecided("pivots that may be 0");
        }
        return a.length;
    }
}
