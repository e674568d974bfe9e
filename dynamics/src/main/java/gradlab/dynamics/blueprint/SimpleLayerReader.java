package gradlab.dynamics.blueprint;

import gradlab.analysis.layer.Recurrent;
import gradlab.analysis.source.Scalars;
import gradlab.analysis.source.SourceText;
import gradlab.analysis.source.Yaml;
import gradlab.analysis.source.YamlFields;
import gradlab.analysis.tensor.Padding;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Reads layers that contain no others: a mapping whose layer is named by one of its keys, or a name alone. */
final class SimpleLayerReader {
    static final String EXPECTED =
            "relu, tanh, sigmoid, gelu, silu, mish, softsign, selu, hard_swish, flatten, last, mean,"
                    + " position, or a mapping with dense, conv1d, conv2d, maxpool1d, maxpool2d, avgpool1d, avgpool2d, leaky_relu,"
                    + " elu, layernorm, rmsnorm, batchnorm, dropout, embedding, attention, rnn, lstm, gru, residual or repeat";

    private static final int LARGEST_WINDOW = 1024;

    private final SourceText source;
    private final Scalars scalars;
    private final Map<String, Function<YamlFields, LayerSpec>> readers = new LinkedHashMap<>();

    SimpleLayerReader(SourceText source, Scalars scalars) {
        this.source = source;
        this.scalars = scalars;
        readers.put("dense", this::dense);
        readers.put("conv1d", fields -> convolution(fields, 1));
        readers.put("conv2d", fields -> convolution(fields, 2));
        readers.put("maxpool1d", fields -> pool(fields, "maxpool1d", 1, true));
        readers.put("maxpool2d", fields -> pool(fields, "maxpool2d", 2, true));
        readers.put("avgpool1d", fields -> pool(fields, "avgpool1d", 1, false));
        readers.put("avgpool2d", fields -> pool(fields, "avgpool2d", 2, false));
        readers.put("leaky_relu", fields -> numbered(fields, ActivationSpec.Kind.LEAKY_RELU));
        readers.put("elu", fields -> numbered(fields, ActivationSpec.Kind.ELU));
        readers.put("layernorm", fields -> norm(fields, "layernorm", NormSpec.Kind.LAYER));
        readers.put("rmsnorm", fields -> norm(fields, "rmsnorm", NormSpec.Kind.RMS));
        readers.put("batchnorm", this::batchNorm);
        readers.put("dropout", this::dropout);
        readers.put("embedding", this::embedding);
        readers.put("attention", this::attention);
        readers.put("rnn", this::plainRecurrent);
        readers.put("lstm", fields -> recurrent(fields, "lstm", Recurrent.Kind.LSTM));
        readers.put("gru", fields -> recurrent(fields, "gru", Recurrent.Kind.GRU));
    }

    /** The layer of a mapping. */
    LayerSpec of(Yaml node) {
        YamlFields fields = YamlFields.of(source, node);
        String key = ((Yaml.Mapping) node)
                .entries().stream()
                        .map(entry -> entry.key().text())
                        .filter(readers::containsKey)
                        .findFirst()
                        .orElseThrow(() -> scalars.error(node, EXPECTED));
        LayerSpec layer = readers.getOrDefault(key, f -> dense(f)).apply(fields);
        fields.refuseOthers();
        return layer;
    }

    /** The layer of a name alone. */
    LayerSpec named(Yaml.Scalar scalar) {
        Optional<SimpleSpec.Kind> kind = Arrays.stream(SimpleSpec.Kind.values())
                .filter(k -> k.name().toLowerCase(java.util.Locale.ROOT).equals(scalar.text()))
                .findFirst();
        return kind.<LayerSpec>map(SimpleSpec::new).orElseGet(() -> activation(scalar, EXPECTED));
    }

    private ActivationSpec activation(Yaml.Scalar scalar, String expected) {
        return Arrays.stream(ActivationSpec.Kind.values())
                .filter(kind -> kind.word().equals(scalar.text()) && !kind.numbered())
                .findFirst()
                .map(kind -> new ActivationSpec(kind, 0))
                .orElseThrow(() -> scalars.error(scalar, expected));
    }

    private Optional<ActivationSpec> activation(YamlFields fields) {
        return fields.optionalScalar("activation")
                .map(s -> activation(s, "relu, tanh, sigmoid, gelu, silu, mish, softsign, selu or hard_swish"));
    }

    private boolean truth(YamlFields fields, String name, boolean otherwise) {
        return fields.optionalScalar(name).map(scalars::truth).orElse(otherwise);
    }

