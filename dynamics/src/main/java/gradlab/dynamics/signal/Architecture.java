package gradlab.dynamics.signal;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How a layer of a random network is built: {@code f(x) = W phi(N(x)) + b}, the next pre-activations being f(x) or, with a skip,
 * {@code x + alpha f(x)}.
 *
 * @param normalisation N
 * @param skip alpha, if there is a skip
 */
public record Architecture(Normalisation normalisation, OptionalDouble skip) {
    /** Checks alpha. */
    public Architecture {
        if (skip.isPresent() && !(Math.abs(skip.getAsDouble()) <= 1e6)) {
            throw new IllegalArgumentException("skip must be between -1e6 and 1e6, was " + skip.getAsDouble());
        }
    }

    /** What is done to the pre-activations before the activation function. */
    public enum Normalisation {
        /** Nothing. */
        NONE,
        /** Each input to mean 0 and variance 1 over its units. */
        LAYER,
        /** Each unit to mean 0 and variance 1 over the batch. */
        BATCH
    }

    /** A plain network. */
    public static Architecture plain() {
        return new Architecture(Normalisation.NONE, OptionalDouble.empty());
    }

    /** With this normalisation. */
    public Architecture withNormalisation(Normalisation other) {
        return new Architecture(other, skip);
    }

    /** With a skip around each layer. */
    public Architecture withSkip(double alpha) {
        return new Architecture(normalisation, OptionalDouble.of(alpha));
    }

    /** Whether phase diagrams speak of it. */
    public boolean isPlain() {
        return normalisation == Normalisation.NONE && skip.isEmpty();
    }

    /** What is to be known of the growth of gradients in it, with its source, where it is not chi_1 alone. */
    public Optional<String> law() {
        if (skip.isPresent()) {
            return Optional.of(
                    normalisation == Normalisation.NONE
                            ? "1 + alpha² sigma_w² E phi'² a layer; 1 + 1/L over L layers tends to e (yangschoenholz2017)"
                            : "the variance grows by a constant a layer, so gradients grow as a power of the depth");
        }
        return switch (normalisation) {
            case NONE -> Optional.empty();
            case LAYER -> Optional.of("sigma_w² E phi'(z)²/(sigma_w² E phi(z)² + sigma_b²) a layer, z standard normal");
            case BATCH ->
                Optional.of("E phi'(z)²/Var phi(z) a layer for large batches, at least 1 and 1 only for lines;"
                        + " pi/(pi - 1) for ReLU (yang2019)");
        };
    }
}
