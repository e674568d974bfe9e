package gradlab.dynamics.training;

import gradlab.analysis.source.SourceException;
import gradlab.analysis.source.SourceText;
import gradlab.analysis.source.Yaml;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** What the scalars of an experiment mean; errors say where they stand. */
final class Scalars {
    private static final String DECIMAL = "[+-]?([0-9]{1,30}(\\.[0-9]{0,30})?|\\.[0-9]{1,30})([eE][+-]?[0-9]{1,3})?";

    private final SourceText source;

    Scalars(SourceText source) {
        this.source = source;
    }

    String matching(Yaml.Scalar scalar, String pattern, String expected) {
        if (scalar.text().length() <= 200 && scalar.text().matches(pattern)) {
            return scalar.text();
        }
        throw error(scalar, expected);
    }

    int integer(Yaml.Scalar scalar, int least, int most) {
        String expected = "a whole number from " + least + " to " + most;
        String text = matching(scalar, "[0-9]{1,9}", expected);
        int value = Integer.parseInt(text);
        if (value < least || value > most) {
            throw error(scalar, expected);
        }
        return value;
    }

    double decimal(Yaml.Scalar scalar, double least, double most, String expected) {
        double value = Double.parseDouble(matching(scalar, DECIMAL, expected));
        if (!(value >= least && value <= most)) {
            throw error(scalar, expected);
        }
        return value;
    }

    boolean truth(Yaml.Scalar scalar) {
        return Boolean.parseBoolean(matching(scalar, "true|false", "true or false"));
    }

    /** The constant whose name in lower case is the text. */
    <E extends Enum<E>> E choice(Yaml.Scalar scalar, Class<E> type) {
        for (E constant : type.getEnumConstants()) {
            if (constant.name().toLowerCase(Locale.ROOT).equals(scalar.text())) {
                return constant;
            }
        }
        throw error(
                scalar,
                Arrays.stream(type.getEnumConstants())
                        .map(constant -> constant.name().toLowerCase(Locale.ROOT))
                        .collect(Collectors.joining(", ", "one of ", "")));
    }

    SourceException error(Yaml node, String expected) {
        return SourceException.at(source.name(), node.position(), node.description(), expected);
    }
}
