package gradlab.dynamics.euler;

import gradlab.analysis.backend.DenseBackend;
import gradlab.analysis.backend.Eigenvalues;
import gradlab.analysis.operator.DenseMatrix;
import gradlab.analysis.operator.LinearOperator;
import gradlab.analysis.spectrum.Euclidean;
import gradlab.analysis.spectrum.Outcome;
import gradlab.analysis.spectrum.PartialEigenvalues;
import java.util.Arrays;

/**
 * What is known of the eigenvalues of the Jacobian J of a branch.
 *
 * @param values the eigenvalues, all n or the outermost ones; real and imaginary parts below the resolution are 0
 * @param complete whether these are all
 * @param resolution how large a real or imaginary part has to be to be told from 0: n ulps of ‖J‖_F, or the residual of a Ritz
 *     value. Eigenvalues that meet in a Jordan block may be off by more
 * @param converged whether the outermost eigenvalues are among the values
 * @param abscissa the largest real part; only an estimate, the largest of a Ritz value, where that has not converged
 * @param method how they were found
 */
public record BranchSpectrum(
        Eigenvalues values, boolean complete, double resolution, boolean converged, double abscissa, String method) {
    private static final double ULP = 0x1p-52;

    static BranchSpectrum of(DenseMatrix jacobian, DenseBackend backend) {
        int n = jacobian.rows();
        double[] entries = jacobian.toArray();
        double resolution = n * ULP * Euclidean.norm(entries);
        Eigenvalues values = backend.eigenvalues(entries, n);
        Eigenvalues resolved = resolved(values, resolution);
        double abscissa = Arrays.stream(resolved.real().toArray()).max().orElse(Double.NEGATIVE_INFINITY);
        return new BranchSpectrum(
                resolved, true, resolution, true, abscissa, "all eigenvalues (" + backend.label() + ")");
    }

    static BranchSpectrum of(LinearOperator jacobian, PartialEigenvalues search, double tolerance) {
        PartialEigenvalues.Result result = search.of(jacobian);
        double largest = result.values().size() == 0 ? 0 : result.values().modulus(0);
        double resolution = tolerance * largest;
        boolean complete = result.values().size() == jacobian.rows();
        return new BranchSpectrum(
                resolved(result.values(), resolution),
                complete,
                resolution,
                result.outcome() == Outcome.CONVERGED,
                result.largestReal(),
                "the outermost eigenvalues, by Arnoldi in " + result.steps() + " steps (too large to be made dense)");
    }

    private static Eigenvalues resolved(Eigenvalues values, double resolution) {
        return Eigenvalues.of(
                resolved(values.real().toArray(), resolution),
                resolved(values.imaginary().toArray(), resolution),
                0);
    }

    private static double[] resolved(double[] parts, double resolution) {
        for (int i = 0; i < parts.length; i++) {
            parts[i] = Math.abs(parts[i]) <= resolution ? 0 : parts[i];
        }
        return parts;
    }
}
