package gradlab.analysis.spectrum;

import gradlab.analysis.operator.LinearOperator;
import gradlab.analysis.operator.Operators;
import gradlab.analysis.random.RandomStream;

/** One search for a norm by Lanczos, on the side that makes the operator tall. */
final class NormSearch {
    /** Steps in which a norm that stands out has converged; a dense way that costs less is gone at once. */
    private static final double FEWEST = 10;
    /** How often the convergence is looked at, from when on the rate seen means something. */
    private static final int WATCH = 8;

    private final boolean wide;
    private final Rescaled operator;
    private final GolubKahanLanczos lanczos;
    private final double tolerance;
    private NormEstimate estimate = new NormEstimate(0, 1, () -> 0);
    private boolean converged;

    NormSearch(LinearOperator given, double tolerance, long seed) {
        this.tolerance = tolerance;
        wide = given.rows() < given.columns();
        LinearOperator tall = wide ? Operators.transpose(given) : given;
        double[] start = GolubKahanLanczos.start(tall.columns(), RandomStream.of(seed, "spectral norm"));
        operator = Rescaled.of(tall, start);
        lanczos = new GolubKahanLanczos(start);
    }

    int steps() {
        return lanczos.steps();
    }

    /** Goes on to convergence or so many steps. */
    void run(int maxSteps) {
        while (!converged && steps() < maxSteps) {
            step();
        }
    }

    /** Goes on to convergence, or until the dense way is the better one: then the reason, otherwise empty. */
    String run(int maxSteps, NormCost cost) {
        if (cost.worth() < FEWEST) {
            return "cheaper than " + (int) FEWEST + " Lanczos steps";
        }
        while (!converged && steps() < maxSteps) {
            step();
            double remaining = converged ? 0 : remaining();
            if (remaining > cost.worth() || steps() + remaining > 1.5 * cost.worth()) {
                return "which cost as much as " + Math.round(cost.worth()) + " Lanczos steps, where about "
                        + Math.round(Math.min(remaining, 1e6)) + " seemed to be missing";
            }
        }
        return converged || Double.isInfinite(cost.dense()) ? "" : "since " + taken() + " had not been enough";
    }

    private void step() {
        if (lanczos.extendLeft(operator.apply(lanczos.direction()))) {
            lanczos.extendRight(operator.applyTranspose(lanczos.left()));
        }
        estimate = lanczos.estimate();
        converged = lanczos.isInvariant() || estimate.isWithin(tolerance);
    }

    /** How many more steps it will take, or 0 where that is not looked at. */
    private double remaining() {
        if (steps() == 1) {
            return guess(NormCost.side(operator.operator()), lanczos.spread()) - 1;
        }
        return steps() % WATCH == 0 ? estimate.stepsTo(tolerance) : 0;
    }

    /**
     * How many steps an operator takes that has this smaller side: {@code 3.5 sqrt(r) + 3}, r = side / (1 + spread) an
     * estimate of (sum of sigma²)² / sum of sigma⁴, of how many singular values the large ones are. Measured on random
     * matrices and on Jacobians of networks of widths 128 to 512, where it is within a third (docs/performance.md). A
     * Gaussian matrix has a spread of 1.
     */
    static double guess(int side, double spread) {
        return 3.5 * Math.sqrt(side / (1 + spread)) + 3;
    }

    private String taken() {
        return steps() == 1 ? "one Lanczos step" : steps() + " Lanczos steps";
    }

    SpectralNorm.Result result(String why) {
        // The recurrence holds to rounding, and so does what it says of the residual.
        double rounding = 2 * Math.ulp(1.0) * Math.sqrt(operator.operator().rows());
        double value = Scaling.scalb(estimate.value(), operator.exponent());
        double residual =
                Scaling.scalb(Math.max(estimate.residual(), rounding) * estimate.value(), operator.exponent());
        String method = "Golub-Kahan-Lanczos: " + taken() + " (" + why + ")";
        return Double.isFinite(value) && Double.isFinite(residual)
                ? new SpectralNorm.Result(
                        value, residual, steps(), converged ? Outcome.CONVERGED : Outcome.MAX_STEPS, method)
                : DenseNorm.overflow(steps(), method);
    }

    /** The unit vector that the operator stretches the most, as far as known. */
    double[] vector() {
        double[] vector = lanczos.vector();
        if (!wide) {
            return vector;
        }
        double[] image = operator.apply(vector);
        double length = Euclidean.norm(image);
        Euclidean.scale(length > 0 ? 1 / length : 0, image);
        return image;
    }
}
