package gradlab.analysis.accelerator;

import gradlab.analysis.backend.BatchKernels;
import gradlab.analysis.backend.DenseBackend;
import java.util.Locale;
import java.util.Optional;

/**
 * Which dense kernels to compute reports with: plain Java, OpenBLAS, or by size.
 *
 * <p>By size means OpenBLAS from {@link #NATIVE_FROM} rows and columns on, if it loads, which is tried when the first
 * matrix of that size comes. The system property {@code gradlab.backend} or, without it, the environment variable
 * {@code GRADLAB_BACKEND} forces one: {@code java}, {@code native} or {@code auto}.
 */
public enum Accelerator {
    /** Java below a measured size, OpenBLAS above where it loads. */
    AUTO,
    /** Java always; the native library is not even looked for. */
    JAVA,
    /** OpenBLAS for every size; an error where it does not load. */
    NATIVE;

    /**
     * Smaller side from which OpenBLAS is worth its loading: it was measured to be faster in all kernels from about 32 on
     * (docs/performance.md), by too little to pay for that.
     */
    public static final int NATIVE_FROM = 64;

    /**
     * The choice that property and environment make.
     *
     * @throws IllegalArgumentException if it is none of java, native and auto
     */
    public static Accelerator chosen() {
        String environment = System.getenv().getOrDefault("GRADLAB_BACKEND", "auto");
        return of(System.getProperty("gradlab.backend", environment));
    }

    /** The choice of this name. */
    static Accelerator of(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "auto" -> AUTO;
            case "java" -> JAVA;
            case "native" -> NATIVE;
            default ->
                throw new IllegalArgumentException("GRADLAB_BACKEND must be java, native or auto, was '" + name + "'");
        };
    }

    /**
     * The kernels of this choice.
     *
     * @throws IllegalStateException for {@link #NATIVE} where OpenBLAS does not load
     */
    public DenseBackend backend() {
        return switch (this) {
            case JAVA -> DenseBackend.fixedOrder();
            case AUTO -> new BySize(NATIVE_FROM);
            case NATIVE -> {
                OpenBlas.Loading loading = OpenBlas.loading();
                yield loading.kernels()
                        .orElseThrow(() -> new IllegalStateException(
                                "the native backend was asked for but does not load: " + loading.message()));
            }
        };
    }

    /**
     * The native kernels for batches of vectors.
     *
     * @throws IllegalStateException where OpenBLAS does not load
     */
    public static BatchKernels nativeBatches() {
        OpenBlas.Loading loading = OpenBlas.loading();
        if (loading.kernels().isEmpty()) {
            throw new IllegalStateException("the native backend was asked for but does not load: " + loading.message());
        }
        return new NativeBatches();
    }

    /**
     * What is there to compute with, for people to read. Loads the native library unless the choice is Java.
     *
     * @param choice as property and environment have it
     * @param isNativeLoaded whether OpenBLAS loaded
     * @param detail its version and processor kernels and where they were unpacked to, or why it did not load
     */
    public record Report(Accelerator choice, boolean isNativeLoaded, String detail) {}

    /** What this choice amounts to on this machine. */
    public Report report() {
        if (this == JAVA) {
            return new Report(this, false, "not looked for, plain Java was asked for");
        }
        OpenBlas.Loading loading = OpenBlas.loading();
        return new Report(this, loading.kernels().isPresent(), loading.message());
    }

    /** The native kernels, if they load. */
    static Optional<DenseBackend> nativeKernels() {
        return OpenBlas.loading().kernels();
    }
}
