package gradlab.dynamics.system;

import gradlab.analysis.source.SourceException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/** Makes a system of what a user typed: a built-in name, with parameters if need be, or a file. */
public final class SystemSource {

    private SystemSource() {}

    /**
     * The system of {@code lorenz}, {@code random-tanh:n=100,g=2,seed=1} or {@code path/to/system.yaml}. A file of that very name
     * goes before a built-in system.
     *
     * @throws SourceException if it is none of these, in one line
     */
    public static DynamicalSystem of(String nameOrPath) {
        return known(nameOrPath).system();
    }

    /** The same with what there is to say of it. */
    public static KnownSystem known(String nameOrPath) {
        if (isFile(nameOrPath)) {
            return SystemFileReader.read(Path.of(nameOrPath));
        }
        int colon = nameOrPath.indexOf(':');
        return colon < 0
                ? Systems.of(nameOrPath)
                : Systems.of(
                        nameOrPath.substring(0, colon),
                        Systems.parameters(nameOrPath, nameOrPath.substring(colon + 1)));
    }

    /** Whether this speaks of a file, there or not, and not of a built-in system. */
    static boolean isFile(String nameOrPath) {
        String lower = nameOrPath.toLowerCase(Locale.ROOT);
        return lower.endsWith(".yaml") || lower.endsWith(".yml") || nameOrPath.contains("/") || exists(nameOrPath);
    }

    private static boolean exists(String path) {
        try {
            return Files.isRegularFile(Path.of(path));
        } catch (java.nio.file.InvalidPathException e) {
            return false;
        }
    }
}
