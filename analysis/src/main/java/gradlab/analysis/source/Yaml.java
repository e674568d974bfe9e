package gradlab.analysis.source;

import java.util.List;

/**
 * A YAML tree in which every scalar is text and every node knows its place. There are no aliases, no tags and no
 * guessed types: what a scalar means is for its reader to say.
 */
public sealed interface Yaml {

    /** Where the node starts. */
    Position position();

    /** What a message calls such a node. */
    String description();

    /**
     * A scalar.
     *
     * @param text its characters, quotes and escapes undone
     * @param position its first character, the opening quote if it is quoted
     * @param layout the same characters but for spaces and line breaks, these as they stand in the file from
     *     {@code origin} on, so that a place in the layout is a place in the file
     * @param origin where the layout starts
     */
    record Scalar(String text, Position position, String layout, Position origin) implements Yaml {
        @Override
        public String description() {
            return SourceException.quote(text);
        }
    }

    /** A sequence. */
    record Sequence(List<Yaml> items, Position position) implements Yaml {
        /** Copies the items. */
        public Sequence {
            items = List.copyOf(items);
        }

        @Override
        public String description() {
            return "a sequence";
        }
    }

    /** A mapping, in the order of the file, keys unique. */
    record Mapping(List<Entry> entries, Position position) implements Yaml {
        /** Copies the entries. */
        public Mapping {
            entries = List.copyOf(entries);
        }

        @Override
        public String description() {
            return "a mapping";
        }
    }

    /** One line of a mapping. */
    record Entry(Scalar key, Yaml value) {}
}
