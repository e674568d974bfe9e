package gradlab.dynamics.diagnosis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Dead and saturated units, from logged shares: the median of the last quarter beyond {@link Thresholds#unitShare}. Of He's variance
 * factor 2, a layer with dead share p keeps at most 2 (1 - p), and with saturated share p the mean square of its slopes is at most
 * 1 - p and 1/10000 of p: beyond 1/2 either loses half of the squared gradient or more. That keeps a network from learning only
 * over several layers, so in a run that has learned, as far as it has, the share that counts as harm moves up to all but
 * {@link Thresholds#noticeable} of the units.
 *
 * @param quantity which of the two
 */
record UnitShares(Quantity quantity) implements Detector {
    private static final double PERCENT = 100;

    @Override
    public List<Finding> look(Course course) {
        List<Finding> found = new ArrayList<>();
        for (LogSeries series : course.log().series()) {
            if (series.quantity() == quantity && series.size() > 0) {
                share(series).flatMap(s -> finding(course, s)).ifPresent(found::add);
            }
        }
        found.sort((a, b) -> Double.compare(b.confidence(), a.confidence()));
        return found.size() > 1 ? List.of(summed(found)) : found;
    }

    /** Shares from 0 to 1; percentages made so; counts, whose whole is not known, left out. */
    private static Optional<LogSeries> share(LogSeries series) {
        LogSeries finite = series.finite();
        double[] values = finite.values();
        double most = java.util.Arrays.stream(values).max().orElse(0);
        boolean percent = series.name().toLowerCase(java.util.Locale.ROOT).matches(".*(?:pct|percent).*");
        if (values.length == 0 || most > (percent ? PERCENT : 1)) {
            return Optional.empty();
        }
        long[] steps = new long[values.length];
        for (int i = 0; i < values.length; i++) {
            steps[i] = finite.step(i);
            values[i] /= percent ? PERCENT : 1;
        }
        return Optional.of(LogSeries.of(series.name(), steps, values));
    }

    private Optional<Finding> finding(Course course, LogSeries series) {
        Track share = Track.ofShare(series);
        double threshold = course.thresholds().unitShare();
        double told = Confidence.of(share.part(0.75, 1) - threshold, share.scatter());
        if (told == 0) {
            return Optional.empty();
        }
        double harmful = course.shareAllowance();
        double confidence =
                Math.max(Confidence.halved(told), Confidence.of(share.part(0.75, 1) - harmful, share.scatter()));
        boolean dead = quantity == Quantity.DEAD;
        String evidence = String.format(
                "%s: %.0f %% of the units are %s; threshold: %.0f %%, from where %s%s",
                series.name(),
                100 * share.part(0.75, 1),
                dead ? "zero for all inputs seen" : "saturated",
                100 * threshold,
                dead
                        ? "2 (1 - share), the most that He's variance factor leaves of a squared gradient, is below 1"
                        : "the mean square of the slopes, 1 - share at most, halves the squared gradient at each layer",
                harmful > threshold
                        ? String.format(
                                "; a loss that fell by %.0f %% allows up to %.0f %%",
                                100 * course.improvement(), 100 * harmful)
                        : "");
        return Optional.of(new Finding(
                dead ? FindingKind.DEAD_UNITS : FindingKind.SATURATION,
                OptionalLong.of(share.step(share.onsetAbove(threshold))),
                series.layer().isEmpty() ? Optional.empty() : Optional.of(series.layer()),
                evidence,
                confidence,
                dead
                        ? "Lower the learning rate, start biases at zero or above, or use leaky units: a dead one has slope 0 and cannot recover"
                        : "Scale weights or inputs down (Glorot), normalise before the activation, or use units with slope 1",
                dead ? "relu-slope" : "toy-tanh-attenuates"));
    }

    /** The surest finding speaks for the others. */
    private static Finding summed(List<Finding> found) {
        Finding first = found.get(0);
        return new Finding(
                first.kind(),
                first.step(),
                first.layer(),
                first.evidence() + "; " + (found.size() - 1) + (found.size() == 2 ? " more layer" : " more layers")
                        + " likewise",
                first.confidence(),
                first.advice(),
                first.claim());
    }
}
