package gradlab.analysis.inference;

import static org.junit.jupiter.api.Assumptions.abort;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/** Trained models that {@code .ci/fetch-models} puts into a cache. */
final class RealModels {
    private RealModels() {}

    /** The file of a model; without it the test is skipped. */
    static Path file(String name) {
        Path file = cache().resolve(name);
        if (!Files.exists(file)) {
            abort(file + " is not there: .ci/fetch-models fetches it");
        }
        return file;
    }

    private static Path cache() {
        String own = System.getenv("GRADLAB_MODELS");
        if (own != null) {
            return Path.of(own);
        }
        String home = Objects.requireNonNullElse(System.getProperty("user.home"), ".");
        String caches = Objects.requireNonNullElse(
                System.getenv("XDG_CACHE_HOME"), Path.of(home, ".cache").toString());
        return Path.of(caches, "gradlab", "models");
    }
}
