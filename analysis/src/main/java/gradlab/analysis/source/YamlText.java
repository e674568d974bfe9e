package gradlab.analysis.source;

import java.util.regex.Pattern;

/** Writes a {@link Yaml} tree as text that {@link YamlReader} reads as the same tree. */
public final class YamlText {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9+._/][A-Za-z0-9+._/-]*");

    private YamlText() {}

    /** The text of a tree, lines ending with a line feed. */
    public static String of(Yaml root) {
        StringBuilder text = new StringBuilder();
        write(root, 0, text);
        return text.toString();
    }

    private static void write(Yaml node, int depth, StringBuilder text) {
        if (node instanceof Yaml.Mapping mapping && !mapping.entries().isEmpty()) {
            for (Yaml.Entry entry : mapping.entries()) {
                text.append("  ".repeat(depth))
                        .append(scalar(entry.key().text()))
                        .append(':');
                value(entry.value(), depth, text);
            }
        } else if (node instanceof Yaml.Sequence sequence && !sequence.items().isEmpty()) {
            for (Yaml item : sequence.items()) {
                text.append("  ".repeat(depth)).append('-');
                value(item, depth, text);
            }
        } else {
            text.append("  ".repeat(depth)).append(inLine(node)).append('\n');
        }
    }

    private static void value(Yaml value, int depth, StringBuilder text) {
        if (isBlock(value)) {
            text.append('\n');
            write(value, depth + 1, text);
        } else {
            text.append(' ').append(inLine(value)).append('\n');
        }
    }

    private static boolean isBlock(Yaml node) {
        return (node instanceof Yaml.Mapping mapping && !mapping.entries().isEmpty())
                || (node instanceof Yaml.Sequence sequence && !sequence.items().isEmpty());
    }

    private static String inLine(Yaml node) {
        if (node instanceof Yaml.Scalar s) {
            return scalar(s.text());
        }
        return node instanceof Yaml.Mapping ? "{}" : "[]";
    }

    /** Plain where that cannot be taken for anything else, otherwise in double quotes. */
    private static String scalar(String text) {
        if (PLAIN.matcher(text).matches()) {
            return text;
        }
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                quoted.append('\\').append(c);
            } else if (Character.isISOControl(c) || Character.isSurrogate(c) || c > '~') {
                quoted.append(String.format(java.util.Locale.ROOT, "\\u%04X", (int) c));
            } else {
                quoted.append(c);
            }
        }
        return quoted.append('"').toString();
    }
}
