package gradlab.analysis.survey;

import gradlab.analysis.backend.DenseBackend;
import gradlab.analysis.interval.CertifiedSpectrum;
import gradlab.analysis.interval.IntervalMatrix;
import gradlab.analysis.operator.DenseMatrix;
import gradlab.analysis.operator.LinearOperator;
import gradlab.analysis.operator.Vector;
import gradlab.analysis.spectrum.Outcome;
import gradlab.analysis.spectrum.PartialSingularValues;
import gradlab.analysis.spectrum.SingularValues;
import gradlab.analysis.spectrum.SpectralNorm;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Supplier;

/**
 * Surveys the spectrum of an operator.
 *
 * <p>The method is chosen: all singular values come from the dense matrix; a few of a large operator from Lanczos
 * ({@link PartialSingularValues}), and from the dense matrix after all where Lanczos does not converge and it fits. An
 * operator too large to be made dense gives its 10 largest where all were asked for. The norm alone of a large operator is
 * what {@link SpectralNorm} is asked for.
 */
public final class SpectrumSurvey {
    /** Up to this smaller side a matrix is decomposed whole in about a second, and then its condition is known too. */
    private static final int DENSE_MATRIX = 1_024;
    /** Up to this smaller side an operator is made dense in about as many applications as Lanczos takes. */
    private static final int DENSE_OPERATOR = 256;
    /** A dense decomposition beyond this side takes minutes. */
    private static final int LARGEST_SIDE = 4_096;

    private static final long LARGEST_SIZE = 1L << 25;
    private static final int LARGEST_STABILITY = 200;
    private static final int FEW = 10;
    private static final double UNIT_ROUNDOFF = 0x1p-53;

    private final int wanted;
    private final boolean certified;
    private final long seed;
    private final DenseBackend backend;
    private final Progress progress;

    private SpectrumSurvey(int wanted, boolean certified, long seed, DenseBackend backend, Progress progress) {
        this.wanted = wanted;
        this.certified = certified;
        this.seed = seed;
        this.backend = backend;
        this.progress = progress;
    }

    /** All singular values, no proved bounds, seed 0, the kernels in plain Java. */
    public static SpectrumSurvey withDefaults() {
        return new SpectrumSurvey(Integer.MAX_VALUE, false, 0, DenseBackend.fixedOrder(), Progress.SILENT);
    }

    /** Only the k largest. */
    public SpectrumSurvey withLargest(int k) {
        if (k < 1) {
            throw new IllegalArgumentException("k must be at least 1, was " + k);
        }
        return new SpectrumSurvey(k, certified, seed, backend, progress);
    }

    /** Proved bounds too. */
    public SpectrumSurvey withCertificate() {
        return new SpectrumSurvey(wanted, true, seed, backend, progress);
    }

    /** Starting vectors from this seed. */
    public SpectrumSurvey withSeed(long newSeed) {
        return new SpectrumSurvey(wanted, certified, newSeed, backend, progress);
    }

    /** Dense decompositions by these kernels; proved bounds never depend on them. */
    public SpectrumSurvey withBackend(DenseBackend other) {
        return new SpectrumSurvey(wanted, certified, seed, other, progress);
    }

    /** Tells this one how far it has come. */
    public SpectrumSurvey withProgress(Progress other) {
        return new SpectrumSurvey(wanted, certified, seed, backend, other);
    }

    /**
     * The spectrum of a matrix.
     *
     * @throws IllegalArgumentException if an entry is not finite
     */
    public Spectrum of(DenseMatrix matrix) {
        return of(matrix, () -> IntervalMatrix.of(matrix.rows(), matrix.columns(), matrix.toArray()));
    }

