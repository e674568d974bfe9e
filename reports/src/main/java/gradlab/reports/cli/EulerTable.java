package gradlab.reports.cli;

import gradlab.dynamics.euler.DesignRow;
import gradlab.dynamics.euler.EulerResult;
import gradlab.dynamics.euler.LayerStability;
import gradlab.dynamics.euler.OrderCurve;
import gradlab.dynamics.euler.OrderStudy;
import gradlab.dynamics.euler.Scheme;
import gradlab.dynamics.euler.SchemeStability;
import gradlab.dynamics.euler.StackStability;
import gradlab.dynamics.euler.Verdict;
import java.util.List;
import java.util.Locale;

/** A network as a Forward Euler solver, as text for a person. */
final class EulerTable {
    private static final int LONGEST_NAME = 40;

    private final StringBuilder text = new StringBuilder();

    private EulerTable() {}

    static String of(String file, String format, EulerResult result) {
        EulerTable table = new EulerTable();
        StackStability stack = result.stability();
        table.line("file", file + " (" + format + ")");
        table.line("of", stack.of());
        table.line("method", stack.method());
        table.layers(stack.layers());
        table.notes(stack.layers());
        table.line(
                "largest step",
                step(stack.largestStep()) + " for every layer; scale of all branches at most "
                        + step(stack.largestScale()));
        table.line("advice", stack.advice());
        result.order().ifPresent(table::order);
        result.blowUp()
                .ifPresent(blowUp -> table.line(
                        "blow-up",
                        String.format(
                                Locale.ROOT,
                                "the equation is stable; at h = %.4g the norm reaches %.3g in %d steps,"
                                        + " the exact solution's %.3g",
                                blowUp.unstableStep(),
                                blowUp.unstable().get(blowUp.unstable().size() - 1),
                                blowUp.unstable().size() - 1,
                                blowUp.exact().get(blowUp.exact().size() - 1))));
        result.designs().forEach(table::design);
        return table.text.toString();
    }

    private void layers(List<LayerStability> layers) {
        int width =
                layers.stream().mapToInt(layer -> name(layer).length()).max().orElse(0);
        String format = "%-4s %-" + Math.max(width, 5) + "s %9s %10s %22s %-5s %-5s %-5s %10s %10s  %s%n";
        row(
                format,
                "",
                "layer",
                "h",
                "abscissa",
                "worst eigenvalue",
                "Euler",
                "RK2",
                "RK4",
                "mu_2",
                "|I + hJ|",
                "advice");
        for (int i = 0; i < layers.size(); i++) {
            LayerStability layer = layers.get(i);
            SchemeStability euler = layer.scheme(Scheme.FORWARD_EULER);
            row(
                    format,
                    Integer.toString(i),
                    name(layer),
                    number(layer.step()),
                    number(layer.spectrum().abscissa()),
                    complex(euler.worstReal(), euler.worstImaginary()),
                    inside(euler),
                    inside(layer.scheme(Scheme.RK2)),
                    inside(layer.scheme(Scheme.RK4)),
                    number(layer.muTwo()),
                    number(layer.stepNorm()),
                    (layers.size() == 1 ? layer.advice() : layer.briefAdvice())
                            + (layer.differentiable() ? "" : " (at a kink)"));
        }
    }

    /** What rows share, once. */
    private void notes(List<LayerStability> layers) {
        if (layers.size() > 1) {
            layers.stream()
                    .map(LayerStability::verdict)
                    .distinct()
                    .sorted()
                    .forEach(verdict -> line(number(layers, verdict), verdict.note()));
        }
    }

    private static String number(List<LayerStability> layers, Verdict verdict) {
        long count = layers.stream().filter(layer -> layer.verdict() == verdict).count();
        return count + " of " + layers.size();
    }

    private void row(String format, Object... columns) {
        text.append(String.format(Locale.ROOT, format, columns).replaceAll("[ ]+(\\R)", "$1"));
    }

    private static String name(LayerStability layer) {
        String name = layer.name();
        return name.length() <= LONGEST_NAME ? name : "..." + name.substring(name.length() - LONGEST_NAME + 3);
    }

    private static String inside(SchemeStability scheme) {
        return Double.isNaN(scheme.largestStep()) ? "?" : scheme.inside() ? "in" : "out";
    }

    private void order(OrderStudy.Result order) {
        if (!order.reason().isEmpty()) {
            line("order", "no reference: " + order.reason());
        }
        for (OrderCurve curve : order.curves()) {
            line(
                    "order",
                    curve.fit().order().isPresent()
                            ? String.format(
                                    Locale.ROOT,
                                    "%s %.3f ± %.3f, from %d to %d steps a layer, to time %.4g",
                                    curve.scheme().title(),
                                    curve.fit().order().getAsDouble(),
                                    curve.fit().standardError().orElse(0),
                                    curve.substeps().get(curve.fit().first()),
                                    curve.substeps().get(curve.fit().last()),
                                    order.time())
                            : curve.scheme().title() + ": none, " + curve.fit().reason());
        }
    }

    private void design(DesignRow row) {
        line(
                "design",
                String.format(
                        Locale.ROOT,
                        "%s%s: %s, spectral radius of a step %s, largest step %s; %s",
                        row.name(),
                        row.damping() > 0 ? " (gamma = " + number(row.damping()) + ")" : "",
                        row.stable() ? "stable" : "not stable",
                        number(row.spectralRadius()),
                        step(row.largestStep()),
                        row.says()));
    }

    private void line(String name, String value) {
        text.append(String.format(Locale.ROOT, "%-17s %s%n", name, value));
    }

    private static String step(double value) {
        return Double.isNaN(value) ? "unknown" : value == 0 ? "none" : Double.isInfinite(value) ? "any" : number(value);
    }

    private static String complex(double real, double imaginary) {
        return imaginary == 0
                ? number(real)
                : number(real) + (imaginary < 0 ? " - " : " + ") + number(Math.abs(imaginary)) + "i";
    }

    private static String number(double value) {
        return Double.isFinite(value) ? String.format(Locale.ROOT, "%.4g", value) : SpectrumTable.number(value);
    }
}
