package gradlab.verification.recheck;

import static gradlab.verification.recheck.RecheckException.require;

import gradlab.verification.recheck.CaseCheck.Answer;
import java.util.Arrays;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/** A matrix of at most 4096 numbers; one of a single column is a vector, one of a single entry a number. */
final class Mat implements Value {
    static final int LARGEST = 4096;

    final int rows;
    final int columns;
    final List<Num> entries;

    private Mat(int rows, int columns, Num[] entries) {
        this.rows = rows;
        this.columns = columns;
        this.entries = List.of(entries);
    }

    /** What stands in a row and column. */
    interface Entry {
        Num at(int row, int column);
    }

    static Mat of(int rows, int columns, Entry entry) {
        require((long) rows * columns <= LARGEST, "a matrix of at most " + LARGEST + " numbers");
        Work.count((long) rows * columns);
        Num[] entries = new Num[rows * columns];
        Arrays.setAll(entries, k -> entry.at(k / columns, k % columns));
        return new Mat(rows, columns, entries);
    }

    static Mat of(Num number) {
        return of(1, 1, (i, j) -> number);
    }

    static Mat identity(int n) {
        return of(n, n, (i, j) -> i == j ? Num.ONE : Num.ZERO);
    }

    Num get(int row, int column) {
        return entries.get(row * columns + column);
    }

    /** The only entry. */
    Num number() {
        require(entries.size() == 1, "a number");
        return entries.get(0);
    }

    boolean isExact() {
        return entries.stream().allMatch(Num::isPoint);
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

    /** The product, of matrices or with a number. */
    Mat times(Mat other) {
        if (entries.size() == 1) {
            return other.map(number()::multiply);
        }
        if (other.entries.size() == 1 && columns != 1) {
            return map(other.number()::multiply);
        }
        require(columns == other.rows, "as many rows on the right as columns on the left");
        return of(rows, other.columns, (i, j) -> sum(columns, k -> get(i, k).multiply(other.get(k, j))));
    }

    /** What is added up. */
    interface Summand {
        Num at(int index);
    }

    static Num sum(int count, Summand summand) {
        return IntStream.range(0, count).mapToObj(summand::at).reduce(Num.ZERO, Num::add);
    }

    Num sum() {
        return sum(entries.size(), entries::get);
    }

    Num mean() {
        require(!entries.isEmpty(), "at least one number");
        return sum().divide(Num.of(entries.size()));
    }

    Num sumOfSquares() {
        return map(x -> x.abs().multiply(x.abs())).sum();
    }

    Num trace() {
        require(rows == columns, "a square matrix");
        return sum(rows, i -> get(i, i));
    }

    /** The largest absolute row sum. */
    Num norminf() {
        return IntStream.range(0, rows)
                .mapToObj(i -> sum(columns, j -> get(i, j).abs()))
                .reduce(Num.ZERO, Num::max);
    }

    Mat power(long exponent) {
        require(rows == columns, "a square matrix");
        Mat result = identity(rows);
        Mat square = this;
        for (long left = exponent; left > 0; left /= 2) {
            result = left % 2 == 0 ? result : result.times(square);
            square = left > 1 ? square.times(square) : square;
        }
        return result;
    }

    /** By expansion up to 3 x 3, which is narrower for boxes; otherwise by powers. */
    Num determinant() {
        Num c = trace();
        if (rows == 0 || rows > 3) {
            return rows == 0 ? Num.ONE : powers().constant;
        }
        return rows == 1
                ? c
                : sum(rows, j -> {
                    Num term = get(0, j).multiply(minor(j).determinant());
                    return j % 2 == 0 ? term : term.negate();
                });
    }

    private Mat minor(int skipped) {
        return of(rows - 1, rows - 1, (i, j) -> get(i + 1, j < skipped ? j : j + 1));
    }

    Mat inverse() {
        Num determinant = determinant();
        if (determinant.containsZero()) {
            throw NoValue.of(determinant.isZero(), "inverse of a singular matrix");
        }
        return powers().adjugate.map(x -> x.divide(determinant));
    }

    private record Powers(Num constant, Mat adjugate) {}

    /**
     * Determinant and adjugate by the Faddeev-LeVerrier recurrence M_1 = I, c_k = trace(A M_k)/k, M_(k+1) = c_k I - A M_k, which
     * divides by integers alone: det A = c_n, adj A = M_n.
     */
    private Powers powers() {
        Mat m = identity(rows);
        Num c = Num.ONE;
        Mat last = m;
        for (int k = 1; k <= rows; k++) {
            last = m;
            Mat product = times(m);
            c = product.trace().divide(Num.of(k));
            m = identity(rows).map(c::multiply).with(product, Num::subtract);
        }
        return new Powers(c, last);
    }

    Answer equal(Mat other) {
        require(rows == other.rows && columns == other.columns, "equal shapes");
        List<Answer> answers = IntStream.range(0, entries.size())
                .mapToObj(k -> entries.get(k).equal(other.entries.get(k)))
                .toList();
        boolean apart = answers.contains(Answer.VIOLATED);
        return !apart && answers.contains(Answer.UNDECIDED) ? Answer.UNDECIDED : Answer.of(!apart);
    }
}
