package gradlab.verification.proof;

import gradlab.analysis.source.SourceException;
import gradlab.analysis.source.SourceText;
import gradlab.analysis.source.Yaml;
import gradlab.analysis.source.YamlFields;
import gradlab.analysis.source.YamlReader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The statements that the product keeps, one a claim. They are looked up by the hash of the claim's parsed form and
 * by nothing else: a claim that differs in one constant finds none.
 */
public final class Statements {

    private final List<Statement> entries;

    private Statements(List<Statement> entries) {
        this.entries = List.copyOf(entries);
    }

    /** The statements shipped with the product. */
    public static Statements shipped() {
        return read(ProofSources.resource("statements.yaml"));
    }

    /**
     * Reads a list of statements.
     *
     * @throws SourceException at the first entry that cannot be used
     */
    static Statements read(SourceText source) {
        if (!(YamlReader.read(source) instanceof Yaml.Sequence list)) {
            throw SourceException.in(source.name(), "no sequence", "a sequence of statements");
        }
        return of(list.items().stream().map(item -> entry(source, item)).toList());
    }

    /**
     * Statements given directly.
     *
     * @throws IllegalArgumentException if two are for one claim
     */
    static Statements of(List<Statement> entries) {
        Set<String> claims = new HashSet<>();
        for (Statement entry : entries) {
            if (!claims.add(entry.claim())) {
                throw new IllegalArgumentException("claim must have one statement, had two: " + entry.claim());
            }
        }
        return new Statements(entries);
    }

    /** All of them, in the order in which they are kept. */
    public List<Statement> all() {
        return entries;
    }

    /** The statement kept for the claim of this hash. */
    public Optional<Statement> forClaim(String claim) {
        return entries.stream().filter(e -> e.claim().equals(claim)).findFirst();
    }

    private static Statement entry(SourceText source, Yaml node) {
        YamlFields fields = YamlFields.of(source, node);
        try {
            Statement statement = new Statement(
                    fields.scalar("id").text(),
                    fields.scalar("claim").text(),
                    kind(source, fields.scalar("kind")),
                    fields.scalar("theorem").text(),
                    imports(source, fields.required("imports")),
                    fields.scalar("statement").text().strip(),
                    instance(fields));
            fields.refuseOthers();
            return statement;
        } catch (IllegalArgumentException e) {
            throw SourceException.at(
                    source.name(), node.position(), String.valueOf(e.getMessage()), "a usable statement");
        }
    }

    private static ProofKind kind(SourceText source, Yaml.Scalar scalar) {
        for (ProofKind kind : ProofKind.values()) {
            if (kind.name().toLowerCase(Locale.ROOT).equals(scalar.text())) {
                return kind;
            }
        }
        throw SourceException.at(source.name(), scalar.position(), scalar.description(), "proof or disproof");
    }

    private static List<String> imports(SourceText source, Yaml node) {
        List<String> names = new ArrayList<>();
        if (node instanceof Yaml.Sequence list) {
            for (Yaml item : list.items()) {
                if (item instanceof Yaml.Scalar name) {
                    names.add(name.text());
                    continue;
                }
                throw SourceException.at(source.name(), item.position(), item.description(), "a proof file's name");
            }
            return names;
        }
        throw SourceException.at(source.name(), node.position(), node.description(), "a sequence of proof files");
    }

    private static Optional<Statement.Instance> instance(YamlFields fields) {
        Optional<Yaml.Scalar> theorem = fields.optionalScalar("not_vacuous");
        Optional<Yaml.Scalar> text = fields.optionalScalar("instance");
        if (theorem.isEmpty() && text.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Statement.Instance(
                theorem.map(Yaml.Scalar::text).orElse(""),
                text.map(s -> s.text().strip()).orElse("")));
    }
}
