package gradlab.reports.document;

import gradlab.dynamics.feedback.ClosedLoop;
import gradlab.dynamics.feedback.Eigenloci;
import gradlab.dynamics.feedback.FeedbackReport;
import gradlab.dynamics.feedback.LoopStability;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What to do about a loop, in words. */
public final class FeedbackAdvice {
    private static final double ROUNDING = 1e-9;
    private static final double NOTABLE_GROWTH = StrictMath.log(2);

    private FeedbackAdvice() {}

    /**
     * The advice; empty if nothing is the matter.
     *
     * @param margin the gain margin to reach, above 1
     * @param isLinearised whether W is the Jacobian of a cell, and not its weights
     */
    public static List<String> of(FeedbackReport report, double margin, boolean isLinearised) {
        List<String> advice = new ArrayList<>();
        if (report.closed().isPresent()) {
            addOfSystem(advice, report.closed().get(), margin);
            return advice;
        }
        String what = isLinearised
                ? "the Jacobian W (what a step does to a small change, not the weights: these act through the gates)"
                : report.loop().isInSteps() ? "W" : "the recurrent part W + I";
        Eigenloci loci = report.eigenloci();
        if (loci.gainMargin() < margin * (1 - ROUNDING)) {
            advice.add(String.format(
                    Locale.ROOT,
                    "scale %s by %.3g to reach a gain margin of %.3g (it is %.4g%s)",
                    what,
                    loci.gainMargin() / margin,
                    margin,
                    loci.gainMargin(),
                    report.stability().verdict() == LoopStability.Verdict.UNSTABLE ? ": the loop is unstable" : ""));
        }
        if (report.stability().verdict() == LoopStability.Verdict.STABLE) {
            addOfStable(advice, report, what);
        }
        return advice;
    }

    private static void addOfSystem(List<String> advice, ClosedLoop closed, double margin) {
        boolean isStable = closed.stability()
                .filter(s -> s.verdict() == LoopStability.Verdict.STABLE)
                .isPresent();
        closed.margins()
                .filter(m -> isStable && m.gain() < margin * (1 - ROUNDING))
                .ifPresent(m -> advice.add(String.format(
                        Locale.ROOT,
                        "scale the loop (C and D) by %.3g to reach a gain margin of %.3g (it is %.4g)",
                        m.gain() / margin,
                        margin,
                        m.gain())));
        closed.stability()
                .filter(s -> s.verdict() == LoopStability.Verdict.UNSTABLE)
                .ifPresent(
                        s -> advice.add(
                                "the loop closed by u = -y is unstable; if the feedback is positive, give B with the other sign"));
    }

    private static void addOfStable(List<String> advice, FeedbackReport report, String what) {
        double gain = report.smallGain().loopGain();
        if (!report.smallGain().isSufficient() && Double.isFinite(gain)) {
            advice.add(String.format(
                    Locale.ROOT,
                    "scale %s by %.3g if stability has to follow from norms alone, whatever stands between (loop gain %.4g)",
                    what,
                    0.999 / gain,
                    gain));
        }
        if (report.transients().logLargest() > NOTABLE_GROWTH) {
            boolean isKnown = Double.isFinite(report.transients().logUpper());
            advice.add(String.format(
                    Locale.ROOT,
                    "the eigenvalues mislead: a disturbance grows %s%.4g-fold before it dies out, %s %s %.4g; judge the loop"
                            + " by its H-infinity norm",
                    isKnown ? "" : "at least ",
                    StrictMath.exp(report.transients().logLargest()),
                    isKnown ? "at" : "as it has by",
                    report.loop().isInSteps() ? "step" : "time",
                    report.transients().at()));
        }
    }
}
