package gradlab.dynamics.system;

import gradlab.analysis.exact.Binary64;
import gradlab.analysis.expression.Expression;
import gradlab.analysis.expression.ExpressionParser;
import gradlab.analysis.source.Position;
import gradlab.analysis.source.SourceException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.BiFunction;

/**
 * Systems that are made by a program from parameters.
 *
 * @param name what one is called
 * @param kind steps or time
 * @param description one sentence
 * @param source the key of the work that it is from; empty if none
 * @param known what is known of the exponents; empty if nothing
 * @param parameters names, default values and ranges, in order
 * @param equation the equation of all coordinates
 * @param factory makes one of its name and its parameters
 */
record Family(
        String name,
        Clock kind,
        String description,
        String source,
        String known,
        List<Range> parameters,
        String equation,
        BiFunction<String, Settings, DynamicalSystem> factory) {

    Family {
        parameters = List.copyOf(parameters);
    }

    /** A parameter and what it may be. */
    record Range(String name, double usual, double least, double most, boolean whole) {

        static Range real(String name, double usual, double least, double most) {
            return new Range(name, usual, least, most, false);
        }

        static Range whole(String name, long usual, long least, long most) {
            return new Range(name, usual, least, most, true);
        }

        private boolean holds(double value) {
            return value >= least && value <= most && (!whole || value == Math.rint(value));
        }

        private String description() {
            return (whole ? "a whole number" : "a number") + " from " + TermText.number(least) + " to "
                    + TermText.number(most);
        }
    }

    /** A system with some of its parameters replaced. */
    KnownSystem with(Map<String, String> replaced) {
        Map<String, String> open = new HashMap<>(replaced);
        Map<String, Double> values = new LinkedHashMap<>();
        Map<String, String> texts = new LinkedHashMap<>();
        for (Range range : parameters) {
            String text = open.remove(range.name());
            double value = text == null ? range.usual() : value(range, text);
            values.put(range.name(), value);
            texts.put(range.name(), TermText.number(value));
        }
        refuse(open);
        return new KnownSystem(make(new Settings(values)), card(texts));
    }

    private DynamicalSystem make(Settings values) {
        try {
            return factory.apply(name, values);
        } catch (IllegalArgumentException e) {
            throw SourceException.in(name, String.valueOf(e.getMessage()), "parameters that fit together");
        }
    }

    private SystemCard card(Map<String, String> texts) {
        return new SystemCard(
                name,
                kind,
                description,
                Optional.of(source).filter(s -> !s.isEmpty()),
                Optional.of(known).filter(s -> !s.isEmpty()),
                texts,
                Map.of(),
                List.of(new SystemCard.Equation("", equation)),
                List.of());
    }

    private double value(Range range, String text) {
        String place = name + ":" + range.name();
        Expression expression = ExpressionParser.parse(place, text, Position.START);
        Terms terms = new Terms();
        double value;
        if (expression instanceof Expression.Literal literal) {
            value = Binary64.near(literal.value());
        } else {
            Program program = new Program(terms, new TermBuilder(place, terms).number(expression, Map.of()));
            program.run(new double[0]);
            value = program.result(0);
        }
        if (!range.holds(value)) {
            throw SourceException.in(place, SourceException.quote(text), range.description());
        }
        return value;
    }

    private void refuse(Map<String, String> open) {
        for (String key : open.keySet()) {
            TreeSet<String> known = new TreeSet<>();
            parameters.forEach(range -> known.add(range.name()));
            throw SourceException.in(
                    name, "no parameter " + SourceException.quote(key), ScalarFunctions.advice(key, known, false));
        }
    }
}
