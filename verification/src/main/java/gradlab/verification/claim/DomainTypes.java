package gradlab.verification.claim;

import gradlab.analysis.expression.Expression;
import gradlab.analysis.expression.Kind;
import gradlab.analysis.expression.Type;
import gradlab.analysis.expression.TypeChecker;
import gradlab.analysis.source.SourceException;
import java.util.List;
import java.util.Map;

/** The domains that variables range over: how many numbers each takes, and what a variable of it is. */
final class DomainTypes {

    private static final Map<String, Shape> SHAPES = Map.ofEntries(
            Map.entry("integer", new Shape(Type.NUMBER, List.of(2))),
            Map.entry("real", new Shape(Type.NUMBER, List.of(0, 2))),
            Map.entry("logreal", new Shape(Type.NUMBER, List.of(2))),
            Map.entry("boolean", new Shape(Type.TRUTH, List.of(0))),
            Map.entry("vector", new Shape(Type.VECTOR, List.of(1, 3))),
            Map.entry("unit", new Shape(Type.VECTOR, List.of(1))),
            Map.entry("simplex", new Shape(Type.VECTOR, List.of(1))),
            Map.entry("matrix", new Shape(Type.MATRIX, List.of(2, 4))),
            Map.entry("symmetric", new Shape(Type.MATRIX, List.of(1))),
            Map.entry("orthogonal", new Shape(Type.MATRIX, List.of(1))),
            Map.entry("permutation", new Shape(Type.MATRIX, List.of(1))));

    private static final int DEEPEST_LIST = 4;

    private DomainTypes() {}

    /** What a variable is, and how many numbers its domain may take. */
    private record Shape(Type type, List<Integer> argumentCounts) {}

    /**
     * The type of a variable that ranges over a domain.
     *
     * @throws SourceException if the expression is no domain
     */
    static Type typeOf(String file, Expression domain, TypeChecker checker) {
        return typeOf(file, domain, checker, 0);
    }

    private static Type typeOf(String file, Expression domain, TypeChecker checker, int depth) {
        if (!(domain instanceof Expression.Call call)
                || !(call.function() instanceof Expression.Name name)
                || depth > DEEPEST_LIST) {
            throw SourceException.at(file, domain.position(), "no domain", expectation());
        }
        if (name.name().equals("choice")) {
            return choice(file, call, checker);
        }
        if (name.name().equals("list")) {
            requireCount(file, call, List.of(2), "list(count, domain)");
            checker.require(call.arguments().get(0), Kind.NUMBER);
            return Type.listOf(typeOf(file, call.arguments().get(1), checker, depth + 1));
        }
        Shape shape = SHAPES.get(name.name());
        if (shape == null) {
            throw SourceException.at(
                    file, name.position(), "the unknown domain " + SourceException.quote(name.name()), expectation());
        }
        requireCount(file, call, shape.argumentCounts(), name.name() + " with " + counts(shape) + " arguments");
        call.arguments().forEach(argument -> checker.require(argument, Kind.NUMBER));
        return shape.type();
    }

    private static Type choice(String file, Expression.Call call, TypeChecker checker) {
        if (call.arguments().isEmpty()) {
            throw SourceException.at(file, call.position(), "choice()", "choice(value, ...)");
        }
        Type first = checker.typeOf(call.arguments().get(0));
        boolean data =
                List.of(Kind.NUMBER, Kind.TRUTH, Kind.VECTOR, Kind.MATRIX).contains(first.kind());
        for (Expression argument : call.arguments()) {
            if (!data || !checker.typeOf(argument).equals(first)) {
                throw SourceException.at(
                        file,
                        argument.position(),
                        checker.typeOf(argument).description(),
                        "numbers, truth values, vectors or matrices, all of one kind");
            }
        }
        return first;
    }

    private static void requireCount(String file, Expression.Call call, List<Integer> counts, String expected) {
        int count = call.arguments().size();
        if (!counts.contains(count)) {
            throw SourceException.at(file, call.position(), count + " arguments", expected);
        }
    }

    private static String counts(Shape shape) {
        return String.join(
                " or ", shape.argumentCounts().stream().map(String::valueOf).toList());
    }

    private static String expectation() {
        return "a domain: choice, list, "
                + String.join(", ", SHAPES.keySet().stream().sorted().toList());
    }
}
