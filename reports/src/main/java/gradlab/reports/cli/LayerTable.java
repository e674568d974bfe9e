package gradlab.reports.cli;

import gradlab.analysis.survey.LayerRow;
import gradlab.analysis.survey.WeightRow;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Layers as a table for a person: one line a layer, indented ones for weights of several and for their blocks. */
final class LayerTable {
    private static final int LEAST_WIDTH = 20;

    private final StringBuilder text = new StringBuilder();
    private final String format;

    private LayerTable(int width) {
        this.format = "%-4s %-" + width + "s %-18s %-14s %-16s %11s %11s %11s %11s%n";
    }

    static String of(List<LayerRow> layers) {
        int width = layers.stream()
                .flatMap(layer -> Stream.concat(
                        Stream.of(layer.name()), layer.weights().stream().map(weight -> "  " + weight.name())))
                .mapToInt(String::length)
                .max()
                .orElse(0);
        LayerTable table = new LayerTable(Math.max(width, LEAST_WIDTH));
        table.line("", "layer", "type", "input", "output", "weight norm", "stable rank", "Jacobian", "gradient");
        for (int i = 0; i < layers.size(); i++) {
            table.layer(i, layers.get(i));
        }
        return table.text.toString();
    }

    private void layer(int id, LayerRow layer) {
        boolean one = layer.weights().size() == 1;
        line(
                Integer.toString(id),
                layer.name(),
                layer.type(),
                shape(layer.inputShape()),
                shape(layer.outputShape()),
                one ? number(layer.weights().get(0).norm()) : "",
                one ? number(layer.weights().get(0).stableRank()) : "",
                number(layer.jacobianNorm()),
                number(layer.gradientNorm()));
        layer.stateJacobianNorm()
                .ifPresent(norm -> line("", "  last state by first", "", "", "", "", "", number(norm), ""));
        layer.weights().forEach(weight -> weight(weight, one, "  "));
    }

    private void weight(WeightRow weight, boolean shownAlready, String indent) {
        if (!shownAlready) {
            line(
                    "",
                    indent + weight.name(),
                    "",
                    weight.rows() + "x" + weight.columns(),
                    weight.spectralRadius().isPresent() ? "radius " + number(weight.spectralRadius()) : "",
                    number(weight.norm()),
                    number(weight.stableRank()),
                    "",
                    "");
        }
        weight.blocks().forEach(block -> weight(block, false, indent + "  "));
    }

    private void line(Object... columns) {
        text.append(String.format(Locale.ROOT, format, columns).replaceAll("[ ]+(\\R)", "$1"));
    }

    private static String shape(List<Integer> shape) {
        return shape.isEmpty() ? "number" : shape.stream().map(String::valueOf).collect(Collectors.joining("x"));
    }

    private static String number(OptionalDouble value) {
        return value.isPresent() ? number(value.getAsDouble()) : "";
    }

    private static String number(double value) {
        return Double.isFinite(value) ? String.format(Locale.ROOT, "%.5g", value) : SpectrumTable.number(value);
    }
}
