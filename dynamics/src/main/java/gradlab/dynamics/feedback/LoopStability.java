package gradlab.dynamics.feedback;

import gradlab.analysis.backend.DenseBackend;
import gradlab.analysis.backend.Eigenvalues;
import gradlab.analysis.interval.AbscissaEnclosure;
import gradlab.analysis.interval.Interval;
import gradlab.analysis.interval.IntervalMatrix;
import gradlab.analysis.interval.SpectralRadiusEnclosure;
import java.util.Arrays;
import java.util.Optional;

/**
 * Whether a loop is stable, and how that is known. In steps it is if the spectral radius of W is below 1, in continuous time
 * if the largest real part of an eigenvalue is below 0.
 *
 * <p>Decided by a proved enclosure of that number ({@link SpectralRadiusEnclosure}, {@link
 * AbscissaEnclosure}) up to 200 units. Where that is too wide, as for eigenvalues that are ill conditioned, a power of W
 * with norm below 1 shows stability, its rounding errors bounded on the way ({@link ContractingPower}). Else by the
 * computed eigenvalues, if these are clear of the boundary by a millionth.
 *
 * @param verdict the answer
 * @param eigenvalues of W, by descending modulus
 * @param rate the computed spectral radius, or the largest real part, moved into its proved bounds
 * @param enclosure proved bounds of the rate, for loops that are small enough
 * @param basis how it is known, in words
 * @param isInSteps whether moduli decide, and not real parts
 */
public record LoopStability(
        Verdict verdict,
        Eigenvalues eigenvalues,
        double rate,
        Optional<Interval> enclosure,
        String basis,
        boolean isInSteps) {
    /** Enclosures of larger matrices take too long. */
    public static final int LARGEST_ENCLOSED = 200;

    private static final double CLEAR = 1e-6;

    /** Whether a disturbance dies out. */
    public enum Verdict {
        /** It does. */
        STABLE,
        /** One grows. */
        UNSTABLE,
        /** An eigenvalue lies exactly on the boundary. */
        MARGINAL,
        /** An eigenvalue lies so near to the boundary that rounding hides on which side. */
        UNDECIDED;

        /** Whether the gain of the loop is surely infinite. */
        boolean isUnbounded() {
            return this == UNSTABLE || this == MARGINAL;
        }
    }

    /** The stability of a loop; eigenvalues and powers come from these kernels, proved bounds never do. */
    public static LoopStability of(LinearLoop loop, DenseBackend backend) {
        Eigenvalues eigenvalues = backend.eigenvalues(loop.state().toArray(), loop.order());
        double computed = loop.isInSteps() ? eigenvalues.modulus(0) : abscissa(eigenvalues);
        Optional<Interval> enclosure =
                loop.order() <= LARGEST_ENCLOSED ? Optional.of(enclosure(loop)) : Optional.empty();
        double rate = enclosure
                .map(e -> Math.max(e.lower(), Math.min(e.upper(), computed)))
                .orElse(computed);
        double boundary = loop.isInSteps() ? 1 : 0;
        Verdict proved = enclosure.map(e -> verdict(e, boundary)).orElse(Verdict.UNDECIDED);
        if (proved != Verdict.UNDECIDED) {
            return new LoopStability(
                    proved, eigenvalues, rate, enclosure, "proved bounds of the eigenvalues", loop.isInSteps());
        }
        if (loop.isInSteps()) {
            Optional<Integer> power = ContractingPower.of(loop.state(), backend);
            if (power.isPresent()) {
                String basis = "‖W^" + power.get() + "‖ < 1, rounding bounded";
                return new LoopStability(Verdict.STABLE, eigenvalues, rate, enclosure, basis, true);
            }
        }
        return computed(loop, eigenvalues, rate, enclosure);
    }

    private static LoopStability computed(
            LinearLoop loop, Eigenvalues eigenvalues, double rate, Optional<Interval> enclosure) {
        double boundary = loop.isInSteps() ? 1 : 0;
        double scale = loop.isInSteps() ? 1 : Math.max(eigenvalues.modulus(0), Double.MIN_NORMAL);
        boolean isClear = Math.abs(rate - boundary) > CLEAR * scale;
        Verdict verdict = !isClear ? Verdict.UNDECIDED : rate < boundary ? Verdict.STABLE : Verdict.UNSTABLE;
        return new LoopStability(
                verdict,
                eigenvalues,
                rate,
                enclosure,
                isClear ? "computed eigenvalues, not proved" : "an eigenvalue on the boundary to rounding",
                loop.isInSteps());
    }

    private static double abscissa(Eigenvalues eigenvalues) {
        return Arrays.stream(eigenvalues.real().toArray()).max().orElseThrow();
    }

    private static Interval enclosure(LinearLoop loop) {
        IntervalMatrix matrix =
                IntervalMatrix.of(loop.order(), loop.order(), loop.state().toArray());
        return loop.isInSteps() ? SpectralRadiusEnclosure.of(matrix) : AbscissaEnclosure.spectral(matrix);
    }

    private static Verdict verdict(Interval rate, double boundary) {
        if (rate.upper() < boundary) {
            return Verdict.STABLE;
        } else if (rate.lower() > boundary) {
            return Verdict.UNSTABLE;
        }
        return rate.lower() == boundary && rate.upper() == boundary ? Verdict.MARGINAL : Verdict.UNDECIDED;
    }
}
