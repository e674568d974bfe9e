package gradlab.dynamics.euler;

import gradlab.analysis.backend.DenseBackend;
import gradlab.analysis.operator.DenseMatrix;
import gradlab.analysis.operator.LinearOperator;
import gradlab.analysis.operator.Vector;
import gradlab.analysis.spectrum.Euclidean;
import gradlab.analysis.spectrum.NormalityDefect;
import gradlab.analysis.spectrum.PartialEigenvalues;
import gradlab.analysis.spectrum.SpectralNorm;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Holds a residual layer's step against the stability regions, and against what eigenvalues do not tell: the norm of the step
 * and the logarithmic norm.
 *
 * <p>Up to {@code denseLimit} dimensions (twice that if J is a matrix already) J is made dense, by n applications, and all its eigenvalues are computed (some 10 n³
 * operations). Beyond, J is only applied: the outermost eigenvalues come from Arnoldi, mu_2 and -mu_2(-J) from Lanczos on the
 * symmetric part, the norms from Golub-Kahan-Lanczos, all to about 1e-3 or better. Then no share can be given, and RK's norms
 * and mu_1, mu_inf are left out.
 */
public final class StepSurvey {
    private static final double ROUGH = 1e-3;
    private static final int ROUGH_STEPS = 60;
    private static final double FINE = 1e-6;
    private static final int MOST_ROUNDS = 60;
    /** How much larger a matrix may be that need not be made dense first. */
    private static final int MATRIX = 2;
    /** The departure from normality takes all eigenvalues once more. */
    private static final int LARGEST_DEPARTURE = 512;
    /** A norm above 1 by no more than this is 1 to rounding. */
    private static final double ROUNDING = 1e-12;

    private final int denseLimit;
    private final long seed;
    private final DenseBackend backend;

    private StepSurvey(int denseLimit, long seed, DenseBackend backend) {
        this.denseLimit = denseLimit;
        this.seed = seed;
        this.backend = backend;
    }

    /** Dense up to 1,024 dimensions, where a layer takes some seconds; seed 0, plain Java. */
    public static StepSurvey withDefaults() {
        return new StepSurvey(1_024, 0, DenseBackend.fixedOrder());
    }

    /** Makes Jacobians dense up to this dimension. */
    public StepSurvey withDenseLimit(int limit) {
        if (limit < 0 || limit > 4_096) {
            throw new IllegalArgumentException("denseLimit must be from 0 to 4096, was " + limit);
        }
        return new StepSurvey(limit, seed, backend);
    }

    /** Draws starting vectors from this seed. */
    public StepSurvey withSeed(long newSeed) {
        return new StepSurvey(denseLimit, newSeed, backend);
    }

    /** Decomposes with these kernels. */
    public StepSurvey withBackend(DenseBackend other) {
        return new StepSurvey(denseLimit, seed, other);
    }

    /** What is handed to the judgement of a layer. */
    private record Found(
            BranchSpectrum spectrum,
            double upper,
            double lower,
            Optional<LogarithmicNorms> norms,
            OptionalDouble departure) {}

    /**
     * One layer.
     *
     * @throws IllegalArgumentException if its Jacobian has an entry that is not finite
     */
    public LayerStability of(ResidualStep step) {
        LinearOperator jacobian = step.jacobian();
        boolean given = jacobian instanceof DenseMatrix;
        if (step.dimension() > (given ? MATRIX * denseLimit : denseLimit)) {
            return judged(step, jacobian, sparse(jacobian), norm(false));
        }
        DenseMatrix dense = DenseMatrix.of(jacobian);
        return judged(step, dense, dense(dense), norm(true));
    }

    /** Norms; a dense matrix affords an accuracy at which 1 is told from more. */
    private SpectralNorm norm(boolean dense) {
        SpectralNorm norm = SpectralNorm.withDefaults().withSeed(seed).withBackend(backend);
        return dense
                ? norm.withRelativeTolerance(1e-12)
                : norm.withRelativeTolerance(ROUGH).withMaxSteps(ROUGH_STEPS);
    }

