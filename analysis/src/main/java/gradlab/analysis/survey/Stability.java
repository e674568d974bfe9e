package gradlab.analysis.survey;

import gradlab.analysis.backend.DenseBackend;
import gradlab.analysis.operator.DenseMatrix;
import gradlab.analysis.spectrum.CheckedEigenvalues;
import gradlab.analysis.spectrum.KreissConstant;
import gradlab.analysis.spectrum.NormalityDefect;
import gradlab.analysis.spectrum.NumericalRange;
import gradlab.analysis.spectrum.Outcome;
import gradlab.analysis.spectrum.TransientGrowth;

/**
 * What the powers of a square matrix do, and how far its eigenvalues mislead about that.
 *
 * @param spectralRadius the largest modulus of an eigenvalue
 * @param abscissa the largest real part of an eigenvalue
 * @param numericalAbscissa the largest real part of the numerical range, the eigenvalue of (A + A')/2
 * @param departure Henrici's departure from normality over ‖A‖_F: 0 of a normal matrix, at most 1
 * @param kreissLower at most the Kreiss constant of powers; infinite where an eigenvalue lies outside the unit disc
 * @param kreissUpper at least the Kreiss constant of powers, possibly infinite
 * @param growth the largest norm of a power
 */
public record Stability(
        double spectralRadius,
        double abscissa,
        double numericalAbscissa,
        double departure,
        double kreissLower,
        double kreissUpper,
        TransientGrowth.Result growth) {

    /** Computes them all; some thousand times n² operations, and more for a long transient. */
    static Stability of(DenseMatrix matrix, DenseBackend backend) {
        CheckedEigenvalues eigenvalues = CheckedEigenvalues.of(matrix, backend);
        KreissConstant.Result kreiss = KreissConstant.ofPowers().of(matrix);
        return new Stability(
                eigenvalues.spectralRadius(),
                eigenvalues.abscissa(),
                NumericalRange.of(matrix, 3, backend).abscissa(),
                NormalityDefect.of(matrix, backend).relative(),
                kreiss.outcome() == Outcome.UNBOUNDED ? Double.POSITIVE_INFINITY : kreiss.lower(),
                kreiss.upper(),
                TransientGrowth.withDefaults().withBackend(backend).of(matrix));
    }
}
