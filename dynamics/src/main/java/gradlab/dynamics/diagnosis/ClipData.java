package gradlab.dynamics.diagnosis;

import java.util.Optional;
import java.util.stream.IntStream;

/** The norm before clipping over the limit, step by step. */
final class ClipData {
    private static final int FEWEST = 3;

    private final double[] ratios;
    private final Track raw;
    private final double always;

    private ClipData(double[] ratios, Track raw, double always) {
        this.ratios = ratios;
        this.raw = raw;
        this.always = always;
    }

    /** What a log says: norms before and after, or before beside the limit. */
    static Optional<ClipData> of(Course course) {
        Optional<LogSeries> raw = course.log().whole(Quantity.GRADIENT);
        Optional<LogSeries> after = course.log().whole(Quantity.CLIPPED_GRADIENT);
        Optional<LogSeries> limit = after.isPresent() ? after : course.log().whole(Quantity.CLIP_LIMIT);
        if (raw.isEmpty() || limit.isEmpty()) {
            return Optional.empty();
        }
        LogSeries finite = raw.get().finite();
        double[] ratios = IntStream.range(0, finite.size())
                .mapToDouble(i -> finite.value(i) / limit.get().at(finite.step(i)))
                .filter(Double::isFinite)
                .toArray();
        Track track = Track.ofNorm(finite);
        return ratios.length < FEWEST || track.size() < FEWEST
                ? Optional.empty()
                : Optional.of(new ClipData(ratios, track, course.thresholds().clippedAlways()));
    }

    /** The norm before clipping. */
    Track raw() {
        return raw;
    }

    /** In which share of the second half of the log clipping acts. */
    double activeShare() {
        int from = ratios.length / 2;
        long active = IntStream.range(from, ratios.length)
                .filter(i -> ratios[i] > 1 + 1e-6)
                .count();
        return (double) active / (ratios.length - from);
    }

    boolean isAlwaysActive() {
        return activeShare() >= always;
    }

    /** The median of the last quarter. */
    double lastRatio() {
        return Robust.median(ratios, ratios.length - Math.max(1, ratios.length / 4), ratios.length);
    }
}
