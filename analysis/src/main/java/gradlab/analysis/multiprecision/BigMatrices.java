package gradlab.analysis.multiprecision;

import gradlab.analysis.arithmetic.LinearAlgebra;
import gradlab.analysis.arithmetic.Matrix;
import gradlab.analysis.arithmetic.MatrixArithmetic;
import gradlab.analysis.arithmetic.NoValueException;
import java.util.List;

/** Matrices of long intervals: what is enclosed holds for every real matrix inside. What needs eigenvectors is left undecided. */
record BigMatrices(BigArithmetic numbers) implements MatrixArithmetic<BigInterval> {

    @Override
    public BigInterval spectralNorm(Matrix<BigInterval> a) {
        List<BigInterval> values = singularValues(a);
        return values.isEmpty() ? BigInterval.ZERO : values.get(0);
    }

    @Override
    public List<BigInterval> singularValues(Matrix<BigInterval> a) {
        return new BigSingularValues(numbers).of(a.rows() < a.columns() ? a.transpose() : a);
    }

    @Override
    public BigInterval spectralRadius(Matrix<BigInterval> a) {
        if (isTriangular(a) || isTriangular(a.transpose())) {
            BigInterval radius = BigInterval.ZERO;
            for (int i = 0; i < a.rows(); i++) {
                radius = radius.max(a.get(i, i).abs());
            }
            return radius;
        }
        if (isSymmetric(a)) {
            return spectralNorm(a);
        }
        throw NoValueException.undecided("eigenvalues to many digits");
    }

    @Override
    public BigInterval abscissa(Matrix<BigInterval> a) {
        if (isTriangular(a) || isTriangular(a.transpose())) {
            BigInterval abscissa = a.get(0, 0);
            for (int i = 1; i < a.rows(); i++) {
                abscissa = abscissa.max(a.get(i, i));
            }
            return abscissa;
        }
        if (isSymmetric(a)) {
            return numericalAbscissa(a);
        }
        throw NoValueException.undecided("eigenvalues to many digits");
    }

    /** The norm of S + c I less c, for the symmetric part S and a c not below its norm. */
    @Override
    public BigInterval numericalAbscissa(Matrix<BigInterval> a) {
        Matrix<BigInterval> symmetric =
                a.with(a.transpose(), (x, y) -> numbers.add(x, y).scaled(-1));
        BigInterval bound = BigInterval.of(numbers.sqrt(new LinearAlgebra<>(numbers).squaredNorm(symmetric.entries()))
                .high());
        Matrix<BigInterval> shifted = Matrix.of(
                a.rows(), a.rows(), (i, j) -> i == j ? numbers.add(symmetric.get(i, j), bound) : symmetric.get(i, j));
        return numbers.subtract(spectralNorm(shifted), bound);
    }

    /** Known where every singular value is above 0, or every entry 0. */
    @Override
    public BigInterval rank(Matrix<BigInterval> a) {
        if (a.entries().stream().allMatch(BigInterval.ZERO::equals)) {
            return BigInterval.ZERO;
        }
        List<BigInterval> values = singularValues(a);
        if (values.stream().allMatch(value -> value.low().signum() > 0)) {
            return BigInterval.of(values.size());
        }
        throw NoValueException.undecided("the rank of a matrix that may be singular");
    }

    @Override
    public BigInterval kreiss(Matrix<BigInterval> a) {
        throw NoValueException.undecided("a Kreiss constant to many digits");
    }

    @Override
    public BigInterval kreissContinuous(Matrix<BigInterval> a) {
        throw NoValueException.undecided("a Kreiss constant to many digits");
    }

    @Override
    public BigInterval determinant(Matrix<BigInterval> a) {
        return new BigElimination(numbers, a).determinant();
    }

    @Override
    public Matrix<BigInterval> inverse(Matrix<BigInterval> a) {
        return new BigElimination(numbers, a).inverse();
    }

    private static boolean isTriangular(Matrix<BigInterval> a) {
        for (int i = 0; i < a.rows(); i++) {
            for (int j = 0; j < i; j++) {
                if (!a.get(i, j).equals(BigInterval.ZERO)) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Of entries known exactly: intervals that are equal may hold different numbers. */
    private static boolean isSymmetric(Matrix<BigInterval> a) {
        return a.entries().stream().allMatch(BigInterval::isPoint) && a.equals(a.transpose());
    }
}
