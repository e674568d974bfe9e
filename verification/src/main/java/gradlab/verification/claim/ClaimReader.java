package gradlab.verification.claim;

import gradlab.analysis.arithmetic.FloatFormat;
import gradlab.analysis.expression.Expression;
import gradlab.analysis.expression.ExpressionParser;
import gradlab.analysis.expression.Kind;
import gradlab.analysis.expression.NestingDepth;
import gradlab.analysis.expression.RunSource;
import gradlab.analysis.expression.Type;
import gradlab.analysis.expression.TypeChecker;
import gradlab.analysis.source.SourceException;
import gradlab.analysis.source.SourceText;
import gradlab.analysis.source.Yaml;
import gradlab.analysis.source.YamlFields;
import gradlab.analysis.source.YamlReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.hipparchus.fraction.BigFraction;

/** Reads claim files. Reading one never runs code, reads another file or reaches the network. */
public final class ClaimReader {

    /** Largest claim file in bytes. */
    public static final int LARGEST_FILE = 1 << 20;

    private static final int MOST_TRIALS = 1_000_000;

    /** Of statistical claims, unless the file says otherwise. */
    private static final BigFraction TOLERANCE = new BigFraction(1, 20);

    private final SourceText source;
    private final Map<String, Integer> depths = new HashMap<>();
    private TypeChecker checker;

    private ClaimReader(SourceText source, RunSource runs) {
        this.source = source;
        this.checker = new TypeChecker(source.name(), runs, Map.of());
    }

    /**
     * Reads the one claim of a text.
     *
     * @param runs which experiments a claim may speak of
     * @throws SourceException at the first place that is wrong
     */
    public static ClaimFile read(SourceText source, RunSource runs) {
        return new ClaimFile(new ClaimReader(source, runs).claim(), source);
    }

    private Claim claim() {
        Yaml root = YamlReader.read(source);
        YamlFields fields = YamlFields.of(source, root);
        String id = id(fields);
        String title = text(fields, "title", id);
        String origin = text(fields, "source", "");
        List<Named> constants = named(fields, "let", this::constant);
        Quantifier quantifier = quantifier(fields);
        List<Named> variables = named(fields, quantifier.word(), this::variable);
        List<Named> random = named(fields, "random", this::randomVariable);
        // Hypotheses stand before definitions in a file, and may use them.
        List<Named> definitions = named(fields, "define", this::constant);
        List<Expression> hypotheses = hypotheses(fields);
        Expression statement = truth(fields.scalar("claim"));
        Claim.Support support = support(fields, random);
        Optional<FloatFormat> format = format(fields);
        fields.refuseOthers();
        Claim claim = new Claim(
                source.name(),
                id,
                title,
                origin,
                constants,
                quantifier,
                variables,
                random,
                hypotheses,
                definitions,
                statement,
                format,
                support);
        Randomness.check(claim);
        format.ifPresent(f -> FormatOperations.check(claim, f));
        return claim;
    }

    private String id(YamlFields fields) {
        Yaml.Scalar id = fields.scalar("id");
        if (!id.text().matches("[a-z0-9]+(-[a-z0-9]+)*") || id.text().length() > 100) {
            throw error(id, id.description(), "an id in kebab-case of at most 100 characters");
        }
        return id.text();
    }

    private String text(YamlFields fields, String name, String otherwise) {
        return fields.optionalScalar(name)
                .map(scalar -> scalar.text().strip().replaceAll("\\s+", " "))
                .orElse(otherwise);
    }

    private Quantifier quantifier(YamlFields fields) {
        fields.optional("forall");
        Optional<Yaml> exists = fields.optional("exists");
        if (exists.isPresent() && fields.optional("forall").isPresent()) {
            throw error(exists.get(), "exists beside forall", "one of the two");
        }
        return exists.isPresent() ? Quantifier.EXISTS : Quantifier.FORALL;
    }

    /** Reads one entry of a mapping of names, and adds the name to what later expressions may use. */
    private interface Entry {
        Named read(String name, Yaml value);
    }

    private List<Named> named(YamlFields fields, String field, Entry entry) {
        Optional<Yaml> node = fields.optional(field);
        if (node.isEmpty()) {
            return List.of();
        }
        if (!(node.get() instanceof Yaml.Mapping mapping)) {
            throw error(node.get(), node.get().description(), "a mapping of names");
        }
        List<Named> all = new ArrayList<>();
        for (Yaml.Entry line : mapping.entries()) {
            checker.requireFree(line.key().text(), line.key().position());
            all.add(entry.read(line.key().text(), line.value()));
        }
        return all;
    }

    private Named constant(String name, Yaml value) {
        Expression expression = expression(value);
        Type type = checker.typeOf(expression);
        depths.put(name, NestingDepth.of(expression, depths));
        if (type.kind() == Kind.TEXT) {
            throw error(value, "a text", "a number, vector, matrix, layer or truth value");
        }
        checker = checker.with(name, type);
        return new Named(name, expression);
    }

