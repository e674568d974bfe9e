package gradlab.reports.document;

import gradlab.analysis.source.SourceException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/**
 * What a stranger's JSON must look like; every complaint is one line that names the file.
 *
 * @param file the file's name
 */
record JsonShape(String file) {

    /** Requires an object with exactly these keys. */
    void requireKeys(JsonNode node, String what, Set<String> keys) {
        boolean fits =
                node.isObject() && node.size() == keys.size() && keys.stream().allMatch(node::has);
        if (!fits) {
            String found = node.isObject() ? "other keys in " + what : what + " " + shown(node);
            throw error(found, "the keys " + String.join(", ", new TreeSet<>(keys)));
        }
    }

    /** A field of an object that must have it and, beside it, exactly the common keys. */
    JsonNode field(JsonNode node, String what, String field, Set<String> common) {
        requireKeys(node, what, with(common, field));
        return node.get(field);
    }

    /** The text of a field that must be there. */
    String text(JsonNode object, String field, String what) {
        JsonNode node = object.isObject() ? object.get(field) : null;
        if (node == null || !node.isString()) {
            throw error(what + " " + (node == null ? "without a text" : shown(node)), "a text");
        }
        return node.stringValue();
    }

    /** Some keys and more. */
    static Set<String> with(Set<String> keys, String... more) {
        Set<String> all = new TreeSet<>(keys);
        all.addAll(List.of(more));
        return all;
    }

    /** A node as it may stand in a message. */
    static String shown(JsonNode node) {
        return node.isContainer() ? "with nested values" : SourceException.quote(node.asString());
    }

    SourceException error(String found, String expected) {
        return SourceException.in(file, found, expected);
    }
}
