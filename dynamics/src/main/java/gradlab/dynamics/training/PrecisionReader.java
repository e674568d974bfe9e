package gradlab.dynamics.training;

import gradlab.analysis.arithmetic.FloatFormat;
import gradlab.analysis.source.Scalars;
import gradlab.analysis.source.SourceText;
import gradlab.analysis.source.Yaml;
import gradlab.analysis.source.YamlFields;

/** Reads a {@link Precision}: a format alone, or a format and a scale of the loss. */
record PrecisionReader(SourceText source, Scalars scalars) {
    private static final double FIRST_SCALE = 0x1p15;
    private static final double LARGEST_SCALE = 0x1p60;

    Precision of(Yaml node) {
        if (node instanceof Yaml.Scalar scalar) {
            return new Precision(scalars.choice(scalar, FloatFormat.class), 1, false);
        }
        YamlFields fields = YamlFields.of(source, node);
        FloatFormat format = scalars.choice(fields.scalar("format"), FloatFormat.class);
        boolean dynamic = fields.optionalScalar("loss_scale")
                .filter(s -> s.text().equals("dynamic"))
                .isPresent();
        double scale = dynamic
                ? FIRST_SCALE
                : fields.optionalScalar("loss_scale")
                        .map(s -> scalars.decimal(
                                s, 1 / LARGEST_SCALE, LARGEST_SCALE, "dynamic, or a number above 0, up to 2^60"))
                        .orElse(1.0);
        fields.refuseOthers();
        return new Precision(format, scale, dynamic);
    }
}
