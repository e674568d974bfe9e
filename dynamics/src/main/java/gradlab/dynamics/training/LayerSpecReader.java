package gradlab.dynamics.training;

import gradlab.analysis.source.SourceException;
import gradlab.analysis.source.SourceText;
import gradlab.analysis.source.Yaml;
import gradlab.analysis.source.YamlFields;
import gradlab.dynamics.training.LayerSpec.Activation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the layers of an experiment and checks that their lengths fit; a repeated group is written out in place. */
final class LayerSpecReader {
    private static final String EXPECTED =
            "relu, tanh, sigmoid, or a mapping with dense, leaky_relu, layernorm, residual or repeat";

    private final SourceText source;
    private final Scalars scalars;

    LayerSpecReader(SourceText source, Scalars scalars) {
        this.source = source;
        this.scalars = scalars;
    }

    List<LayerSpec> network(Yaml node) {
        List<LayerSpec> layers = chain(node, Digits.PIXELS);
        int outputs = LayerSpecs.outputs(layers, Digits.PIXELS);
        if (outputs != Digits.CLASSES) {
            throw SourceException.at(
                    source.name(),
                    node.position(),
                    "a network with " + outputs + " outputs",
                    Digits.CLASSES + " outputs, one a class");
        }
        return layers;
    }

    private List<LayerSpec> chain(Yaml node, int inputs) {
        if (!(node instanceof Yaml.Sequence sequence) || sequence.items().isEmpty()) {
            throw scalars.error(node, "a sequence of at least one layer");
        }
        List<LayerSpec> layers = new ArrayList<>();
        int length = inputs;
        for (Yaml item : sequence.items()) {
            List<LayerSpec> read = layers(item, length);
            layers.addAll(read);
            checkCount(item, layers.stream().mapToLong(LayerSpec::size).sum());
            length = LayerSpecs.outputs(read, length);
        }
        return layers;
    }

    private void checkCount(Yaml node, long layers) {
        if (layers > Limits.LAYERS) {
            throw SourceException.at(
                    source.name(), node.position(), layers + " layers", "at most " + Limits.LAYERS + " layers");
        }
    }

    private List<LayerSpec> layers(Yaml node, int inputs) {
        if (node instanceof Yaml.Scalar scalar) {
            return List.of(activation(scalar, EXPECTED));
        }
        if (!(node instanceof Yaml.Mapping)) {
            throw scalars.error(node, EXPECTED);
        }
        YamlFields fields = YamlFields.of(source, node);
        List<LayerSpec> layers = fields.optional("repeat").isPresent()
                ? repeat(node, fields, inputs)
                : List.of(single(node, fields, inputs));
        fields.refuseOthers();
        return layers;
    }

    private LayerSpec single(Yaml node, YamlFields fields, int inputs) {
        if (fields.optional("dense").isPresent()) {
            return dense(fields);
        }
        if (fields.optional("layernorm").isPresent()) {
            double eps = scalars.decimal(fields.scalar("layernorm"), 1e-300, 1e300, "an eps above 0");
            boolean affine = fields.optionalScalar("affine").map(scalars::truth).orElse(false);
            return new LayerSpec.LayerNorm(eps, affine);
        }
        if (fields.optional("leaky_relu").isPresent()) {
            double slope = scalars.decimal(fields.scalar("leaky_relu"), -1e6, 1e6, "a slope of at most 1e6");
            return new Activation(Activation.Kind.LEAKY_RELU, slope);
        }
        if (fields.optional("residual").isPresent()) {
            return residual(fields, inputs);
        }
        throw scalars.error(node, EXPECTED);
    }

    private LayerSpec dense(YamlFields fields) {
        int units = scalars.integer(fields.scalar("dense"), 1, Limits.UNITS);
        boolean bias = fields.optionalScalar("bias").map(scalars::truth).orElse(true);
        Optional<Activation> activation =
                fields.optionalScalar("activation").map(s -> activation(s, "relu, tanh or sigmoid"));
        return new LayerSpec.Dense(units, bias, activation);
    }

    private LayerSpec residual(YamlFields fields, int inputs) {
        Yaml node = fields.required("residual");
        List<LayerSpec> branch = chain(node, inputs);
        int outputs = LayerSpecs.outputs(branch, inputs);
        if (outputs != inputs) {
            throw SourceException.at(
                    source.name(),
                    node.position(),
                    "a branch from " + inputs + " to " + outputs + " units",
                    "a branch that keeps the " + inputs + " units");
        }
        double step = fields.optionalScalar("step")
                .map(s -> scalars.decimal(s, -1e6, 1e6, "a step of at most 1e6"))
                .orElse(1.0);
        return new LayerSpec.Residual(branch, step);
    }

    private List<LayerSpec> repeat(Yaml node, YamlFields fields, int inputs) {
        int times = scalars.integer(fields.scalar("repeat"), 1, Limits.LAYERS);
        Yaml body = fields.required("layers");
        List<LayerSpec> once = chain(body, inputs);
        if (times > 1) {
            chain(body, LayerSpecs.outputs(once, inputs));
        }
        checkCount(node, times * once.stream().mapToLong(LayerSpec::size).sum());
        List<LayerSpec> layers = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            layers.addAll(once);
        }
        return layers;
    }

    private Activation activation(Yaml.Scalar scalar, String expected) {
        Activation.Kind kind = switch (scalar.text()) {
            case "relu" -> Activation.Kind.RELU;
            case "tanh" -> Activation.Kind.TANH;
            case "sigmoid" -> Activation.Kind.SIGMOID;
            default -> throw scalars.error(scalar, expected);
        };
        return new Activation(kind, 0);
    }
}
