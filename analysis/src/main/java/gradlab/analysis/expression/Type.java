package gradlab.analysis.expression;

import java.util.Optional;

/**
 * The type of an expression.
 *
 * @param kind what it stands for
 * @param element of a list, the type of its items
 */
public record Type(Kind kind, Optional<Type> element) {

    /** True or false. */
    public static final Type TRUTH = of(Kind.TRUTH);
    /** A real number. */
    public static final Type NUMBER = of(Kind.NUMBER);
    /** A vector. */
    public static final Type VECTOR = of(Kind.VECTOR);
    /** A matrix. */
    public static final Type MATRIX = of(Kind.MATRIX);

    /** A type that is no list. */
    public static Type of(Kind kind) {
        return new Type(kind, Optional.empty());
    }

    /** A list of items of a type. */
    public static Type listOf(Type element) {
        return new Type(Kind.LIST, Optional.of(element));
    }

    /** With its article, for messages. */
    public String description() {
        return element.map(e -> "a list of items that are each " + e.description())
                .orElse(kind.description());
    }
}
