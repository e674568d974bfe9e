package gradlab.analysis.source;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The fields of one YAML mapping, read by name; a field that nobody asked for is an error. */
public final class YamlFields {

    private final SourceText source;
    private final Yaml.Mapping mapping;
    private final Set<String> known = new HashSet<>();
    private final List<String> order = new ArrayList<>();

    private YamlFields(SourceText source, Yaml.Mapping mapping) {
        this.source = source;
        this.mapping = mapping;
    }

    /**
     * The fields of a node that must be a mapping.
     *
     * @throws SourceException if it is not
     */
    public static YamlFields of(SourceText source, Yaml node) {
        if (node instanceof Yaml.Mapping mapping) {
            return new YamlFields(source, mapping);
        }
        throw SourceException.at(source.name(), node.position(), node.description(), "a mapping of fields");
    }

    /** The field's node, if the mapping has it. */
    public Optional<Yaml> optional(String name) {
        if (known.add(name)) {
            order.add(name);
        }
        return mapping.entries().stream()
                .filter(e -> e.key().text().equals(name))
                .map(Yaml.Entry::value)
                .findFirst();
    }

    /** The field's node. */
    public Yaml required(String name) {
        return optional(name)
                .orElseThrow(() -> SourceException.at(
                        source.name(),
                        mapping.position(),
                        "no field " + SourceException.quote(name),
                        "the field " + SourceException.quote(name)));
    }

    /** The field's scalar. */
    public Yaml.Scalar scalar(String name) {
        return asScalar(required(name));
    }

    /** The field's scalar, if the mapping has it. */
    public Optional<Yaml.Scalar> optionalScalar(String name) {
        return optional(name).map(this::asScalar);
    }

    private Yaml.Scalar asScalar(Yaml node) {
        if (node instanceof Yaml.Scalar scalar) {
            return scalar;
        }
        throw SourceException.at(source.name(), node.position(), node.description(), "a scalar");
    }

    /**
     * Refuses what was not asked for. Call it after the last field was read.
     *
     * @throws SourceException at the first unknown key
     */
    public void refuseOthers() {
        for (Yaml.Entry entry : mapping.entries()) {
            if (!known.contains(entry.key().text())) {
                throw SourceException.at(
                        source.name(),
                        entry.key().position(),
                        "the unknown key " + entry.key().description(),
                        "one of " + String.join(", ", order));
            }
        }
    }
}
