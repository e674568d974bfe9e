package gradlab.reports.cli;

import gradlab.analysis.interval.Interval;
import gradlab.analysis.survey.WeightRow;
import gradlab.dynamics.feedback.DrivenCell;
import gradlab.dynamics.feedback.Eigenloci;
import gradlab.dynamics.feedback.FeedbackReport;
import gradlab.dynamics.feedback.FixedPoint;
import gradlab.dynamics.feedback.HInfinityNorm;
import gradlab.dynamics.feedback.LoopStability;
import gradlab.dynamics.feedback.TimeVaryingLoop;
import gradlab.dynamics.feedback.Transients;
import gradlab.reports.document.FeedbackView;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** A feedback loop as text for a person. */
final class FeedbackTable {
    private final StringBuilder text = new StringBuilder();
    private final FeedbackReport report;
    private final boolean inSteps;

    private FeedbackTable(FeedbackReport report) {
        this.report = report;
        this.inSteps = report.loop().isInSteps();
    }

    static String of(FeedbackView view) {
        FeedbackTable table = new FeedbackTable(view.report());
        table.line("file", view.subject().file() + " (" + view.subject().format() + ")");
        table.line("of", view.of());
        if (!view.subject().others().isEmpty()) {
            table.line("not looked at", String.join(", ", view.subject().others()) + " (--tensor)");
        }
        table.weights(view.subject().weights(), "");
        table.line("loop", table.loop());
        table.stability();
        table.smallGain();
        table.gain();
        view.report()
                .closed()
                .ifPresentOrElse(
                        closed -> new FeedbackSystemTable(table::line, table.inSteps).add(closed), table::margins);
        table.transients();
        table.horizon();
        view.fixedPoint().ifPresent(table::fixedPoint);
        view.driven().ifPresent(table::driven);
        view.advice().forEach(advice -> table.line("advice", advice));
        view.notConverged().forEach(reason -> table.line("not converged", reason));
        return table.text.toString();
    }

    private void weights(List<WeightRow> weights, String indent) {
        for (WeightRow weight : weights) {
            line(
                    indent + "weights",
                    weight.name() + " " + weight.rows() + " x " + weight.columns() + ": norm "
                            + number(weight.norm())
                            + (weight.spectralRadius().isPresent()
                                    ? ", spectral radius "
                                            + number(weight.spectralRadius().getAsDouble())
                                    : ""));
            weights(weight.blocks(), "  ");
        }
    }

    private String loop() {
        int units = report.loop().order();
        String equation = report.closed().isPresent()
                ? (inSteps ? "x(t+1) = A x(t) + B u(t), y = C x + D u, " : "x' = A x + B u, y = C x + D u, ")
                : (inSteps ? "h(t+1) = W h(t) + u(t), " : "x' = W x + u, ");
        return equation + units + (units == 1 ? " unit" : " units");
    }

    private void stability() {
        LoopStability stability = report.stability();
        String rate = inSteps ? "spectral radius " : "largest real part ";
        line(
                "stability",
                stability.verdict().name().toLowerCase(Locale.ROOT) + ": " + rate + number(stability.rate())
                        + stability.enclosure().map(FeedbackTable::proved).orElse("") + " (" + stability.basis() + ")");
    }

    private static String proved(Interval interval) {
        return ", in [" + interval.lower() + ", " + interval.upper() + "]";
    }

    private void smallGain() {
        double gain = report.smallGain().loopGain();
        boolean isSufficient = report.smallGain().isSufficient();
        if (report.closed().isPresent()) {
            line(
                    "small gain",
                    "the H-infinity norm "
                            + (isSufficient
                                    ? "is below 1, so every feedback of gain at most 1 leaves it stable"
                                    : "is not below 1, which says nothing of a feedback of gain 1"));
            return;
        }
        line(
                "small gain",
                "loop gain " + number(gain)
                        + (isSufficient
                                ? " is below 1, so the loop is stable"
                                : " is not below 1, which says nothing"));
        double truth =
                inSteps ? report.stability().rate() : 1 / report.eigenloci().gainMargin();
        line(
                "",
                truth == 0
                        ? "in truth no factor on that part makes the loop unstable"
                        : "the truth is " + number(truth) + ": the bound is "
                                + number(report.smallGain().over(truth)) + " times that");
        if (!inSteps) {
            line(
                    "",
                    "loop gain of the leak 1/(s + 1) around W + I; numerical abscissa "
                            + number(report.numericalAbscissa())
                            + (report.numericalAbscissa() < 0 ? ", so a faster leak passes the test" : ""));
        }
    }

