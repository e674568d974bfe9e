package gradlab.dynamics.diagnosis;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What detectors look at: a log, and what several of them ask of it.
 *
 * @param log the log
 * @param thresholds the thresholds
 */
record Course(RunLog log, Thresholds thresholds) {
    private static final int FEWEST = 3;

    /** The loss of training, where at least three finite values were logged. */
    Optional<Track> loss() {
        return log.loss().map(Track::ofLoss).filter(track -> track.size() >= FEWEST);
    }

    /** The norm of a quantity of the whole network, where at least three positive values were logged. */
    Optional<Track> norm(Quantity quantity) {
        return log.whole(quantity).map(Track::ofNorm).filter(track -> track.size() >= FEWEST);
    }

    /** By which part of itself the loss has fallen in the end: negative where it has risen; 0 without a loss. */
    double improvement() {
        return loss().map(loss -> loss.first() - Math.max(loss.last(), loss.risen()))
                .orElse(0.0);
    }

    /** Whether the loss has fallen for good between a step and the end of the log, and below that of the untrained network. */
    boolean learnedSince(long step) {
        Optional<Track> found = loss();
        if (found.isEmpty() || improvement() < thresholds.noticeable()) {
            return false;
        }
        Track loss = found.get();
        int place = 0;
        while (place < loss.size() - 1 && loss.step(place + 1) <= step) {
            place++;
        }
        return loss.risen() < loss.level(place) - loss.scatter();
    }

    /**
     * The largest number of e-foldings by which norms may differ over depth: half of {@link Thresholds#depthScales} in a run that
     * has not learned, up to those that the roundoff of binary32 leaves in one that has.
     */
    double depthAllowance() {
        double strict = thresholds.depthScales() / 2;
        double lenient = -Math.log(thresholds.roundoff());
        return strict + (lenient - strict) * learned();
    }

    /** The share of dead or saturated units that is no harm: from {@link Thresholds#unitShare} up to all but the noticeable. */
    double shareAllowance() {
        double strict = thresholds.unitShare();
        return strict + (1 - thresholds.noticeable() - strict) * learned();
    }

    /** How far a run has learned, from 0 to 1. */
    private double learned() {
        return Math.max(0, Math.min(1, improvement() / thresholds.learned()));
    }

    /** Series of a quantity by layer, those of weights only: biases and normalisations have no depth to speak of. */
    List<LogSeries> weightLayers(Quantity quantity) {
        return log.layers(quantity).stream()
                .filter(series -> !series.layer()
                        .toLowerCase(Locale.ROOT)
                        .matches("(?:.*[/._ -])?(?:bias|b|beta|gamma|ln\\w*|bn\\w*|\\w*norm\\w*)(?:[/._ -].*)?"))
                .toList();
    }

    /** A number as evidence shows it. */
    static String shown(double value) {
        return String.format(Locale.ROOT, "%.3g", value);
    }
}
