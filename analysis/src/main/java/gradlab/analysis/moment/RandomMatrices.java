package gradlab.analysis.moment;

import gradlab.analysis.arithmetic.LinearAlgebra;
import gradlab.analysis.arithmetic.Matrix;
import gradlab.analysis.arithmetic.MatrixArithmetic;
import gradlab.analysis.arithmetic.NoValueException;
import gradlab.analysis.arithmetic.Real;
import gradlab.analysis.arithmetic.RealArithmetic;
import gradlab.analysis.moment.RandomReal.Constant;
import java.util.List;

/** What is known of matrices with random entries. */
final class RandomMatrices implements MatrixArithmetic<RandomReal> {

    private static final int LARGEST_DETERMINANT = 5;

    private final MomentArithmetic numbers;
    private final RealArithmetic reals;

    RandomMatrices(MomentArithmetic numbers, RealArithmetic reals) {
        this.numbers = numbers;
        this.reals = reals;
    }

    /** The matrix of real numbers that it is; undecided if an entry is random. */
    static Matrix<Real> fixed(Matrix<RandomReal> a) {
        return a.map(MomentArithmetic::real);
    }

    private static boolean isFixed(Matrix<RandomReal> a) {
        return a.entries().stream().allMatch(Constant.class::isInstance);
    }

    /** Of a single row or column, where it is that of the vector. */
    @Override
    public RandomReal spectralNorm(Matrix<RandomReal> a) {
        if (isFixed(a)) {
            return new Constant(reals.matrices().spectralNorm(fixed(a)));
        }
        if (a.rows() == 1 || a.columns() == 1) {
            return new LinearAlgebra<>(numbers).norm(a.entries());
        }
        throw NoValueException.undecided("the norm of a random matrix");
    }

    /** By expansion along the first row. */
    @Override
    public RandomReal determinant(Matrix<RandomReal> a) {
        if (a.rows() > LARGEST_DETERMINANT || isFixed(a)) {
            return new Constant(reals.matrices().determinant(fixed(a)));
        }
        RandomReal sum = numbers.zero();
        for (int j = 0; j < a.rows(); j++) {
            RandomReal term = numbers.multiply(a.get(0, j), determinant(minor(a, j)));
            sum = j % 2 == 0 ? numbers.add(sum, term) : numbers.subtract(sum, term);
        }
        return sum;
    }

    private static Matrix<RandomReal> minor(Matrix<RandomReal> a, int skipped) {
        return Matrix.of(a.rows() - 1, a.rows() - 1, (i, j) -> a.get(i + 1, j < skipped ? j : j + 1));
    }

    @Override
    public List<RandomReal> singularValues(Matrix<RandomReal> a) {
        return reals.matrices().singularValues(fixed(a)).stream()
                .<RandomReal>map(Constant::new)
                .toList();
    }

    @Override
    public RandomReal spectralRadius(Matrix<RandomReal> a) {
        return new Constant(reals.matrices().spectralRadius(fixed(a)));
    }

    @Override
    public RandomReal abscissa(Matrix<RandomReal> a) {
        return new Constant(reals.matrices().abscissa(fixed(a)));
    }

    @Override
    public RandomReal numericalAbscissa(Matrix<RandomReal> a) {
        return new Constant(reals.matrices().numericalAbscissa(fixed(a)));
    }

    @Override
    public RandomReal rank(Matrix<RandomReal> a) {
        return new Constant(reals.matrices().rank(fixed(a)));
    }

    @Override
    public RandomReal kreiss(Matrix<RandomReal> a) {
        return new Constant(reals.matrices().kreiss(fixed(a)));
    }

    @Override
    public RandomReal kreissContinuous(Matrix<RandomReal> a) {
        return new Constant(reals.matrices().kreissContinuous(fixed(a)));
    }

    @Override
    public Matrix<RandomReal> inverse(Matrix<RandomReal> a) {
        return reals.matrices().inverse(fixed(a)).map(Constant::new);
    }
}
