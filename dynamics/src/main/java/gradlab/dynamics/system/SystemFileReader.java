package gradlab.dynamics.system;

import gradlab.analysis.source.Position;
import gradlab.analysis.source.SourceException;
import gradlab.analysis.source.SourceText;
import gradlab.analysis.source.Yaml;
import gradlab.analysis.source.YamlFields;
import gradlab.analysis.source.YamlReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads a system given by formulas. A file comes from a stranger: its size, its numbers of names and of operations are bounded, and
 * every error is one line that names file, line and column.
 *
 * <pre>
 * system: flow            # or map
 * parameters: {sigma: 10, rho: 28, beta: 8/3}
 * define: {d: y - x}      # quantities that equations share; may be left out, like parameters
 * state: {x: 1, y: 1, z: 1}
 * next:                   # derivative for a flow, next value for a map
 *   x: sigma*d
 *   y: x*(rho - z) - y
 *   z: x*y - beta*z
 * </pre>
 *
 * <p>Also {@code stride} (of a flow), {@code description}, {@code source} and {@code known}.
 */
final class SystemFileReader {

    static final int LARGEST_FILE = 1 << 20;
    private static final int MOST_COORDINATES = 1_000;
    private static final int MOST_OTHERS = 2_000;
    private static final int LONGEST_TEXT = 1_000;

    /** In strides that this flow would take by itself. */
    private static final double LONGEST_STRIDE = 10;

    private final SourceText source;
    private final String name;
    private final Terms terms = new Terms();
    private final SystemNames names;

    private SystemFileReader(SourceText source, String name, Map<String, String> overrides) {
        this.source = source;
        this.name = name;
        this.names = new SystemNames(source.name(), name, terms, overrides);
    }

    /** Reads a file of at most one megabyte. */
    static KnownSystem read(Path file, Map<String, String> overrides) {
        return read(SourceText.read(file, LARGEST_FILE), file.toString(), overrides);
    }

    /**
     * Reads a text.
     *
     * @param name what the system is called
     * @param overrides expressions that replace those of parameters and of starting values
     * @throws SourceException if it is no system
     */
    static KnownSystem read(SourceText source, String name, Map<String, String> overrides) {
        return new SystemFileReader(source, name, overrides).system();
    }

    /** What a file has under its keys. */
    private record Parts(
            Clock clock,
            List<Yaml.Entry> parameters,
            List<Yaml.Entry> definitions,
            List<Yaml.Entry> state,
            List<Yaml.Entry> next,
            Position nextAt,
            Optional<Yaml.Scalar> stride,
            Optional<String> description,
            Optional<String> source,
            Optional<String> known) {}

    private KnownSystem system() {
        Parts parts = parts(YamlFields.of(source, YamlReader.read(source)));
        try {
            parts.state().forEach(entry -> names.declare(entry.key()));
            parts.parameters().forEach(names::parameter);
            double[] start = parts.state().stream().mapToDouble(names::number).toArray();
            List<String> coordinates =
                    parts.state().stream().map(entry -> entry.key().text()).toList();
            names.refuseOtherOverrides(coordinates);
            names.openState(coordinates);
            parts.definitions().forEach(names::definition);
            Formulas formulas = Formulas.of(coordinates, terms, equations(coordinates, parts), names.defined());
            Outline outline = new Outline(name, coordinates, start);
            return known(parts, make(outline, parts, formulas), formulas);
        } catch (Terms.TooMany e) {
            throw error(parts.nextAt(), "formulas and derivatives of " + e.getMessage(), "fewer");
        }
    }

    private KnownSystem known(Parts parts, DynamicalSystem system, Formulas formulas) {
        List<SystemCard.Equation> equations = parts.next().stream()
                .map(entry -> new SystemCard.Equation(entry.key().text(), SystemNames.text(entry)))
                .toList();
        return new KnownSystem(
                system,
                new SystemCard(
                        name,
                        parts.clock(),
                        parts.description().orElse("given by formulas"),
                        parts.source(),
                        parts.known(),
                        names.parameters(),
                        definitions(parts),
                        equations,
                        formulas.jacobian()));
    }

    private static Map<String, String> definitions(Parts parts) {
        Map<String, String> texts = new java.util.LinkedHashMap<>();
        parts.definitions().forEach(entry -> texts.put(entry.key().text(), SystemNames.text(entry)));
        return texts;
    }

