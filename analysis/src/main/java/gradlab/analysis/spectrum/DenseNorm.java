package gradlab.analysis.spectrum;

import gradlab.analysis.backend.DenseBackend;
import gradlab.analysis.operator.DenseMatrix;
import gradlab.analysis.operator.FactorChain;
import gradlab.analysis.operator.LinearOperator;
import java.util.Optional;

/** The norm by way of the matrix. */
record DenseNorm(DenseBackend backend) {
    /**
     * Multiplies a chain of matrices out and asks anew for the norm of the product; makes any other operator dense and
     * takes the largest of its singular values.
     *
     * @param why why this way was gone
     * @param steps Lanczos steps taken before
     */
    SpectralNorm.Result of(LinearOperator operator, String why, int steps) {
        FactorChain chain = FactorChain.of(operator);
        if (!(operator instanceof DenseMatrix) && chain.isExplicit()) {
            Optional<FactorChain.Multiplied> product = chain.multiply(backend::running);
            if (product.isPresent()) {
                return multiplied(product.get(), why, steps);
            }
        }
        Scaling scaling = Scaling.of(operator);
        double largest = backend.singularValues(scaling.entries(), scaling.rows(), scaling.columns())[0];
        // Singular values are exact for a matrix this near (golubvanloan2013, section 8.6).
        double residual = Math.ulp(1.0) * Math.max(scaling.rows(), scaling.columns()) * largest;
        String method = "dense singular values, " + why;
        return finite(scaling.unscaled(largest), scaling.unscaled(residual), steps, Outcome.DENSE, method);
    }

    private SpectralNorm.Result multiplied(FactorChain.Multiplied product, String why, int steps) {
        SpectralNorm.Result norm =
                SpectralNorm.withDefaults().withBackend(backend).of(product.matrix());
        return finite(
                Scaling.scalb(norm.value(), product.exponent()),
                Scaling.scalb(norm.residual(), product.exponent()),
                steps + norm.steps(),
                norm.outcome(),
                "multiplied out, " + why + "; then " + norm.method());
    }

    private static SpectralNorm.Result finite(
            double value, double residual, int steps, Outcome outcome, String method) {
        return Double.isFinite(value) && Double.isFinite(residual)
                ? new SpectralNorm.Result(value, residual, steps, outcome, method)
                : overflow(steps, method);
    }

    static SpectralNorm.Result overflow(int steps, String method) {
        return new SpectralNorm.Result(
                Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, steps, Outcome.OVERFLOW, method);
    }
}
