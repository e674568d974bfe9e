package gradlab.dynamics.training;

import gradlab.analysis.source.Position;
import gradlab.analysis.source.SourceException;
import gradlab.analysis.source.SourceText;
import gradlab.analysis.source.Yaml;
import gradlab.analysis.source.YamlReader;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Changes of an experiment in Hydra's style (yadan2019): {@code optimiser.rate=0.1} changes a field that is there, {@code
 * +schedule.warmup=10} adds one that is not, {@code ++seed=3} does either, {@code ~clip} takes one away; {@code network.2.dense=32} goes into a list, from 0.
 * A value is YAML: {@code network.3=[tanh]} or {@code +clip={norm: 1}}, where a space after the colon may be left out as there.
 */
public final class Overrides {
    private static final Pattern FORM =
            Pattern.compile("(?<sign>\\+{0,2}|~)(?<path>[A-Za-z0-9_-]+(\\.[A-Za-z0-9_-]+){0,30})(=(?<value>.*))?");
    private static final Pattern COLON = Pattern.compile("(?<=[{,] {0,9})([A-Za-z_][A-Za-z0-9_]*):(?=[^ ])");
    private static final int LONGEST = 10_000;

    /** Values stand on lines of their own beyond any file's, so that an error finds the override that it is about. */
    private static final int FIRST_LINE = 10_000_000;

    private final SourceText source;
    private final List<String> overrides;

    private Overrides(SourceText source, List<String> overrides) {
        this.source = source;
        this.overrides = overrides;
    }

    /** An experiment and the text that says all of it. */
    public record Resolved(Experiment experiment, Yaml root) {}

    /**
     * The experiment of a text with changes.
     *
     * @throws SourceException of one line about the text or about one change
     */
    public static Resolved read(SourceText source, List<String> overrides) {
        return read(source, overrides, root -> {});
    }

    /** The same, unless a check of the changed text throws: it runs before anything that the text names is read. */
    public static Resolved read(SourceText source, List<String> overrides, Consumer<Yaml> check) {
        return new Overrides(source, List.copyOf(overrides)).resolve(check);
    }

    private Resolved resolve(Consumer<Yaml> check) {
        try {
            Yaml root = YamlReader.read(source);
            for (int i = 0; i < overrides.size(); i++) {
                root = changed(root, i);
            }
            check.accept(root);
            return new Resolved(ExperimentReader.read(source, root), root);
        } catch (SourceException e) {
            throw aboutOverride(e);
        }
    }

    /** The same error in words about the override, if it stands there. */
    private SourceException aboutOverride(SourceException e) {
        Matcher place = Pattern.compile(Pattern.quote(source.name()) + ":(1\\d{7}):(\\d+): found (.*), expected (.*)")
                .matcher(String.valueOf(e.getMessage()));
        if (!place.matches()) {
            return e;
        }
        String override = overrides.get(Integer.parseInt(place.group(1)) - FIRST_LINE);
        int column = Integer.parseInt(place.group(2));
        return SourceException.at(shown(override), new Position(1, column), place.group(3), place.group(4));
    }

    private static String shown(String override) {
        return SourceException.quote(override);
    }

    private Yaml changed(Yaml root, int number) {
        String override = overrides.get(number);
        Matcher form = FORM.matcher(override);
        boolean removes = override.startsWith("~");
        if (override.length() > LONGEST || !form.matches() || (form.group("value") == null) != removes) {
            throw SourceException.in(
                    shown(override),
                    "no change",
                    "key.key=value, +key=value for a new key, ++key=value for either, or ~key to take one away");
        }
        Yaml value = removes ? new Yaml.Mapping(List.of(), Position.START) : value(form, number);
        Change change = new Change(
                override, form.group("sign"), List.of(form.group("path").split("\\.")), value);
        return change.in(root, 0);
    }

    private Yaml value(Matcher form, int number) {
        String text = form.group("value");
        int column = form.start("value");
        Yaml read = text.isBlank()
                ? new Yaml.Scalar("", Position.START, "", Position.START)
                : YamlReader.read(new SourceText(shown(overrides.get(number)), spaced(text)));
        return moved(read, new Position(FIRST_LINE + number, column), text);
    }

    /** The text with a space after each colon that follows a key inside braces, which YAML asks for. */
    private static String spaced(String text) {
        return text.startsWith("{") || text.startsWith("[")
                ? COLON.matcher(text).replaceAll("$1: ")
                : text;
    }

