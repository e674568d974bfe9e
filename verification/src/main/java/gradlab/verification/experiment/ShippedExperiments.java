package gradlab.verification.experiment;

import gradlab.analysis.source.SourceText;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The experiment files that come with the product, by name. */
public final class ShippedExperiments {

    private static final String FOLDER = "/gradlab/verification/experiments";
    private static final String ENDING = ".yaml";
    private static final int LARGEST_FILE = 1 << 16;

    private ShippedExperiments() {}

    /** Whether something can be the name of an experiment, and so no path. */
    static boolean isName(String name) {
        return name.length() <= 100 && name.matches("[a-z0-9]+(-[a-z0-9]+)*");
    }

    /** The text of an experiment, if there is one of this name. */
    public static Optional<SourceText> text(String name) {
        if (!isName(name)) {
            return Optional.empty();
        }
        String file = name + ENDING;
        try (InputStream in = ShippedExperiments.class.getResourceAsStream(FOLDER + "/" + file)) {
            return in == null ? Optional.empty() : Optional.of(SourceText.decode(file, in, LARGEST_FILE));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The names of all. */
    public static NavigableSet<String> names() {
        URL folder = ShippedExperiments.class.getResource(FOLDER);
        if (folder == null) {
            throw new IllegalStateException("the experiments are missing from the build");
        }
        try {
            URI uri = folder.toURI();
            if (!uri.getScheme().equals("jar")) {
                return names(Path.of(uri));
            }
            try (FileSystem jar = FileSystems.newFileSystem(uri, Map.of())) {
                return names(jar.getPath(FOLDER));
            }
        } catch (URISyntaxException | IOException e) {
            throw new IllegalStateException("the experiments cannot be listed", e);
        }
    }

    /** The names that the files of a folder give. */
    static NavigableSet<String> names(Path folder) throws IOException {
        NavigableSet<String> names = new TreeSet<>();
        try (Stream<Path> files = Files.list(folder)) {
            files.map(file -> String.valueOf(file.getFileName()))
                    .filter(file -> file.endsWith(ENDING))
                    .map(file -> file.substring(0, file.length() - ENDING.length()))
                    .filter(ShippedExperiments::isName)
                    .forEach(names::add);
        }
        return names;
    }
}
