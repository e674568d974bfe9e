package gradlab.reports.cli;

import gradlab.dynamics.feedback.ClosedLoop;
import gradlab.dynamics.feedback.LoopStability;
import gradlab.dynamics.feedback.ScalarMargins;
import java.util.Locale;
import java.util.function.BiConsumer;

/**
 * The loop that u = -y makes of a system, as text for a person.
 *
 * @param line takes a name and what there is to say
 * @param inSteps whether frequencies count a step
 */
record FeedbackSystemTable(BiConsumer<String, String> line, boolean inSteps) {

    void add(ClosedLoop closed) {
        line.accept("closed by u = -y", closed.stability().map(this::stability).orElse(closed.reason()));
        closed.margins().ifPresent(this::margins);
    }

    private String stability(LoopStability stability) {
        return stability.verdict().name().toLowerCase(Locale.ROOT)
                + (inSteps ? ": spectral radius " : ": largest real part ")
                + FeedbackTable.number(stability.rate()) + " (" + stability.basis() + ")";
    }

    private void margins(ScalarMargins margins) {
        line.accept("gain margin", gain(margins.gain(), "no larger gain makes it cross"));
        if (margins.gainReduction() > 0) {
            line.accept("", "downwards " + gain(margins.gainReduction(), ""));
        }
        if (!Double.isNaN(margins.gainFrequency())) {
            line.accept("", "critical at " + FeedbackTable.number(margins.gainFrequency()) + unit());
        }
        line.accept(
                "phase margin",
                Double.isInfinite(margins.phase())
                        ? "any: the gain is 1 nowhere"
                        : FeedbackTable.number(margins.phase()) + " rad ("
                                + FeedbackTable.number(Math.toDegrees(margins.phase())) + " degrees) at the crossover "
                                + FeedbackTable.number(margins.phaseFrequency()) + unit());
    }

    private static String gain(double gain, String otherwise) {
        return Double.isInfinite(gain)
                ? "infinite: " + otherwise
                : FeedbackTable.number(gain) + " (" + FeedbackTable.number(20 * StrictMath.log10(gain)) + " dB)";
    }

    private String unit() {
        return inSteps ? " rad/step" : " rad per unit of time";
    }
}
