package gradlab.reports.cli;

import gradlab.analysis.operator.Vector;
import gradlab.dynamics.signal.BoundaryPoint;
import gradlab.dynamics.signal.PhaseDiagram;
import gradlab.dynamics.signal.PhasePoint;
import gradlab.dynamics.signal.PhaseStudy;
import gradlab.dynamics.signal.RandomNetworks.Statistics;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/** Phases of random networks as text for a person. */
final class PhaseTable {
    private static final int MOST_ROWS = 12;
    private static final int ACROSS = 61;
    private static final int STEP = 4;

    private final StringBuilder text = new StringBuilder();

    private PhaseTable() {}

    static String of(PhaseDiagram diagram) {
        PhaseTable table = new PhaseTable();
        table.line("activation", diagram.phi().name());
        table.row("%12s %16s %14s  %s", "sigma_b^2", "sigma_w^2", "q*", "the ordered phase ends");
        List<BoundaryPoint> boundary = diagram.boundary();
        for (int i = 0; i < boundary.size(); i += STEP) {
            BoundaryPoint point = boundary.get(i);
            table.row(
                    "%12.5g %16s %14s  %s",
                    point.biasVariance(),
                    SpectrumTable.number(point.weightVariance().value()),
                    SpectrumTable.number(point.variance()),
                    point.outcome().name().toLowerCase(Locale.ROOT));
        }
        table.map(diagram);
        return table.text.toString();
    }

    /** One character a cell: . ordered, # chaotic. */
    private void map(PhaseDiagram diagram) {
        row("%s", "");
        List<Double> weights = diagram.weightVariances();
        for (int i = diagram.biasVariances().size() - 1; i >= 0; i -= STEP) {
            StringBuilder cells = new StringBuilder();
            for (int k = 0; k < ACROSS; k++) {
                int j = Math.round((float) k * (weights.size() - 1) / (ACROSS - 1));
                PhasePoint.Verdict verdict =
                        PhasePoint.Verdict.of(diagram.chi().get(i).get(j));
                cells.append(
                        switch (verdict) {
                            case ORDERED -> '.';
                            case CRITICAL -> '|';
                            case CHAOTIC -> '#';
                        });
            }
            row("%12.5g %s", diagram.biasVariances().get(i), cells);
        }
        row("%12s 0%60s", "sigma_b^2", String.format(Locale.ROOT, "sigma_w^2 = %.5g", weights.get(weights.size() - 1)));
        row("%12s %s", "", ". ordered: gradients vanish   # chaotic: gradients explode");
    }

    static String of(PhaseStudy.Result result) {
        PhaseTable table = new PhaseTable();
        PhaseStudy study = result.study();
        PhasePoint point = result.point();
        table.line("activation", study.phi().name());
        table.line(
                "variances",
                "weights " + study.variances().weight() + "/n (" + lower(study.law()) + "), biases "
                        + study.variances().bias());
        if (study.variances().dropout() > 0) {
            table.line(
                    "dropout",
                    study.variances().dropout() + ", the others over "
                            + (1 - study.variances().dropout()) + " (Schoenholz's rho): no correlation reaches 1");
        }
        if (!study.architecture().isPlain()) {
            table.line(
                    "architecture",
                    "normalisation " + lower(study.architecture().normalisation())
                            + (study.architecture().skip().isPresent()
                                    ? ", skip with factor "
                                            + study.architecture().skip().getAsDouble()
                                    : ""));
            study.architecture().law().ifPresent(law -> table.line("growth", law));
            result.limitingGrowth()
                    .ifPresent(g -> table.line("", SpectrumTable.number(g) + " a layer in the limit of depth"));
            result.power().ifPresent(p -> table.line("", "squared gradients grow as depth^" + SpectrumTable.number(p)));
        }
        table.line("verdict", lower(result.verdict()));
        if (study.architecture().isPlain()) {
            table.point(point, result.critical());
        }
        table.layers(result);
        table.rest(result);
        return table.text.toString();
    }

    private void point(PhasePoint point, BoundaryPoint critical) {
        line("q*", SpectrumTable.number(point.variance().value()) + " (the variance " + lower(point.outcome()) + ")");
        line("c*", SpectrumTable.number(point.correlation().value()));
        line(
                "chi",
                SpectrumTable.number(point.chi().value()) + " a layer, at c* "
                        + SpectrumTable.number(point.chiAtCorrelation()));
        line(
                "depth scales",
                "xi_q " + depth(point.varianceDepth()) + ", xi_c " + depth(point.correlationDepth()) + ", gradient "
                        + depth(point.gradientDepth()) + " layers");
        String layers = point.correlationDepth().isPresent()
                ? "about " + SpectrumTable.number(point.trainableDepth()) + " layers"
                : "any depth";
        line("trainable to", layers + " (6 xi_c, Schoenholz et al. 2017)");
        line(
                "critical",
                "sigma_w^2 = " + SpectrumTable.number(critical.weightVariance().value()) + " at this bias variance ("
                        + lower(critical.outcome()) + ")");
    }

    private static String depth(OptionalDouble depth) {
        return depth.isPresent() ? SpectrumTable.number(depth.getAsDouble()) : "infinite";
    }

    private void layers(PhaseStudy.Result result) {
        PhaseStudy study = result.study();
        line(
                "networks",
                study.networks() + " of width " + study.width() + ", seed " + study.seed()
                        + "; theory, then mean and standard error");
        row("%6s %36s %36s %42s", "layer", "variance", "correlation", "squared gradient");
        int layers = study.layers();
        int step = Math.max(1, (layers + MOST_ROWS - 1) / MOST_ROWS);
        for (int l = 0; l <= layers; l += step) {
            row(
                    "%6d %36s %36s %42s",
                    l,
                    pair(result.prediction().variances(), result.measured().variance(), l),
                    pair(result.prediction().correlations(), result.measured().correlation(), l),
                    pair(result.prediction().gradients(), result.measured().gradient(), l));
        }
    }

    private static String pair(Vector theory, Statistics measured, int layer) {
        return String.format(
                Locale.ROOT,
                "%.4g | %.4g +- %.1g",
                theory.get(layer),
                measured.means().get(layer),
                measured.errors().get(layer));
    }

    private void rest(PhaseStudy.Result result) {
        result.finiteWidth()
                .ifPresent(w -> line(
                        "finite width",
                        "the typical log squared gradient changes by " + SpectrumTable.number(w.meanLog())
                                + " a layer more than ln chi (Hanin and Nica)"));
        result.spectrum()
                .ifPresentOrElse(
                        s -> line(
                                "singular values",
                                "largest squared "
                                        + SpectrumTable.number(s.theory().largest()) + ", mean squared "
                                        + SpectrumTable.number(s.theory().mean()) + "; distance of real ones "
                                        + SpectrumTable.number(s.distance()) + " (Kolmogorov-Smirnov)"),
                        () -> line("singular values", "none: " + result.spectrumReason()));
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private void line(String name, String value) {
        text.append(String.format(Locale.ROOT, "%-17s %s%n", name, value));
    }

    private void row(String format, Object... values) {
        text.append(String.format(Locale.ROOT, format + "%n", values));
    }
}
