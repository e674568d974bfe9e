package gradlab.analysis.spectrum;

/** Why a computation of a spectrum stopped, and what to do about it. */
public enum Outcome {
    /** The result is as accurate as it says. */
    CONVERGED("none needed"),
    /** The operator was made dense and decomposed directly; the result is as accurate as it says. */
    DENSE("none needed"),
    /** The residual or the distance of the bounds is above the tolerance after the last step. */
    MAX_STEPS("raise maxSteps or loosen the tolerance"),
    /** The matrix is singular, or to working precision not to be told from one that is. */
    SINGULAR("ask for certified bounds of the smallest singular value, or for the numerical rank"),
    /** The quantity is infinite, or to working precision not to be told from infinity. */
    UNBOUNDED("none: the matrix is not stable"),
    /** The result is above the largest double. */
    OVERFLOW("scale the operator by a power of two");

    private final String advice;

    Outcome(String advice) {
        this.advice = advice;
    }

    /** What to do about it. */
    public String advice() {
        return advice;
    }
}