    private Named variable(String name, Yaml value) {
        Expression domain = expression(value);
        checker = checker.with(name, DomainTypes.typeOf(source.name(), domain, checker));
        return new Named(name, domain);
    }

    private Named randomVariable(String name, Yaml value) {
        Expression distribution = expression(value);
        checker = checker.with(name, RandomTypes.typeOf(source.name(), distribution, checker));
        return new Named(name, distribution);
    }

    private List<Expression> hypotheses(YamlFields fields) {
        Optional<Yaml> node = fields.optional("where");
        if (node.isEmpty()) {
            return List.of();
        }
        List<Yaml> items = node.get() instanceof Yaml.Sequence sequence ? sequence.items() : List.of(node.get());
        return items.stream().map(this::truth).toList();
    }

    private Expression truth(Yaml node) {
        Expression expression = expression(node);
        checker.require(expression, Kind.TRUTH);
        return expression;
    }

    private Expression expression(Yaml node) {
        Expression expression = parsed(node);
        if (NestingDepth.of(expression, depths) > NestingDepth.DEEPEST) {
            throw error(
                    node,
                    "an expression nested too deeply, with all that its names stand for",
                    "at most " + NestingDepth.DEEPEST + " operators, calls, indices and names one inside another");
        }
        return expression;
    }

    private Expression parsed(Yaml node) {
        if (node instanceof Yaml.Scalar scalar) {
            return ExpressionParser.parse(source.name(), scalar);
        }
        if (node instanceof Yaml.Sequence sequence && !sequence.items().isEmpty()) {
            return tensor(sequence);
        }
        throw error(node, node.description(), "an expression");
    }

    private Expression tensor(Yaml.Sequence sequence) {
        List<Expression> items = sequence.items().stream().map(this::expression).toList();
        if (items.stream().noneMatch(Expression.VectorLiteral.class::isInstance)) {
            return new Expression.VectorLiteral(items, sequence.position());
        }
        List<List<Expression>> rows = new ArrayList<>();
        for (Expression item : items) {
            if (!(item instanceof Expression.VectorLiteral row)
                    || (!rows.isEmpty() && row.items().size() != rows.get(0).size())) {
                throw error(sequence, "rows that do not match", "a matrix whose rows have equal length");
            }
            rows.add(row.items());
        }
        return new Expression.MatrixLiteral(rows, sequence.position());
    }

    private Claim.Support support(YamlFields fields, List<Named> random) {
        return new Claim.Support(
                fields.optionalScalar("proof").map(Yaml.Scalar::text),
                fields.optionalScalar("disproof").map(Yaml.Scalar::text),
                fields.optionalScalar("experiment").map(this::experiment),
                fields.optionalScalar("trials").map(this::trials).orElse(OptionalInt.empty()),
                tolerance(fields, random));
    }

    private String experiment(Yaml.Scalar name) {
        if (!checker.knowsExperiment(name.text())) {
            throw error(name, "the unknown experiment " + name.description(), checker.expectedExperiment(name.text()));
        }
        return name.text();
    }

    private OptionalInt trials(Yaml.Scalar trials) {
        if (!trials.text().matches("[1-9][0-9]{0,6}") || Integer.parseInt(trials.text()) > MOST_TRIALS) {
            throw error(trials, trials.description(), "a number of trials from 1 to " + MOST_TRIALS);
        }
        return OptionalInt.of(Integer.parseInt(trials.text()));
    }

    private BigFraction tolerance(YamlFields fields, List<Named> random) {
        Optional<Yaml.Scalar> tolerance = fields.optionalScalar("tolerance");
        if (tolerance.isEmpty()) {
            return TOLERANCE;
        }
        Expression value = expression(tolerance.get());
        boolean small = value instanceof Expression.Literal literal
                && literal.value().signum() > 0
                && literal.value().compareTo(BigFraction.ONE) <= 0;
        if (!small || random.isEmpty()) {
            throw error(
                    tolerance.get(),
                    small ? "a tolerance and nothing random" : tolerance.get().description(),
                    "a relative tolerance above 0 and at most 1, beside random variables");
        }
        return ((Expression.Literal) value).value();
    }

    private Optional<FloatFormat> format(YamlFields fields) {
        Optional<Yaml.Scalar> arithmetic =
                fields.optionalScalar("arithmetic").filter(word -> !word.text().equals("real"));
        return arithmetic.map(word -> FloatFormat.named(word.text())
                .orElseThrow(() -> error(word, word.description(), "real, binary64, binary32, binary16 or bfloat16")));
    }

    private SourceException error(Yaml node, String found, String expected) {
        return SourceException.at(source.name(), node.position(), found, expected);
    }
}