    private Found dense(DenseMatrix jacobian) {
        LogarithmicNorms norms = LogarithmicNorms.of(jacobian, backend);
        return new Found(
                BranchSpectrum.of(jacobian, backend),
                norms.two(),
                norms.lowerTwo(),
                Optional.of(norms),
                jacobian.rows() > LARGEST_DEPARTURE
                        ? OptionalDouble.empty()
                        : OptionalDouble.of(
                                NormalityDefect.of(jacobian, backend).relative()));
    }

    private Found sparse(LinearOperator jacobian) {
        PartialEigenvalues search = PartialEigenvalues.withDefaults().withSeed(seed);
        PartialEigenvalues.Result symmetric =
                search.withRelativeTolerance(ROUGH).withMaxSteps(ROUGH_STEPS).ofSymmetricPart(jacobian);
        return new Found(
                BranchSpectrum.of(jacobian, search.withRelativeTolerance(FINE), FINE),
                symmetric.largestReal(),
                symmetric.smallestReal(),
                Optional.empty(),
                OptionalDouble.empty());
    }

    private LayerStability judged(ResidualStep step, LinearOperator jacobian, Found found, SpectralNorm norm) {
        double h = step.step();
        boolean dense = found.norms().isPresent();
        List<SchemeStability> schemes = new ArrayList<>();
        for (Scheme scheme : Scheme.values()) {
            OptionalDouble own = dense || scheme == Scheme.FORWARD_EULER
                    ? OptionalDouble.of(norm.of(scheme.step(jacobian, h)).value())
                    : OptionalDouble.empty();
            schemes.add(SchemeStability.of(scheme, found.spectrum(), step.dimension(), h, own));
        }
        double stepNorm = schemes.get(0).norm().orElseThrow();
        double contractive = contractiveStep(jacobian, found, schemes.get(0), norm, dense ? ROUNDING : ROUGH);
        Verdict verdict = verdict(schemes.get(0), found.spectrum(), stepNorm, dense ? ROUNDING : ROUGH);
        return new LayerStability(
                step.name(),
                step.kind(),
                step.dimension(),
                h,
                step.continues(),
                step.differentiable(),
                found.spectrum(),
                found.upper(),
                found.lower(),
                found.norms(),
                found.departure(),
                norm.of(jacobian).value(),
                stepNorm,
                contractive,
                schemes,
                verdict,
                Advice.of(h, schemes, stepNorm, contractive, found.upper(), verdict));
    }

    private static Verdict verdict(SchemeStability euler, BranchSpectrum spectrum, double stepNorm, double tolerance) {
        if (!euler.inside()) {
            return euler.largestStep() > 0 ? Verdict.STEP_TOO_LARGE : Verdict.NO_STABLE_STEP;
        }
        if (stepNorm <= 1 + tolerance) {
            return Verdict.CONTRACTS;
        }
        return spectrum.converged() ? Verdict.TRANSIENT : Verdict.UNSETTLED;
    }

    /**
     * The largest h with ‖I + hJ‖ <= 1. For a vector v the step keeps its norm at {@code h = -2 v'Jv/‖Jv‖²}; starting from the
     * largest stable step, v is the vector that the step stretches the most, which lowers h until none is stretched. The norm
     * is convex in h, so this converges from above, faster than linearly.
     */
    private static double contractiveStep(
            LinearOperator jacobian, Found found, SchemeStability euler, SpectralNorm norm, double tolerance) {
        if (euler.largestStep() == 0 || found.upper() > found.spectrum().resolution()) {
            return 0;
        }
        double h = !Double.isFinite(euler.largestStep())
                ? 2 / Math.max(norm.of(jacobian).value(), Double.MIN_NORMAL)
                : euler.largestStep();
        for (int i = 0; i < MOST_ROUNDS; i++) {
            LinearOperator step = Scheme.FORWARD_EULER.step(jacobian, h);
            if (norm.of(step).value() <= 1 + tolerance) {
                return h;
            }
            double next = kept(jacobian, norm.mostStretched(step));
            if (!(next > 0)) {
                return 0;
            }
            if (next >= h * (1 - tolerance)) {
                return next;
            }
            h = next;
        }
        return h;
    }

    private static double kept(LinearOperator jacobian, Vector v) {
        double[] direction = v.toArray();
        double[] image = jacobian.apply(direction);
        double length = Euclidean.norm(image);
        return length == 0 ? 0 : -2 * Euclidean.dot(direction, image) / length / length;
    }
}
