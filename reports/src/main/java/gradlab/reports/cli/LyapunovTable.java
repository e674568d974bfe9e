package gradlab.reports.cli;

import gradlab.dynamics.lyapunov.Exponent;
import gradlab.dynamics.lyapunov.LyapunovResult;
import gradlab.dynamics.lyapunov.SelfCheck;
import gradlab.dynamics.system.Clock;
import java.util.Locale;

/** Lyapunov exponents as text for a person. */
final class LyapunovTable {
    private static final int MOST_SHOWN = 24;
    private static final int HEAD = 18;
    private static final int TAIL = 4;

    private LyapunovTable() {}

    static String of(LyapunovResult result) {
        StringBuilder text = new StringBuilder();
        String unit = result.clock() == Clock.TIME ? "time" : "step";
        String steps = result.clock() == Clock.TIME
                ? String.format(
                        Locale.ROOT,
                        "%d steps of %s, time %.6g",
                        result.steps(),
                        result.stride(),
                        result.steps() * result.stride())
                : result.steps() + " steps";
        line(text, "system", result.system() + ", " + result.dimension() + " dimensions");
        line(text, "measured", steps + ", after " + result.transientSteps());
        int size = result.exponents().size();
        for (int j = 0; j < size; j++) {
            if (size > MOST_SHOWN && j == HEAD) {
                line(text, "", "...");
                j = size - TAIL;
            }
            line(text, j == 0 ? "per " + unit : "", shown(result.exponents().get(j)));
        }
        if (result.ends().isEmpty()) {
            line(text, "Kaplan-Yorke", number(result.kaplanYorke().orElse(Double.NaN)));
            line(text, "entropy rate", "at most " + number(result.entropyRate().orElse(Double.NaN)));
        }
        for (SelfCheck check : result.checks()) {
            line(text, check.outcome().name().toLowerCase(Locale.ROOT), check.name() + ": " + check.detail());
        }
        if (!result.converged()) {
            line(text, "not converged", result.advice());
        }
        return text.toString();
    }

    private static String shown(Exponent exponent) {
        if (exponent.value() == Double.NEGATIVE_INFINITY) {
            return "-infinity: the derivative annihilates a direction";
        }
        return String.format(Locale.ROOT, "%12.6f +- %.2g", exponent.value(), exponent.halfWidth());
    }

    private static String number(double value) {
        return Double.isNaN(value) ? "not known from these exponents" : String.format(Locale.ROOT, "%.6g", value);
    }

    private static void line(StringBuilder text, String name, String value) {
        text.append(String.format(Locale.ROOT, "%-14s %s%n", name, value));
    }
}
