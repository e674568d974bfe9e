package gradlab.verification.experiment;

import gradlab.analysis.source.SourceException;
import gradlab.analysis.source.SourceText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Where experiments are found by name: those that come with the product, and those of a folder that the user names. A name is
 * kebab-case and so no path; what a folder adds must have a name of its own.
 */
final class ExperimentFiles {

    /** As for {@code gradlab train}. */
    private static final int LARGEST_FILE = 1 << 20;

    private final Optional<Path> folder;

    private ExperimentFiles(Optional<Path> folder) {
        this.folder = folder;
    }

    static ExperimentFiles shipped() {
        return new ExperimentFiles(Optional.empty());
    }

    /**
     * The shipped ones and those of a folder.
     *
     * @throws SourceException if it is no folder, cannot be read, or has an experiment of a shipped name
     */
    static ExperimentFiles with(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw SourceException.in(folder.toString(), "no folder", "a folder of experiments");
        }
        ExperimentFiles files = new ExperimentFiles(Optional.of(folder));
        for (String name : files.own()) {
            if (ShippedExperiments.text(name).isPresent()) {
                throw SourceException.in(
                        folder.resolve(name + ".yaml").toString(),
                        "an experiment with the name of a shipped one",
                        "a name of its own");
            }
        }
        return files;
    }

    /** The text of an experiment, if there is one of this name. */
    Optional<SourceText> text(String name) {
        Optional<SourceText> shipped = ShippedExperiments.text(name);
        if (shipped.isPresent() || folder.isEmpty() || !ShippedExperiments.isName(name)) {
            return shipped;
        }
        Path file = folder.get().resolve(name + ".yaml");
        return Files.exists(file) ? Optional.of(SourceText.read(file, LARGEST_FILE)) : Optional.empty();
    }

    /** The names of all. */
    NavigableSet<String> names() {
        NavigableSet<String> names = new TreeSet<>(ShippedExperiments.names());
        names.addAll(own());
        return names;
    }

    /**
     * The file of data that an experiment of the folder names; it has to lie in the folder, whatever links say.
     *
     * @throws SourceException if it lies elsewhere, or the experiment is a shipped one
     */
    Path data(String experiment, String file) {
        try {
            Path home = folder.orElseThrow(() -> outside(experiment, file)).toRealPath();
            Path data = home.resolve(file).toRealPath();
            if (data.startsWith(home)) {
                return data;
            }
            throw outside(experiment, file);
        } catch (IOException e) {
            throw outside(experiment, file);
        }
    }

    private static SourceException outside(String experiment, String file) {
        return SourceException.in(
                experiment, "data from the file " + SourceException.quote(file), "a file in the folder of experiments");
    }

    private NavigableSet<String> own() {
        try {
            return folder.isEmpty() ? new TreeSet<>() : ShippedExperiments.names(folder.get());
        } catch (IOException e) {
            throw SourceException.in(
                    folder.get().toString(), "a folder that cannot be read (" + e.getMessage() + ")", "one that can");
        }
    }
}