    private void gain() {
        HInfinityNorm.Result gain = report.gain();
        if (Double.isInfinite(gain.lower())) {
            line("H-infinity norm", "infinite: the loop is not stable");
            return;
        }
        line(
                "H-infinity norm",
                "[" + gain.lower() + ", " + gain.upper() + "] at " + number(gain.frequency()) + unit() + " ("
                        + number(gain.frequency() / (2 * Math.PI)) + " cycles)");
        if (Double.isFinite(gain.upper())) {
            line(
                    "",
                    (report.closed().isPresent()
                                    ? "stable under every feedback of gain below "
                                    : "stable against every change of W of norm below ")
                            + number(1 / gain.upper()));
        }
    }

    private String unit() {
        return inSteps ? " rad/step" : " rad per unit of time";
    }

    private void margins() {
        Eigenloci loci = report.eigenloci();
        line(
                "gain margin",
                number(loci.gainMargin()) + " (" + number(20 * StrictMath.log10(loci.gainMargin()))
                        + " dB), critical at " + number(loci.criticalFrequency()) + unit());
        line("phase margin", phase(loci));
    }

    private static String phase(Eigenloci loci) {
        if (Double.isInfinite(loci.phaseMargin())) {
            return "any: no turn of the loop makes it unstable";
        }
        return number(loci.phaseMargin()) + " rad (" + number(Math.toDegrees(loci.phaseMargin())) + " degrees)";
    }

    private void transients() {
        Transients transients = report.transients();
        String place = inSteps ? "step " : "time ";
        line(
                "transient growth",
                number(StrictMath.exp(transients.logLargest())) + "-fold at " + place + number(transients.at()) + " ("
                        + transients.outcome().name().toLowerCase(Locale.ROOT).replace('_', ' ') + ")");
        if (transients.kreiss().isEmpty()) {
            line(
                    "Kreiss constant",
                    "not computed beyond " + Transients.LARGEST_KREISS + " units, where it takes minutes");
        }
        transients
                .kreiss()
                .ifPresent(k -> line(
                        "Kreiss constant",
                        Double.isInfinite(k.upper()) && report.stability().verdict() != LoopStability.Verdict.STABLE
                                ? "infinite, or not to be told from infinity"
                                : number(k.lower()) + " to " + number(k.upper())));
        transients
                .settled()
                .ifPresent(s -> line(
                        "settling",
                        "below 2 % for good from " + place + number(s.lower())
                                + (s.lower() == s.upper() ? "" : " to " + number(s.upper()))));
    }

    private void horizon() {
        report.horizon()
                .ifPresent(h -> line("worst input", "gain " + number(h.value()) + " over " + h.steps() + " steps"));
    }

    private void fixedPoint(FixedPoint point) {
        line(
                "fixed point",
                point.isFound()
                        ? "found under zero input, residual " + number(point.residual())
                        : "none found under zero input (residual " + number(point.residual()) + ")");
        line(
                "",
                "there a step has gain " + number(point.gain()) + " and spectral radius "
                        + number(point.spectralRadius()));
    }

    private void driven(DrivenCell driven) {
        TimeVaryingLoop loop = driven.loop();
        double[] gains = loop.stepGains().toArray();
        line(
                "along the input",
                driven.recorded() + " steps, the last " + driven.steps() + " linearised: gain of a step "
                        + number(Arrays.stream(gains).min().orElse(0)) + " to "
                        + number(Arrays.stream(gains).max().orElse(0)));
        line("", "a gradient sent back from the end, at most:");
        for (int lag = 1;
                lag <= driven.steps();
                lag = lag < driven.steps() ? Math.min(2 * lag, driven.steps()) : lag + 1) {
            line(
                    "",
                    String.format(
                            Locale.ROOT,
                            "lag %5d: %s; product of gains %s; frozen at the last step %s",
                            lag,
                            power(loop.lagLogNorms().get(lag)),
                            power(loop.boundLogNorms().get(lag)),
                            power(loop.frozenLogNorms().get(lag))));
        }
        loop.horizon()
                .ifPresent(h -> line("", "worst input: gain " + number(h.value()) + " over " + h.steps() + " steps"));
    }

    /** exp of a logarithm whose exponential may leave the range of binary64. */
    private static String power(double logarithm) {
        return Math.abs(logarithm) < 690 || logarithm == Double.NEGATIVE_INFINITY
                ? number(StrictMath.exp(logarithm))
                : String.format(Locale.ROOT, "1e%.1f", logarithm / StrictMath.log(10));
    }

    private void line(String name, String value) {
        text.append(String.format(Locale.ROOT, "%-17s %s%n", name, value));
    }

    static String number(double value) {
        boolean isWhole = value == Math.rint(value) && Math.abs(value) < 1e6;
        return isWhole ? Long.toString((long) value) : SpectrumTable.number(value);
    }
}
