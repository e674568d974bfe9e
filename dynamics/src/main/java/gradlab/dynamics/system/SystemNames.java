package gradlab.dynamics.system;

import gradlab.analysis.expression.Expression;
import gradlab.analysis.expression.ExpressionParser;
import gradlab.analysis.source.Position;
import gradlab.analysis.source.SourceException;
import gradlab.analysis.source.Yaml;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The names of a system file as they come to stand for something: parameters first, then the state, then what is defined. */
final class SystemNames {

    private final String file;
    private final String system;
    private final Terms terms;
    private final TermBuilder builder;
    private final Map<String, String> overrides;
    private final Set<String> taken = new HashSet<>();
    private final Map<String, Integer> nodes = new HashMap<>();
    private final Map<Integer, String> defined = new HashMap<>();
    private final Map<String, String> parameters = new LinkedHashMap<>();

    /** Overrides replace the expressions of parameters and of starting values. */
    SystemNames(String file, String system, Terms terms, Map<String, String> overrides) {
        this.file = file;
        this.system = system;
        this.terms = terms;
        this.builder = new TermBuilder(file, terms);
        this.overrides = new HashMap<>(overrides);
    }

    /** Parameters as they were written, in order. */
    Map<String, String> parameters() {
        return parameters;
    }

    /** Takes a name. */
    void declare(Yaml.Scalar key) {
        boolean reserved = ScalarFunctions.isReserved(key.text());
        if (reserved || !key.text().matches("[A-Za-z_][A-Za-z0-9_]{0,99}")) {
            throw error(
                    key.position(),
                    (reserved ? "the reserved name " : "") + key.description(),
                    "a name of letters, digits and _ that is no function or constant");
        }
        if (!taken.add(key.text())) {
            throw error(key.position(), "the name " + key.description() + " again", "a name not used before");
        }
    }

    /** A parameter: a number made of those before it. */
    void parameter(Yaml.Entry entry) {
        declare(entry.key());
        String key = entry.key().text();
        parameters.put(key, overrides.getOrDefault(key, text(entry)).strip());
        nodes.put(key, terms.parameter(key, number(entry)));
    }

    /** The number that an expression of parameters, or what replaces it, stands for. */
    double number(Yaml.Entry entry) {
        String key = entry.key().text();
        String other = overrides.remove(key);
        if (other == null) {
            return value(builder, parse(entry), key, nodes);
        }
        String place = system + ":" + key;
        return value(new TermBuilder(place, terms), ExpressionParser.parse(place, other, Position.START), key, nodes);
    }

    /** The number of a stride, of parameters. */
    double stride(Yaml.Scalar scalar) {
        Map<String, Integer> known = new HashMap<>(nodes);
        known.values().removeIf(terms::varies);
        return value(builder, ExpressionParser.parse(file, scalar), "a stride", known);
    }

    private double value(TermBuilder maker, Expression expression, String what, Map<String, Integer> known) {
        Program program = new Program(terms, maker.number(expression, known));
        program.run(new double[0]);
        if (!Double.isFinite(program.result(0))) {
            throw maker.error(expression.position(), what + " without a finite value", "a number");
        }
        return program.result(0);
    }

    /** From here on expressions may use the state. */
    void openState(List<String> coordinates) {
        for (int i = 0; i < coordinates.size(); i++) {
            nodes.put(coordinates.get(i), terms.variable(i));
        }
    }

    /** A quantity that equations share. */
    void definition(Yaml.Entry entry) {
        declare(entry.key());
        int node = formula(entry);
        nodes.put(entry.key().text(), node);
        if (Terms.operands(terms.get(node)).length > 0) {
            defined.putIfAbsent(node, entry.key().text());
        }
    }

    /** The nodes of what is defined, with their names. */
    Map<Integer, String> defined() {
        return defined;
    }

    /** The node of an equation. */
    int formula(Yaml.Entry entry) {
        return builder.number(parse(entry), nodes);
    }

    /** Refuses overrides of what is neither a parameter nor a coordinate. */
    void refuseOtherOverrides(List<String> coordinates) {
        for (String key : overrides.keySet()) {
            Set<String> known = new HashSet<>(parameters.keySet());
            known.addAll(coordinates);
            throw SourceException.in(
                    system, "no parameter " + SourceException.quote(key), ScalarFunctions.advice(key, known, false));
        }
    }

    private Expression parse(Yaml.Entry entry) {
        if (entry.value() instanceof Yaml.Scalar scalar) {
            if (opened(scalar.text()) > 0) {
                throw error(
                        scalar.position(),
                        scalar.description() + ", a bracket left open",
                        "as many ) as (; inside { } a comma ends a value that is not in quotes");
            }
            return ExpressionParser.parse(file, scalar);
        }
        throw error(entry.value().position(), entry.value().description(), "a formula");
    }

    private static long opened(String text) {
        return text.chars().filter(c -> c == '(').count()
                - text.chars().filter(c -> c == ')').count();
    }

    /** An expression as it was written, on one line. */
    static String text(Yaml.Entry entry) {
        return entry.value() instanceof Yaml.Scalar scalar
                ? scalar.text().strip().replaceAll("\\s+", " ")
                : "";
    }

    private SourceException error(Position position, String found, String expected) {
        return SourceException.at(file, position, found, expected);
    }
}
