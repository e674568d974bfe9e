package gradlab.dynamics.training;

import gradlab.analysis.source.SourceException;
import gradlab.analysis.source.SourceText;
import gradlab.analysis.source.Yaml;
import java.util.List;
import java.util.Optional;

/**
 * The field {@code quick} of an experiment: a list of changes ({@link Overrides}) that make a short version of it, for a
 * first impression. A run that nobody wants short takes no notice of it.
 */
public final class ShortVersion {

    /** The field's name. */
    public static final String FIELD = "quick";

    private static final int MOST = 20;
    private static final int LONGEST = 1_000;

    private ShortVersion() {}

    /**
     * The changes of an experiment's tree; none if it has no short version.
     *
     * @throws SourceException if the field is no list of texts
     */
    public static List<String> of(SourceText source, Yaml root) {
        if (!(root instanceof Yaml.Mapping mapping)) {
            return List.of();
        }
        return changes(
                source,
                mapping.entries().stream()
                        .filter(entry -> entry.key().text().equals(FIELD))
                        .map(Yaml.Entry::value)
                        .findFirst());
    }

    /** The changes that the field says. */
    static List<String> changes(SourceText source, Optional<Yaml> field) {
        if (field.isEmpty()) {
            return List.of();
        }
        Yaml node = field.orElseThrow();
        boolean fits = node instanceof Yaml.Sequence sequence
                && !sequence.items().isEmpty()
                && sequence.items().size() <= MOST
                && sequence.items().stream()
                        .allMatch(item -> item instanceof Yaml.Scalar change
                                && change.text().length() <= LONGEST);
        if (!fits) {
            throw SourceException.at(
                    source.name(),
                    node.position(),
                    node.description(),
                    "1 to " + MOST + " changes of the experiment, such as [steps=100, data.train=500]");
        }
        return ((Yaml.Sequence) node)
                .items().stream().map(item -> ((Yaml.Scalar) item).text()).toList();
    }
}
