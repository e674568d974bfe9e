package gradlab.analysis.accelerator;

import gradlab.analysis.backend.DenseBackend;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.bytedeco.openblas.global.openblas_full;

/**
 * Loads OpenBLAS, once, for one thread. The library is unpacked to {@code gradlab/native} in {@code $XDG_CACHE_HOME} or
 * {@code ~/.cache}, unless {@code org.bytedeco.javacpp.cachedir} says where.
 */
final class OpenBlas {
    private static final String CACHE = "org.bytedeco.javacpp.cachedir";

    private OpenBlas() {}

    /** The kernels if they loaded, and a line about them or about why not. */
    record Loading(Optional<DenseBackend> kernels, String message) {}

    /** The outcome of the one attempt to load. */
    static Loading loading() {
        return Attempt.OUTCOME;
    }

    private static final class Attempt {
        static final Loading OUTCOME = load();

        private Attempt() {}
    }

    private static Loading load() {
        try {
            setIfAbsent(CACHE, cache().toString());
            // Memory is freed explicitly, and bounded by the arrays it mirrors.
            setIfAbsent("org.bytedeco.javacpp.nopointergc", "true");
            setIfAbsent("org.bytedeco.javacpp.maxphysicalbytes", "0");
            openblas_full.openblas_set_num_threads(1);
            String config = openblas_full.openblas_get_config().getString();
            return new Loading(
                    Optional.of(new NativeKernels()),
                    config.strip() + ", one thread, unpacked to " + System.getProperty(CACHE));
        } catch (LinkageError | RuntimeException e) {
            return new Loading(
                    Optional.empty(),
                    String.valueOf(e.getMessage()).lines().findFirst().orElse("") + " ("
                            + e.getClass().getSimpleName() + ")");
        }
    }

    private static void setIfAbsent(String name, String value) {
        if (System.getProperty(name) == null) {
            System.setProperty(name, value);
        }
    }

    private static Path cache() {
        Map<String, String> environment = System.getenv();
        String base = environment.getOrDefault("XDG_CACHE_HOME", "");
        Path folder = base.isEmpty() ? Path.of(System.getProperty("user.home"), ".cache") : Path.of(base);
        return folder.resolve("gradlab").resolve("native");
    }
}
