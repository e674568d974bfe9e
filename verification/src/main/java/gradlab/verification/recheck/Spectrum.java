package gradlab.verification.recheck;

import static gradlab.verification.recheck.RecheckException.require;

import gradlab.verification.recheck.CaseCheck.Answer;
import java.math.BigInteger;
import java.util.stream.IntStream;

/** What the eigenvalues of matrices of known kinds come to. */
final class Spectrum {
    private Spectrum() {}

    /** The spectral radius, by itself for triangular, exactly symmetric and 2 x 2 matrices. */
    static Num radius(Mat a) {
        Num trace = a.trace();
        if (isTriangular(a)) {
            return Mat.identity(a.rows).with(a, Num::multiply).norminf();
        }
        if (a.equal(a.transpose()) == Answer.HOLDS) {
            return SingularValues.of(a, 1);
        }
        if (a.rows != 2) {
            return Moduli.radius(a);
        }
        Num discriminant = discriminant(a);
        Answer complex = discriminant.less(Num.ZERO);
        if (complex == Answer.UNDECIDED) {
            return Moduli.radius(a);
        }
        return complex == Answer.HOLDS
                ? a.determinant().sqrt()
                : trace.divide(Num.TWO).abs().add(discriminant.sqrt());
    }

    /** The largest real part of an eigenvalue, by itself for triangular, exactly symmetric and 2 x 2 matrices. */
    static Num abscissa(Mat a) {
        Num trace = a.trace();
        if (isTriangular(a)) {
            return IntStream.range(0, a.rows)
                    .mapToObj(i -> a.get(i, i))
                    .reduce(Num::max)
                    .orElseThrow(() -> new RecheckException("expected at least one row"));
        }
        if (a.equal(a.transpose()) == Answer.HOLDS) {
            return largestEigenvalue(a);
        }
        if (a.rows != 2) {
            return Moduli.abscissa(a);
        }
        Num discriminant = discriminant(a);
        return trace.divide(Num.TWO).add(discriminant.max(Num.ZERO).sqrt());
    }

    /** The largest eigenvalue of (A + A')/2. */
    static Num numericalAbscissa(Mat a) {
        require(a.rows == a.columns && a.rows > 0, "a square matrix");
        return largestEigenvalue(a.with(a.transpose(), Num::add).map(x -> x.divide(Num.TWO)));
    }

    /** Of a symmetric matrix: the norm of S + t I, less t, for a t that leaves no eigenvalue below 0. */
    private static Num largestEigenvalue(Mat s) {
        require(s.rows <= SingularValues.LARGEST_SIZE, "a matrix of at most 64 x 64");
        Num shift = Num.of(Rational.of(s.norminf().high.floor().add(BigInteger.ONE)));
        return SingularValues.of(Mat.identity(s.rows).map(shift::multiply).with(s, Num::add), 1)
                .subtract(shift);
    }

    /** Of a 2 x 2 matrix: the square of half the distance of its eigenvalues. */
    private static Num discriminant(Mat a) {
        Num half = a.get(0, 0).subtract(a.get(1, 1)).divide(Num.TWO).abs();
        return half.multiply(half).add(a.get(0, 1).multiply(a.get(1, 0)));
    }

    private static boolean isTriangular(Mat a) {
        return isZero(a, true) || isZero(a, false);
    }

    /** Whether everything below, or above, the diagonal is 0. */
    private static boolean isZero(Mat a, boolean below) {
        return Mat.of(a.rows, a.rows, (i, j) -> (below ? j < i : i < j) ? a.get(i, j) : Num.ZERO).entries.stream()
                .allMatch(Num::isZero);
    }
}
