package gradlab.dynamics.training;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What happened in a training run. Immutable.
 *
 * <p>Series by name, all of step t before its update, norms are 2-norms, a batch counts as one vector:
 *
 * <ul>
 *   <li>{@code loss} of the batch in nats, {@code accuracy} on the batch
 *   <li>{@code gradient_norm}: of the loss by all parameters; {@code gradient_norm/<path>}: by those of one layer (its
 *       parts' included)
 *   <li>{@code gradient_at/<layer>}: of the loss by the input of an outermost layer; {@code gradient_at/output}: by the
 *       output of the network
 *   <li>{@code weight_norm} of all parameters, {@code weight_norm/<path>} of one layer's
 *   <li>{@code update_norm}, {@code update_norm/<path>}: of what the update adds to the parameters; {@code rate}: its
 *       learning rate; {@code clipped_gradient_norm}: of the gradient that was used, where there is clipping
 *   <li>{@code loss_scale} and {@code skipped} where the loss is scaled: what by, and 1 where the update was left out
 *   <li>those of {@code ActivationProbe}, {@code SpectrumProbe}, {@code LyapunovProbe} and {@code SharpnessProbe}, on
 *       request; docs/training.md lists them
 *   <li>{@code jacobian_norm} of the whole network and {@code jacobian_norm/<path>} of every layer, at the first training
 *       point and what it becomes on its way
 *   <li>{@code product_bound_ratio}: for that point, the norm of the gradient by the input over the product of the norms of
 *       the outermost Jacobians and the norm of the gradient by the output; at most 1 up to rounding; 0 if the
 *       gradient by the input is 0
 * </ul>
 *
 * @param name the experiment's
 * @param seed the run's
 * @param steps updates that were made
 * @param series what was recorded
 * @param nonFinite why the run ended early, if it did
 * @param testAccuracy share of the test points that the network of the last parameters classifies rightly; a point
 *     whose outputs are NaN counts as wrong; NaN where answers are numbers
 * @param testLoss mean loss of the test points; it may be infinite or NaN
 * @param digest SHA-256, in hexadecimal, of the bits of all of the above but the test loss, and of the final parameters
 */
public record RunRecord(
        String name,
        long seed,
        int steps,
        SortedMap<String, Series> series,
        Optional<NonFinite> nonFinite,
        double testAccuracy,
        double testLoss,
        String digest) {

    /** Copies the series. */
    public RunRecord {
        series = Collections.unmodifiableSortedMap(new TreeMap<>(series));
    }

    /** The series of a name. */
    public Series series(String seriesName) {
        Series found = series.get(seriesName);
        if (found == null) {
            throw new IllegalArgumentException("seriesName must be one of the recorded series, was " + seriesName
                    + "; recorded: " + String.join(", ", series.keySet()));
        }
        return found;
    }

    /** The step whose loss, gradient or update was not finite, if there was one. */
    public java.util.OptionalInt firstNonFinite() {
        return nonFinite.map(n -> java.util.OptionalInt.of(n.step())).orElse(java.util.OptionalInt.empty());
    }

    /**
     * A number that was not finite, or a norm above the largest double; nothing of that step was recorded or applied.
     *
     * @param step the step, from 0
     * @param where such as "value of layer7" or "gradient at layer3"
     */
    public record NonFinite(int step, String where) {}

    /** The record with its digest worked out. */
    static RunRecord digested(
            String name,
            long seed,
            int steps,
            Map<String, Series> series,
            Optional<NonFinite> nonFinite,
            double testAccuracy,
            double testLoss,
            double[] parameters) {
        SortedMap<String, Series> sorted = new TreeMap<>(series);
        RunDigest digest = new RunDigest().text(name).number(seed).number(steps).number(sorted.size());
        sorted.forEach((key, value) -> digest.text(key).series(value));
        digest.number(nonFinite.map(NonFinite::step).orElse(-1))
                .text(nonFinite.map(NonFinite::where).orElse(""))
                .real(testAccuracy)
                .reals(parameters);
        return new RunRecord(name, seed, steps, sorted, nonFinite, testAccuracy, testLoss, digest.hexadecimal());
    }
}
