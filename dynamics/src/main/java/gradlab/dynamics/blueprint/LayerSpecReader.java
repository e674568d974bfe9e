package gradlab.dynamics.blueprint;

import gradlab.analysis.arithmetic.ShapeException;
import gradlab.analysis.source.Scalars;
import gradlab.analysis.source.SourceException;
import gradlab.analysis.source.SourceText;
import gradlab.analysis.source.Yaml;
import gradlab.analysis.source.YamlFields;
import gradlab.analysis.tensor.Shape;
import java.util.ArrayList;
import java.util.List;

/** Reads the layers of an experiment and checks that their shapes fit; a repeated group is written out in place. */
public final class LayerSpecReader {
    private final SourceText source;
    private final Scalars scalars;
    private final SimpleLayerReader simple;
    private final Start start;

    /** A reader of the layers of a network that begins so. */
    public LayerSpecReader(SourceText source, Scalars scalars, Start start) {
        this.source = source;
        this.scalars = scalars;
        this.simple = new SimpleLayerReader(source, scalars);
        this.start = start;
    }

    /** The layers of a network for inputs of this shape. */
    public List<LayerSpec> network(Yaml node, Shape inputs) {
        return chain(node, inputs);
    }

    private List<LayerSpec> chain(Yaml node, Shape inputs) {
        if (!(node instanceof Yaml.Sequence sequence) || sequence.items().isEmpty()) {
            throw scalars.error(node, "a sequence of at least one layer");
        }
        List<LayerSpec> layers = new ArrayList<>();
        Shape shape = inputs;
        for (Yaml item : sequence.items()) {
            List<LayerSpec> read = layers(item, shape);
            layers.addAll(read);
            checkCount(item, layers.stream().mapToLong(LayerSpec::size).sum());
            shape = outputs(item, read, shape);
        }
        return layers;
    }

    private Shape outputs(Yaml node, List<LayerSpec> layers, Shape inputs) {
        try {
            return LayerSpecs.outputs(layers, inputs);
        } catch (ShapeException e) {
            throw SourceException.at(source.name(), node.position(), e.found(), e.expected());
        } catch (IllegalArgumentException e) {
            throw SourceException.at(
                    source.name(), node.position(), String.valueOf(e.getMessage()), "layers within this limit");
        }
    }

    private void checkCount(Yaml node, long layers) {
        if (layers > Limits.LAYERS) {
            throw SourceException.at(
                    source.name(), node.position(), layers + " layers", "at most " + Limits.LAYERS + " layers");
        }
    }

    private List<LayerSpec> layers(Yaml node, Shape inputs) {
        if (node instanceof Yaml.Scalar scalar) {
            return List.of(simple.named(scalar));
        }
        if (!(node instanceof Yaml.Mapping)) {
            throw scalars.error(node, SimpleLayerReader.EXPECTED);
        }
        YamlFields fields = YamlFields.of(source, node);
        List<LayerSpec> layers;
        if (fields.optional("repeat").isPresent()) {
            layers = repeat(node, fields, inputs);
        } else if (fields.optional("residual").isPresent()) {
            layers = List.of(residual(fields, inputs));
        } else {
            layers = List.of(simple.of(node));
            return layers;
        }
        fields.refuseOthers();
        return layers;
    }

    private LayerSpec residual(YamlFields fields, Shape inputs) {
        Yaml node = fields.required("residual");
        List<LayerSpec> branch = chain(node, inputs);
        Shape outputs = outputs(node, branch, inputs);
        if (!outputs.equals(inputs)) {
            throw SourceException.at(
                    source.name(),
                    node.position(),
                    "a branch from " + shown(inputs) + " to " + shown(outputs) + " units",
                    "a branch that keeps the " + shown(inputs) + " units");
        }
        boolean gated = start.residual() == Start.ResidualScaling.REZERO;
        double step = fields.optionalScalar("step")
                .map(s -> scalars.decimal(s, -1e6, 1e6, "a step of at most 1e6"))
                .orElse(gated ? 0.0 : 1.0);
        return new ResidualSpec(branch, step, gated);
    }

    private static String shown(Shape shape) {
        return shape.rank() == 1 ? Integer.toString(shape.size()) : shape.toString();
    }

    private List<LayerSpec> repeat(Yaml node, YamlFields fields, Shape inputs) {
        int times = scalars.integer(fields.scalar("repeat"), 1, Limits.LAYERS);
        Yaml body = fields.required("layers");
        List<LayerSpec> once = chain(body, inputs);
        if (times > 1) {
            chain(body, outputs(body, once, inputs));
        }
        checkCount(node, times * once.stream().mapToLong(LayerSpec::size).sum());
        List<LayerSpec> layers = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            layers.addAll(once);
        }
        return layers;
    }
}
