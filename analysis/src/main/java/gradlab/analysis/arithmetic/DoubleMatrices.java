package gradlab.analysis.arithmetic;

import gradlab.analysis.backend.DecompositionException;
import gradlab.analysis.backend.DenseKernels;
import gradlab.analysis.backend.Eigenvalues;
import gradlab.analysis.interval.Interval;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;

/** Matrices of binary64 numbers, by dense decompositions; approximate, and undecided where one does not converge. */
enum DoubleMatrices implements MatrixArithmetic<Double> {
    /** The one there is. */
    BINARY64;

    @Override
    public Double spectralNorm(Matrix<Double> a) {
        List<Double> values = singularValues(a);
        return values.isEmpty() ? 0 : values.get(0);
    }

    @Override
    public List<Double> singularValues(Matrix<Double> a) {
        double[] values = converged(() -> DenseKernels.singularValues(rowMajor(a), a.rows(), a.columns()));
        return Arrays.stream(values).boxed().toList();
    }

    @Override
    public Double spectralRadius(Matrix<Double> a) {
        Eigenvalues values = converged(() -> DenseKernels.eigenvalues(rowMajor(a), a.rows()));
        double largest = 0;
        for (int i = 0; i < values.size(); i++) {
            largest = Math.max(largest, values.modulus(i));
        }
        return largest;
    }

    @Override
    public Double abscissa(Matrix<Double> a) {
        Eigenvalues values = converged(() -> DenseKernels.eigenvalues(rowMajor(a), a.rows()));
        return Arrays.stream(values.real().toArray()).max().orElseThrow();
    }

    @Override
    public Double numericalAbscissa(Matrix<Double> a) {
        Matrix<Double> symmetric = a.with(a.transpose(), (x, y) -> DoubleArithmetic.finite(x / 2 + y / 2));
        return Arrays.stream(converged(() -> DenseKernels.symmetricEigen(rowMajor(symmetric), a.rows()))
                        .values()
                        .toArray())
                .max()
                .orElseThrow();
    }

    /** The number of singular values that rounding cannot have made of 0. */
    @Override
    public Double rank(Matrix<Double> a) {
        List<Double> values = singularValues(a);
        double level = values.isEmpty() ? 0 : Math.max(a.rows(), a.columns()) * Math.ulp(values.get(0));
        return (double) values.stream().filter(value -> value > level).count();
    }

    @Override
    public Double kreiss(Matrix<Double> a) {
        return spectralRadius(a) < 1
                ? estimated(a, true)
                : MatrixEnclosures.ENCLOSURES.kreiss(a.map(Interval::of)).lower();
    }

    @Override
    public Double kreissContinuous(Matrix<Double> a) {
        return abscissa(a) < 0
                ? estimated(a, false)
                : MatrixEnclosures.ENCLOSURES
                        .kreissContinuous(a.map(Interval::of))
                        .lower();
    }

    private static double estimated(Matrix<Double> a, boolean discrete) {
        return converged(() -> new KreissEstimate(rowMajor(a), a.rows(), discrete).value());
    }

    @Override
    public Double determinant(Matrix<Double> a) {
        return DoubleArithmetic.finite(Elimination.determinant(rowMajor(a), a.rows()));
    }

    @Override
    public Matrix<Double> inverse(Matrix<Double> a) {
        double[] inverse = Elimination.inverse(rowMajor(a), a.rows());
        int n = a.rows();
        return Matrix.of(n, n, (i, j) -> DoubleArithmetic.finite(inverse[i * n + j]));
    }

    private static <V> V converged(Supplier<V> decomposition) {
        try {
            return decomposition.get();
        } catch (DecompositionException e) {
            throw NoValueException.undecided(String.valueOf(e.getMessage()));
        }
    }

    private static double[] rowMajor(Matrix<Double> a) {
        return a.entries().stream().mapToDouble(Double::doubleValue).toArray();
    }
}
