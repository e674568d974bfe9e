package gradlab.reports.cli;

import gradlab.dynamics.lyapunov.CovariantAngles;
import gradlab.dynamics.lyapunov.CovariantSurvey;
import gradlab.dynamics.lyapunov.Exponent;
import gradlab.dynamics.lyapunov.LyapunovResult;
import gradlab.dynamics.lyapunov.SelfCheck;
import gradlab.dynamics.system.Clock;
import java.util.Locale;
import java.util.Optional;

/** Lyapunov exponents as text for a person. */
final class LyapunovTable {
    private static final int MOST_SHOWN = 24;
    private static final int HEAD = 18;
    private static final int TAIL = 4;
    private static final int MOST_PAIRS = 10;

    private LyapunovTable() {}

    static String of(LyapunovResult result, Optional<CovariantSurvey> covariant) {
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
        if (result.partial().isEmpty()) {
            line(text, "Kaplan-Yorke", number(result.kaplanYorke().orElse(Double.NaN)));
            line(text, "entropy rate", "at most " + number(result.entropyRate().orElse(Double.NaN)));
        }
        covariant.ifPresent(survey -> covariant(text, survey));
        for (SelfCheck check : result.checks()) {
            line(text, check.outcome().name().toLowerCase(Locale.ROOT), check.name() + ": " + check.detail());
        }
        if (!result.converged()) {
            line(text, "not converged", result.advice());
        }
        return text.toString();
    }

    private static void covariant(StringBuilder text, CovariantSurvey survey) {
        if (survey.angles().isEmpty()) {
            line(text, "covariant", "no vectors: " + survey.reason());
            return;
        }
        CovariantAngles angles = survey.angles().get();
        for (CovariantAngles.Pair pair :
                angles.pairs().subList(0, Math.min(MOST_PAIRS, angles.pairs().size()))) {
            line(
                    text,
                    "covariant",
                    String.format(
                            Locale.ROOT,
                            "angle of vectors %d and %d: %.4g at least, median %.4g (radians, %d states)",
                            pair.first(),
                            pair.second(),
                            pair.least(),
                            pair.median(),
                            angles.states()));
        }
        if (angles.between().size() > 0) {
            line(
                    text,
                    "hyperbolicity",
                    String.format(
                            Locale.ROOT,
                            "angle of the %d growing to the %d shrinking directions: %.4g at least, 1 %% below %.4g,"
                                    + " median %.4g",
                            angles.unstable(),
                            angles.stable(),
                            angles.between().get(0),
                            angles.quantile(0.01).orElseThrow(),
                            angles.quantile(0.5).orElseThrow()));
        }
    }

    private static String shown(Exponent exponent) {
        if (exponent.value() == Double.NEGATIVE_INFINITY) {
            return "-infinity: the derivative annihilates a direction";
        }
        if (Double.isNaN(exponent.value())) {
            return "unknown";
        }
        return Double.isInfinite(exponent.halfWidth())
                ? String.format(Locale.ROOT, "%12.6f +- unknown", exponent.value())
                : String.format(Locale.ROOT, "%12.6f +- %.2g", exponent.value(), exponent.halfWidth());
    }

    private static String number(double value) {
        return Double.isNaN(value) ? "not known from these exponents" : String.format(Locale.ROOT, "%.6g", value);
    }

    private static void line(StringBuilder text, String name, String value) {
        text.append(String.format(Locale.ROOT, "%-14s %s%n", name, value));
    }
}
