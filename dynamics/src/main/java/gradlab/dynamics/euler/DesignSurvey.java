package gradlab.dynamics.euler;

import gradlab.analysis.backend.DenseBackend;
import gradlab.analysis.layer.Jacobian;
import gradlab.analysis.layer.Layers;
import gradlab.analysis.operator.DenseMatrix;
import gradlab.analysis.operator.Vector;
import gradlab.analysis.spectrum.SpectralNorm;
import java.util.ArrayList;
import java.util.List;

/** What the designs that are made for stability do with the same weights A and the same step h. */
final class DesignSurvey {
    private static final double ROUNDING = 1e-9;

    private final DenseMatrix a;
    private final double h;
    private final DenseBackend backend;

    private DesignSurvey(DenseMatrix a, double h, DenseBackend backend) {
        this.a = a;
        this.h = h;
        this.backend = backend;
    }

    /** Of a square matrix; the Hamiltonian block, of twice its side, takes it for its K. */
    static List<DesignRow> of(DenseMatrix a, double h, DenseBackend backend) {
        DesignSurvey survey = new DesignSurvey(a, h, backend);
        List<DesignRow> rows = new ArrayList<>();
        double frequency = SpectralNorm.withDefaults()
                .withBackend(backend)
                .of(Designs.antisymmetric(a, 0))
                .value();
        rows.add(survey.antisymmetric(0, frequency));
        double damping = Designs.leastDamping(h, frequency);
        if (frequency > 0 && damping > 0) {
            rows.add(survey.antisymmetric(damping, frequency));
        }
        rows.add(survey.hamiltonian());
        return rows;
    }

    private DesignRow antisymmetric(double damping, double frequency) {
        DenseMatrix w = Designs.antisymmetric(a, damping);
        double radius = Scheme.FORWARD_EULER.amplification(-h * damping, h * frequency);
        double largest = StableStep.of(Scheme.FORWARD_EULER, -damping, frequency);
        double norm = SpectralNorm.withDefaults()
                .withBackend(backend)
                .of(Scheme.FORWARD_EULER.step(w, h))
                .value();
        return new DesignRow(
                damping == 0 ? "antisymmetric" : "antisymmetric, damped",
                damping,
                radius,
                norm,
                largest,
                radius <= 1 + ROUNDING,
                damping == 0 ? undamped(frequency) : "the least gamma with which this h is stable");
    }

    private String undamped(double frequency) {
        if (frequency == 0) {
            return "the matrix is symmetric, so nothing is left of it";
        }
        String limit = "; RK4 is stable up to h = " + Advice.number(StableStep.of(Scheme.RK4, 0, frequency));
        return Double.isNaN(Designs.leastDamping(h, frequency))
                ? "every step of Forward Euler amplifies, and no damping makes this h stable, for h |w| = "
                        + Advice.number(h * frequency) + " > 1" + limit
                : "every step of Forward Euler amplifies" + limit;
    }

    private DesignRow hamiltonian() {
        int n = a.rows();
        Vector zero = Vector.of(new double[n]);
        DenseMatrix step = Jacobian.of(
                        Designs.hamiltonianStep(a, zero, zero, Layers.sequential(), h), new double[2 * n])
                .dense();
        double radius = backend.eigenvalues(step.toArray(), 2 * n).modulus(0);
        double norm = SpectralNorm.withDefaults().withBackend(backend).of(a).value();
        boolean stable = h * norm <= 2;
        return new DesignRow(
                "Hamiltonian, symplectic Euler",
                0,
                radius,
                SpectralNorm.withDefaults().withBackend(backend).of(step).value(),
                norm == 0 ? Double.POSITIVE_INFINITY : 2 / norm,
                stable,
                stable
                        ? "determinant 1 and eigenvalues on the unit circle: neither grows nor decays"
                        : "determinant 1, but h ‖K‖ = " + Advice.number(h * norm) + " > 2");
    }
}
