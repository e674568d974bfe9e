package gradlab.verification.experiment;

import gradlab.analysis.source.SourceText;
import gradlab.dynamics.training.Experiment;
import gradlab.dynamics.training.ExperimentReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;

/** The experiment files that come with the product, by name. */
public final class ShippedExperiments {

    private static final int LARGEST_FILE = 1 << 16;

    private ShippedExperiments() {}

    /** The text of an experiment, if there is one of this name. */
    public static Optional<SourceText> text(String name) {
        if (!name.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
            return Optional.empty();
        }
        String file = name + ".yaml";
        try (InputStream in =
                ShippedExperiments.class.getResourceAsStream("/gradlab/verification/experiments/" + file)) {
            return in == null ? Optional.empty() : Optional.of(SourceText.decode(file, in, LARGEST_FILE));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The experiment of a name, if there is one. */
    public static Optional<Experiment> named(String name) {
        return text(name).map(ExperimentReader::read);
    }
}
