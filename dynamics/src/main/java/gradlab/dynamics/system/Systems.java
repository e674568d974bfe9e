package gradlab.dynamics.system;

import gradlab.analysis.source.SourceException;
import gradlab.analysis.source.SourceText;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * The built-in systems. Those that formulas can tell are files like a user's own, in this package's resources; the others are
 * {@link Families}.
 */
public final class Systems {

    private static final String FOLDER = "/gradlab/dynamics/system/";

    /** In the order in which they are shown. */
    private static final List<String> FILES = List.of(
            "lorenz",
            "roessler",
            "van-der-pol",
            "henon",
            "logistic",
            "tent",
            "gauss",
            "standard",
            "cat",
            "baker",
            "ikeda");

    private static final Map<String, String> OTHER_SPELLINGS =
            Map.of("rossler", "roessler", "arnold-cat", "cat", "vdp", "van-der-pol", "arnold", "cat");

    private Systems() {}

    /** The names of all. */
    public static List<String> names() {
        List<String> names = new java.util.ArrayList<>(FILES);
        names.addAll(Families.names());
        return List.copyOf(names);
    }

    /** Whether there is one of this name, in any spelling. */
    public static boolean has(String name) {
        return names().contains(plain(name));
    }

    /** A system with its usual parameters. */
    public static KnownSystem of(String name) {
        return of(name, Map.of());
    }

    /**
     * A system with some parameters replaced; of those that formulas tell, starting values too.
     *
     * @param parameters numbers or expressions by name
     * @throws SourceException if there is no such system or no such parameter, or one is out of its range
     */
    public static KnownSystem of(String name, Map<String, String> parameters) {
        String plain = plain(name);
        if (FILES.contains(plain)) {
            return SystemFileReader.read(text(plain), plain, parameters);
        }
        return Families.find(plain)
                .map(family -> family.with(parameters))
                .orElseThrow(() -> SourceException.in(
                        name,
                        "no such file and no system of that name",
                        nearest(plain).orElse("a file or one of " + String.join(", ", names()))));
    }

    private static Optional<String> nearest(String name) {
        String advice = ScalarFunctions.advice(name, new TreeSet<>(names()), false);
        return Optional.of(advice).filter(text -> text.contains("did you mean"));
    }

    /** Small letters, hyphens, no accents, no "map" at the end. */
    private static String plain(String name) {
        String plain = name.toLowerCase(Locale.ROOT)
                .replace('_', '-')
                .replace(' ', '-')
                .replace("ö", "oe")
                .replace("é", "e")
                .replaceAll("-map$", "");
        return OTHER_SPELLINGS.getOrDefault(plain, plain);
    }

    private static SourceText text(String name) {
        try (InputStream in = Systems.class.getResourceAsStream(FOLDER + name + ".yaml")) {
            if (in == null) {
                throw new IllegalStateException("the system " + name + " is missing from the build");
            }
            return SourceText.decode(name, in, SystemFileReader.LARGEST_FILE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The parameters that a text such as {@code n=100,g=2} names. */
    static Map<String, String> parameters(String system, String text) {
        Map<String, String> parameters = new java.util.LinkedHashMap<>();
        for (String part : text.split(",", -1)) {
            int equals = part.indexOf('=');
            String key = equals < 0 ? "" : part.substring(0, equals).strip();
            String value = part.substring(equals + 1).strip();
            if (key.isEmpty() || value.isEmpty() || parameters.put(key, value) != null) {
                throw SourceException.in(
                        system,
                        "the parameter " + SourceException.quote(part),
                        "name=value, each name once, separated by commas");
            }
        }
        return parameters;
    }
}
