package gradlab.dynamics.feedback;

import gradlab.analysis.operator.Vector;

/**
 * How far a loop is from the edge of stability, from the eigenvalues of the loop L that is closed: L(z) = W/z in steps, L(s) =
 * (A + I)/(s + 1) in continuous time. Its eigenloci are circles: of radius |lambda| around 0, or with the diameter from 0 to
 * lambda + 1. The loop is stable if none encircles the critical point 1.
 *
 * @param real real parts of the eigenvalues of W or A + I, by descending modulus of those of W or A
 * @param imaginary their imaginary parts
 * @param gainMargin the factor by which W, or A + I, may be multiplied before the loop becomes unstable: 1/rho(W), or 1 over the
 *     largest real part of an eigenvalue of A + I; infinite where no factor does
 * @param criticalFrequency where the critical eigenlocus then meets 1, in radians a step or a unit of time
 * @param phaseMargin by how many radians L may be turned before a stable loop becomes unstable; infinite where no angle does,
 *     as always in steps, and 0 of a loop that is not stable
 * @param encirclements how many eigenloci encircle 1: the number of unstable modes
 */
public record Eigenloci(
        Vector real,
        Vector imaginary,
        double gainMargin,
        double criticalFrequency,
        double phaseMargin,
        int encirclements) {

    /** Of a loop whose eigenvalues are known. */
    public static Eigenloci of(LinearLoop loop, LoopStability stability) {
        double[] re = stability.eigenvalues().real().toArray();
        double[] im = stability.eigenvalues().imaginary().toArray();
        int critical = 0;
        int encirclements = 0;
        for (int i = 0; i < re.length; i++) {
            re[i] += loop.isInSteps() ? 0 : 1;
            double size = loop.isInSteps() ? StrictMath.hypot(re[i], im[i]) : re[i];
            encirclements += size > 1 ? 1 : 0;
            critical = !loop.isInSteps() && re[i] > re[critical] ? i : critical;
        }
        double size = loop.isInSteps() ? stability.rate() : Math.max(0, 1 + stability.rate());
        return new Eigenloci(
                Vector.of(re),
                Vector.of(im),
                1 / size,
                size > 0 ? frequency(loop, re[critical], im[critical]) : 0,
                stability.verdict() == LoopStability.Verdict.STABLE ? phaseMargin(loop, re, im) : 0,
                encirclements);
    }

    /** W/z = 1 at the angle of lambda; k lambda/(1 + i w) = 1 with k Re lambda = 1 at w = Im lambda/Re lambda. */
    private static double frequency(LinearLoop loop, double re, double im) {
        return Math.abs(loop.isInSteps() ? StrictMath.atan2(im, re) : im / re);
    }

    /** exp(i phi) lambda/(1 + i w) = 1 needs |lambda| >= 1 and a real part of 1: phi = |arg lambda| - arccos(1/|lambda|). */
    private static double phaseMargin(LinearLoop loop, double[] re, double[] im) {
        double margin = Double.POSITIVE_INFINITY;
        for (int i = 0; i < re.length && !loop.isInSteps(); i++) {
            double modulus = StrictMath.hypot(re[i], im[i]);
            if (modulus >= 1) {
                double angle = Math.abs(StrictMath.atan2(im[i], re[i]));
                margin = Math.min(margin, angle - StrictMath.acos(1 / modulus));
            }
        }
        return margin;
    }

    /** Point k of {@code points} on eigenlocus i, from frequency 0 to pi or to infinity, as real and imaginary part. */
    public double[] point(boolean isInSteps, int i, int k, int points) {
        double re = real.get(i);
        double im = imaginary.get(i);
        double angle = Math.PI * k / (points - 1) / (isInSteps ? 1 : 2);
        // 1/(1 + i w) = cos a exp(-i a) with w = tan a.
        double size = isInSteps ? 1 : StrictMath.cos(angle);
        double c = size * StrictMath.cos(angle);
        double s = -size * StrictMath.sin(angle);
        return new double[] {re * c - im * s, re * s + im * c};
    }
}