    private Parts parts(YamlFields fields) {
        Clock clock = clock(fields.scalar("system"));
        List<Yaml.Entry> parameters = entries(fields.optional("parameters"), 0, MOST_OTHERS);
        List<Yaml.Entry> definitions = entries(fields.optional("define"), 0, MOST_OTHERS);
        List<Yaml.Entry> state = entries(Optional.of(fields.required("state")), 1, MOST_COORDINATES);
        Yaml next = fields.required("next");
        Parts parts = new Parts(
                clock,
                parameters,
                definitions,
                state,
                entries(Optional.of(next), 1, MOST_COORDINATES),
                next.position(),
                stride(clock, fields.optionalScalar("stride")),
                text(fields, "description"),
                text(fields, "source"),
                text(fields, "known"));
        fields.refuseOthers();
        return parts;
    }

    private Clock clock(Yaml.Scalar kind) {
        return switch (kind.text()) {
            case "flow" -> Clock.TIME;
            case "map" -> Clock.STEP;
            default -> throw error(kind.position(), kind.description(), "flow or map");
        };
    }

    private Optional<Yaml.Scalar> stride(Clock clock, Optional<Yaml.Scalar> stride) {
        if (clock == Clock.STEP && stride.isPresent()) {
            throw error(stride.get().position(), "a stride of a map", "one of a flow only");
        }
        return stride;
    }

    private Optional<String> text(YamlFields fields, String key) {
        Optional<Yaml.Scalar> scalar = fields.optionalScalar(key);
        if (scalar.isPresent()
                && (scalar.get().text().length() > LONGEST_TEXT
                        || scalar.get().text().contains("\n"))) {
            throw error(
                    scalar.get().position(), "a long " + key, "one line of at most " + LONGEST_TEXT + " characters");
        }
        return scalar.map(Yaml.Scalar::text);
    }

    private List<Yaml.Entry> entries(Optional<Yaml> node, int least, int most) {
        if (node.isEmpty()) {
            return List.of();
        }
        if (!(node.get() instanceof Yaml.Mapping mapping)) {
            throw error(node.get().position(), node.get().description(), "a mapping from names to formulas");
        }
        int count = mapping.entries().size();
        if (count < least || count > most) {
            throw error(node.get().position(), count + " names", "from " + least + " to " + most);
        }
        return mapping.entries();
    }

    private List<Integer> equations(List<String> coordinates, Parts parts) {
        Set<String> known = Set.copyOf(coordinates);
        Map<String, Integer> roots = new HashMap<>();
        for (Yaml.Entry entry : parts.next()) {
            String key = entry.key().text();
            if (!known.contains(key)) {
                throw error(
                        entry.key().position(),
                        "an equation of " + entry.key().description() + ", which is no state variable",
                        ScalarFunctions.advice(key, known, false));
            }
            roots.put(key, names.formula(entry));
        }
        List<Integer> inOrder = new ArrayList<>();
        for (String coordinate : coordinates) {
            if (!roots.containsKey(coordinate)) {
                throw error(
                        parts.nextAt(),
                        "no equation of the state variable " + SourceException.quote(coordinate),
                        "one equation for each state variable");
            }
            inOrder.add(roots.get(coordinate));
        }
        return inOrder;
    }

    private DynamicalSystem make(Outline outline, Parts parts, Formulas formulas) {
        if (parts.clock() == Clock.STEP) {
            return new MapSystem(outline, () -> new FormulaRule(formulas));
        }
        FlowSystem flow = FlowSystem.of(outline, () -> new FormulaRule(formulas));
        return parts.stride()
                .map(stride -> flow.withStride(within(stride, LONGEST_STRIDE * flow.stride())))
                .orElse(flow);
    }

    /** In longer strides tangents shrink and merge within the integrator's tolerance. */
    private double within(Yaml.Scalar scalar, double most) {
        double value = names.stride(scalar);
        if (!(value > 0 && value <= most)) {
            throw error(scalar.position(), scalar.description(), "a time above 0 and at most " + (float) most);
        }
        return value;
    }

    private SourceException error(Position position, String found, String expected) {
        return SourceException.at(source.name(), position, found, expected);
    }
}