    private int integer(YamlFields fields, String name, int least, int most, int otherwise) {
        return fields.optionalScalar(name)
                .map(s -> scalars.integer(s, least, most))
                .orElse(otherwise);
    }

    private LayerSpec dense(YamlFields fields) {
        int units = scalars.integer(fields.scalar("dense"), 1, Limits.UNITS);
        boolean bias = truth(fields, "bias", true);
        return new DenseSpec(units, bias, activation(fields), truth(fields, "spectral", false));
    }

    private LayerSpec convolution(YamlFields fields, int axes) {
        int filters = scalars.integer(fields.scalar("conv" + axes + "d"), 1, Limits.UNITS);
        int kernel = scalars.integer(fields.scalar("kernel"), 1, LARGEST_WINDOW);
        WindowSpec window = window(fields, axes, kernel, 1);
        Padding padding = fields.optionalScalar("beyond")
                .map(s -> scalars.choice(s, Padding.class))
                .orElse(Padding.ZERO);
        int groups = integer(fields, "groups", 1, Limits.UNITS, 1);
        boolean bias = truth(fields, "bias", true);
        boolean spectral = truth(fields, "spectral", false);
        return new ConvolutionSpec(filters, window, groups, padding, bias, activation(fields), spectral);
    }

    private WindowSpec window(YamlFields fields, int axes, int kernel, int stride) {
        return new WindowSpec(
                axes,
                kernel,
                integer(fields, "stride", 1, LARGEST_WINDOW, stride),
                integer(fields, "dilation", 1, LARGEST_WINDOW, 1),
                integer(fields, "padding", 0, LARGEST_WINDOW, 0));
    }

    private LayerSpec pool(YamlFields fields, String key, int axes, boolean largest) {
        int kernel = scalars.integer(fields.scalar(key), 1, LARGEST_WINDOW);
        return new PoolSpec(window(fields, axes, kernel, kernel), largest);
    }

    private LayerSpec numbered(YamlFields fields, ActivationSpec.Kind kind) {
        double number = scalars.decimal(fields.scalar(kind.word()), -1e6, 1e6, "a slope of at most 1e6");
        return new ActivationSpec(kind, number);
    }

    private double eps(YamlFields fields, String key) {
        return scalars.decimal(fields.scalar(key), 1e-300, 1e300, "an eps above 0");
    }

    private LayerSpec norm(YamlFields fields, String key, NormSpec.Kind kind) {
        double eps = eps(fields, key);
        return new NormSpec(kind, eps, truth(fields, "affine", false));
    }

    private LayerSpec batchNorm(YamlFields fields) {
        double eps = eps(fields, "batchnorm");
        boolean affine = truth(fields, "affine", true);
        double momentum = fields.optionalScalar("momentum")
                .map(s -> scalars.decimal(s, 0, 1, "a momentum from 0 to 1"))
                .orElse(0.1);
        return new BatchNormSpec(eps, affine, momentum);
    }

    private LayerSpec dropout(YamlFields fields) {
        return new DropoutSpec(scalars.decimal(fields.scalar("dropout"), 0, 0.999999, "a probability from 0, below 1"));
    }

    private LayerSpec embedding(YamlFields fields) {
        int width = scalars.integer(fields.scalar("embedding"), 1, Limits.UNITS);
        return new EmbeddingSpec(scalars.integer(fields.scalar("vocabulary"), 1, 1_000_000), width);
    }

    private LayerSpec attention(YamlFields fields) {
        int heads = scalars.integer(fields.scalar("attention"), 1, Limits.UNITS);
        boolean causal = truth(fields, "causal", false);
        boolean scaled = truth(fields, "scaled", true);
        return new AttentionSpec(heads, causal, scaled, truth(fields, "bias", true));
    }

    private LayerSpec plainRecurrent(YamlFields fields) {
        Recurrent.Kind kind = fields.optionalScalar("activation")
                .map(s -> scalars.matching(s, "tanh|relu", "tanh or relu"))
                .filter("relu"::equals)
                .map(s -> Recurrent.Kind.RELU)
                .orElse(Recurrent.Kind.TANH);
        return recurrent(fields, "rnn", kind);
    }

    private LayerSpec recurrent(YamlFields fields, String key, Recurrent.Kind kind) {
        int units = scalars.integer(fields.scalar(key), 1, Limits.UNITS);
        boolean all = fields.optionalScalar("output")
                .map(s -> scalars.matching(s, "last|all", "last or all"))
                .filter("all"::equals)
                .isPresent();
        return new RecurrentSpec(kind, units, all, integer(fields, "truncate", 0, Limits.STEPS, 0));
    }
}
