package gradlab.analysis.source;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** What the scalars of a file mean; errors say where they stand. */
public final class Scalars {
    private static final String DECIMAL = "[+-]?([0-9]{1,30}(\\.[0-9]{0,30})?|\\.[0-9]{1,30})([eE][+-]?[0-9]{1,3})?";

    private final SourceText source;

    /** Scalars of this text. */
    public Scalars(SourceText source) {
        this.source = source;
    }

    /** A text that matches. */
    public String matching(Yaml.Scalar scalar, String pattern, String expected) {
        if (scalar.text().length() <= 200 && scalar.text().matches(pattern)) {
            return scalar.text();
        }
        throw error(scalar, expected);
    }

    /** A whole number within bounds. */
    public int integer(Yaml.Scalar scalar, int least, int most) {
        String expected = "a whole number from " + least + " to " + most;
        String text = matching(scalar, "[0-9]{1,9}", expected);
        int value = Integer.parseInt(text);
        if (value < least || value > most) {
            throw error(scalar, expected);
        }
        return value;
    }

    /** A decimal number within bounds. */
    public double decimal(Yaml.Scalar scalar, double least, double most, String expected) {
        double value = Double.parseDouble(matching(scalar, DECIMAL, expected));
        if (!(value >= least && value <= most)) {
            throw error(scalar, expected);
        }
        return value;
    }

    /** True or false. */
    public boolean truth(Yaml.Scalar scalar) {
        return Boolean.parseBoolean(matching(scalar, "true|false", "true or false"));
    }

    /** The constant whose name in lower case is the text. */
    public <E extends Enum<E>> E choice(Yaml.Scalar scalar, Class<E> type) {
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

    /** An error at a node. */
    public SourceException error(Yaml node, String expected) {
        return SourceException.at(source.name(), node.position(), node.description(), expected);
    }
}
