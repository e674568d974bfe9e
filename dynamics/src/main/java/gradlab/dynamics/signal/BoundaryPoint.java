package gradlab.dynamics.signal;

import java.util.List;

/**
 * Where, at one bias variance, the ordered phase ends.
 *
 * @param biasVariance sigma_b²
 * @param weightVariance the smallest sigma_w² at which the phase is not ordered; infinite if it is everywhere
 * @param variance q* there; infinite where the variance diverges
 * @param outcome how the phase ends
 * @param candidates all weight variances at which a fixed point q of the variance has chi_1 = 1, whether or not signals of
 *     the inputs' size come to it
 */
public record BoundaryPoint(
        double biasVariance, Estimate weightVariance, double variance, Outcome outcome, List<Candidate> candidates) {
    /** Copies the list. */
    public BoundaryPoint {
        candidates = List.copyOf(candidates);
    }

    /**
     * The boundary with dropout: second moments and gradients see sigma_w²/(1 - dropout) in place of sigma_w². What is critical
     * then is the gradient; correlations settle below 1 on both sides (schoenholz2017).
     */
    public BoundaryPoint withDropout(double dropout) {
        double share = 1 - dropout;
        return new BoundaryPoint(
                biasVariance,
                weightVariance.affine(share, 0),
                variance,
                outcome,
                candidates.stream()
                        .map(c -> new Candidate(c.weightVariance.affine(share, 0), c.variance, c.varianceSlope))
                        .toList());
    }

    /** How the ordered phase ends; the jumps of GELU and SiLU end in the half-stable points of roberts2022. */
    public enum Outcome {
        /** chi_1 passes through 1 at a finite variance. */
        CONTINUOUS("none needed"),
        /** chi_1 reaches 1 where the variance stops to be bounded: it is 1 on the line, but the variance grows there. */
        UNBOUNDED("use no bias, or normalise, to keep the variance"),
        /** The variance jumps, and chi_1 with it from below 1 to above: no network on the line is critical. */
        JUMP("raise the bias variance until the boundary is continuous"),
        /** No weight variance up to the largest allowed leaves the ordered phase. */
        NONE("none: gradients vanish for all weights of this kind");

        private final String advice;

        Outcome(String advice) {
            this.advice = advice;
        }

        /** What to do about it. */
        public String advice() {
            return advice;
        }
    }

    /**
     * A fixed point with chi_1 = 1.
     *
     * @param weightVariance sigma_w²
     * @param variance its q
     * @param varianceSlope V'(q): above 1 it repels, and no signal comes to it
     */
    public record Candidate(Estimate weightVariance, double variance, double varianceSlope) {}
}
