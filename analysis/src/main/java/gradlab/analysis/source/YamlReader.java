package gradlab.analysis.source;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Reads one YAML document into a {@link Yaml} tree from the parser's events, so that an alias is refused before
 * anything could be expanded, and depth and size are bounded.
 */
public final class YamlReader {

    private static final int DEEPEST = 40;
    private static final int MOST_NODES = 100_000;

    private final SourceText source;
    private final Iterator<Event> events;
    private final List<String> lines;
    private int nodes;

    private YamlReader(SourceText source) {
        this.source = source;
        this.lines = source.text().lines().toList();
        LoadSettings settings = LoadSettings.builder()
                .setLabel(source.name())
                .setCodePointLimit(Math.max(1, source.text().length()))
                .build();
        this.events = new Parse(settings).parseString(source.text()).iterator();
    }

    /**
     * Reads the one document of a text.
     *
     * @throws SourceException at the place of the first error
     */
    public static Yaml read(SourceText source) {
        YamlReader reader = new YamlReader(source);
        try {
            return reader.document();
        } catch (MarkedYamlEngineException e) {
            throw SourceException.at(
                    source.name(), position(e.getProblemMark()), "a YAML error: " + e.getProblem(), "well-formed YAML");
        } catch (YamlEngineException e) {
            throw SourceException.in(source.name(), "a YAML error: " + firstLine(e), "well-formed YAML");
        }
    }

    private Yaml document() {
        Yaml root = null;
        while (events.hasNext()) {
            Event event = events.next();
            switch (event.getEventId()) {
                case StreamStart, StreamEnd, DocumentEnd, Comment -> {}
                case DocumentStart -> {
                    if (root != null) {
                        throw error(event, "a second YAML document", "one document a file");
                    }
                    root = node(events.next(), 0);
                }
                default -> throw error(event, "text after the document", "one document a file");
            }
        }
        if (root == null) {
            throw SourceException.at(source.name(), Position.START, "an empty file", "a YAML mapping");
        }
        return root;
    }

    private Yaml node(Event event, int depth) {
        if (depth > DEEPEST || ++nodes > MOST_NODES) {
            throw error(
                    event, "a deeper or larger tree", "at most " + DEEPEST + " levels and " + MOST_NODES + " nodes");
        }
        if (event instanceof AliasEvent
                || (event instanceof NodeEvent node && node.getAnchor().isPresent())) {
            throw error(event, "a YAML anchor or alias", "values written out in place");
        }
        return switch (event.getEventId()) {
            case Scalar -> scalar((ScalarEvent) event);
            case SequenceStart -> sequence(event, depth);
            case MappingStart -> mapping(event, depth);
            default -> throw error(event, "no value", "a scalar, a sequence or a mapping");
        };
    }

    private Yaml sequence(Event start, int depth) {
        List<Yaml> items = new ArrayList<>();
        for (Event event = events.next(); event.getEventId() != Event.ID.SequenceEnd; event = events.next()) {
            items.add(node(event, depth + 1));
        }
        return new Yaml.Sequence(items, position(start.getStartMark()));
    }

    private Yaml mapping(Event start, int depth) {
        List<Yaml.Entry> entries = new ArrayList<>();
        Set<String> keys = new HashSet<>();
        for (Event event = events.next(); event.getEventId() != Event.ID.MappingEnd; event = events.next()) {
            if (!(node(event, depth + 1) instanceof Yaml.Scalar key)) {
                throw error(event, "a key that is not a scalar", "a plain name as key");
            }
            if (!keys.add(key.text())) {
                boolean cut = key.text().contains(")") && !key.text().contains("(");
                throw error(
                        event,
                        "the key " + SourceException.quote(key.text()) + " again",
                        "each key once" + (cut ? "; inside { } a comma ends a value that is not in quotes" : ""));
            }
            entries.add(new Yaml.Entry(key, node(events.next(), depth + 1)));
        }
        return new Yaml.Mapping(entries, position(start.getStartMark()));
    }

    private Yaml.Scalar scalar(ScalarEvent event) {
        Position position = position(event.getStartMark());
        String text = event.getValue();
        // Escapes change characters: then only the start of the text has a place that is known.
        return ScalarLayout.of(lines, event)
                .filter(layout -> layout.says(text))
                .map(layout -> new Yaml.Scalar(text, position, layout.text(), layout.origin()))
                .orElseGet(() -> new Yaml.Scalar(text, position, text, event.isPlain() ? position : position.right(1)));
    }

    private SourceException error(Event event, String found, String expected) {
        return SourceException.at(source.name(), position(event.getStartMark()), found, expected);
    }

    private static Position position(Optional<Mark> mark) {
        return mark.map(m -> new Position(m.getLine() + 1, m.getColumn() + 1)).orElse(Position.START);
    }

    private static String firstLine(YamlEngineException e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("unknown");
    }
}
