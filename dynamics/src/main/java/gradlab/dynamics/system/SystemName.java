package gradlab.dynamics.system;

import gradlab.analysis.source.SourceException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a user typed for a system: {@code NAME}, or {@code NAME:key=value,key=value}.
 *
 * @param name of a built-in system or a file
 * @param parameters what stands behind the colon, in order
 */
public record SystemName(String name, Map<String, String> parameters) {
    /** Copies the map. */
    public SystemName {
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
    }

    /**
     * Takes a text apart at its last colon, unless a file has it all for its name.
     *
     * @throws SourceException if what stands behind it are no parameters, in one line
     */
    public static SystemName of(String text) {
        int colon = text.lastIndexOf(':');
        return colon < 0 || isFile(text)
                ? new SystemName(text, Map.of())
                : new SystemName(text.substring(0, colon), Systems.parameters(text, text.substring(colon + 1)));
    }

    /** Whether the name is that of a file that is there. */
    public boolean isFile() {
        return isFile(name);
    }

    private static boolean isFile(String path) {
        try {
            return Files.isRegularFile(Path.of(path));
        } catch (InvalidPathException e) {
            return false;
        }
    }
}