    /**
     * The spectrum of an operator.
     *
     * @param operator the operator, as closely as binary64 gives it
     * @param enclosure an interval matrix that surely holds its matrix; asked for only where bounds are to be proved
     * @throws IllegalArgumentException if the operator gives numbers that are not finite
     */
    public Spectrum of(LinearOperator operator, Supplier<IntervalMatrix> enclosure) {
        int side = Math.min(operator.rows(), operator.columns());
        boolean fits = side <= LARGEST_SIDE && (long) operator.rows() * operator.columns() <= LARGEST_SIZE;
        int count = Math.min(wanted, fits ? side : FEW);
        int dense = operator instanceof DenseMatrix ? DENSE_MATRIX : DENSE_OPERATOR;
        boolean few = side > dense && count <= side / FEW;
        Optional<CertifiedSpectrum> bounds = certified ? Optional.of(certificate(enclosure)) : Optional.empty();
        if (fits && !few) {
            return dense(operator, count, "", bounds);
        }
        LinearOperator watched = watched(operator, -1);
        if (count == 1) {
            SpectralNorm.Result norm = SpectralNorm.withDefaults()
                    .withSeed(seed)
                    .withBackend(backend)
                    .of(watched);
            return norm(operator, norm, bounds);
        }
        PartialSingularValues.Result result =
                PartialSingularValues.largest(count).withSeed(seed).of(watched);
        if (result.outcome() == Outcome.MAX_STEPS && fits) {
            return dense(operator, count, "Lanczos did not converge in " + result.steps() + " steps; ", bounds);
        }
        return lanczos(operator, result, fits, bounds);
    }

    private CertifiedSpectrum certificate(Supplier<IntervalMatrix> enclosure) {
        progress.pass("proving bounds", 0, -1);
        return CertifiedSpectrum.of(enclosure.get());
    }

    /** Matrices are known by their entries too, so they stay as they are. */
    private LinearOperator watched(LinearOperator operator, long products) {
        progress.pass("singular values", 0, -1);
        return operator instanceof DenseMatrix
                ? operator
                : new Watched(operator, progress, "products with the Jacobian", products);
    }

    private static Spectrum norm(
            LinearOperator operator, SpectralNorm.Result norm, Optional<CertifiedSpectrum> bounds) {
        return new Spectrum(
                operator.rows(),
                operator.columns(),
                Vector.of(norm.value()),
                false,
                norm.value(),
                OptionalDouble.empty(),
                norm.residual(),
                OptionalDouble.empty(),
                OptionalInt.empty(),
                norm.method(),
                norm.outcome() == Outcome.MAX_STEPS || norm.outcome() == Outcome.OVERFLOW
                        ? norm.outcome().advice()
                        : "",
                bounds,
                Optional.empty());
    }

    private Spectrum dense(LinearOperator operator, int count, String before, Optional<CertifiedSpectrum> bounds) {
        DenseMatrix matrix = DenseMatrix.of(watched(operator, Math.min(operator.rows(), operator.columns())));
        progress.pass("singular values", 0, -1);
        SingularValues all = SingularValues.checked(matrix, backend);
        int side = all.values().size();
        double tolerance = Math.min(0.5, Math.max(matrix.rows(), matrix.columns()) * UNIT_ROUNDOFF);
        boolean small = matrix.rows() == matrix.columns() && side > 0 && side <= LARGEST_STABILITY;
        return new Spectrum(
                matrix.rows(),
                matrix.columns(),
                Vector.of(Arrays.copyOf(all.values().toArray(), count)),
                count == side,
                all.largest(),
                OptionalDouble.of(condition(all)),
                all.residual().orElse(0),
                OptionalDouble.of(all.stableRank()),
                OptionalInt.of(all.rank(tolerance)),
                before + "dense decomposition (" + backend.label() + ")",
                "",
                bounds,
                small ? Optional.of(Stability.of(matrix, backend)) : Optional.empty());
    }

    private static double condition(SingularValues all) {
        if (all.values().size() == 0) {
            return 1;
        }
        return all.smallest() > 0 ? all.largest() / all.smallest() : Double.POSITIVE_INFINITY;
    }

    private static Spectrum lanczos(
            LinearOperator operator,
            PartialSingularValues.Result result,
            boolean fits,
            Optional<CertifiedSpectrum> bounds) {
        double[] values = result.values().toArray();
        String why = fits ? "few of many values" : "too large to be made dense";
        return new Spectrum(
                operator.rows(),
                operator.columns(),
                result.values(),
                values.length == Math.min(operator.rows(), operator.columns()),
                values.length == 0 ? 0 : values[0],
                OptionalDouble.empty(),
                Arrays.stream(result.residuals().toArray()).max().orElse(0),
                OptionalDouble.empty(),
                OptionalInt.empty(),
                "Golub-Kahan-Lanczos in " + result.steps() + " steps, each one product with the matrix and one with its"
                        + " transpose (" + why + ")",
                result.outcome() == Outcome.CONVERGED ? "" : result.outcome().advice(),
                bounds,
                Optional.empty());
    }
}