    /** Places are those of the text without the spaces. */
    private static Yaml moved(Yaml node, Position by, String text) {
        int column = node.position().column();
        while (column > 1
                && spaced(text.substring(0, Math.min(column - 1, text.length())))
                                .length()
                        >= node.position().column()) {
            column--;
        }
        Position place = new Position(by.line(), by.column() + column);
        if (node instanceof Yaml.Scalar scalar) {
            return new Yaml.Scalar(scalar.text(), place, scalar.layout(), place);
        }
        if (node instanceof Yaml.Sequence sequence) {
            return new Yaml.Sequence(
                    sequence.items().stream().map(item -> moved(item, by, text)).toList(), place);
        }
        List<Yaml.Entry> entries = new ArrayList<>();
        for (Yaml.Entry entry : ((Yaml.Mapping) node).entries()) {
            entries.add(new Yaml.Entry((Yaml.Scalar) moved(entry.key(), by, text), moved(entry.value(), by, text)));
        }
        return new Yaml.Mapping(entries, place);
    }

    /** One change on its way down the tree. */
    private record Change(String override, String sign, List<String> path, Yaml value) {
        Yaml in(Yaml node, int depth) {
            if (node instanceof Yaml.Sequence sequence) {
                return inSequence(sequence, depth);
            }
            if (node instanceof Yaml.Mapping mapping) {
                return inMapping(mapping, depth);
            }
            throw error("a scalar at " + above(depth), "a mapping or a list there");
        }

        private boolean isLast(int depth) {
            return depth == path.size() - 1;
        }

        private String above(int depth) {
            return SourceException.quote(String.join(".", path.subList(0, depth)));
        }

        private SourceException error(String found, String expected) {
            return SourceException.in(shown(override), found, expected);
        }

        private Yaml inSequence(Yaml.Sequence sequence, int depth) {
            String key = path.get(depth);
            int size = sequence.items().size();
            int last = sign.equals("+") && isLast(depth) ? size : size - 1;
            if (!key.matches("[0-9]{1,6}") || Integer.parseInt(key) > last) {
                throw error("no item " + SourceException.quote(key) + " in the list", "a number from 0 to " + last);
            }
            int index = Integer.parseInt(key);
            List<Yaml> items = new ArrayList<>(sequence.items());
            if (!isLast(depth)) {
                items.set(index, in(items.get(index), depth + 1));
            } else if (sign.equals("~")) {
                items.remove(index);
            } else if (sign.equals("+")) {
                items.add(index, value);
            } else {
                items.set(index, value);
            }
            return new Yaml.Sequence(items, sequence.position());
        }

        private Yaml inMapping(Yaml.Mapping mapping, int depth) {
            String key = path.get(depth);
            List<Yaml.Entry> entries = new ArrayList<>(mapping.entries());
            int index = -1;
            for (int i = 0; i < entries.size(); i++) {
                index = entries.get(i).key().text().equals(key) ? i : index;
            }
            if (index < 0) {
                entries.add(new Yaml.Entry(
                        new Yaml.Scalar(key, value.position(), key, value.position()), added(mapping, depth)));
            } else if (!isLast(depth)) {
                Yaml.Entry entry = entries.get(index);
                entries.set(index, new Yaml.Entry(entry.key(), in(entry.value(), depth + 1)));
            } else if (sign.equals("~")) {
                entries.remove(index);
            } else if (sign.equals("+")) {
                throw error("the key " + SourceException.quote(key) + ", which is there", "no + before it");
            } else {
                entries.set(index, new Yaml.Entry(entries.get(index).key(), value));
            }
            return new Yaml.Mapping(entries, mapping.position());
        }

        /** What a missing key gets: the value, or mappings down to it. */
        private Yaml added(Yaml.Mapping mapping, int depth) {
            if (!sign.startsWith("+")) {
                String known = String.join(
                        ", ",
                        mapping.entries().stream().map(e -> e.key().text()).toList());
                throw error(
                        "no key " + SourceException.quote(path.get(depth)),
                        "one of " + known + ", or + before a new key");
            }
            return isLast(depth) ? value : inMapping(new Yaml.Mapping(List.of(), value.position()), depth + 1);
        }
    }
}
