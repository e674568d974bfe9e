package gradlab.dynamics.diagnosis;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A loss that goes to and fro. Along a direction of curvature s a step of rate r multiplies the error by 1 - r s, below 0 from r = 1/s
 * on (the step overshoots) and at -1 from 2/s on, where the swing no longer dies out. Looked for in the second half of the log:
 * one frequency of the periodogram, about a line, that holds half of the power or more. Of white noise the share g of the
 * largest of m ordinates passes x with a probability of at most m (1 - x)^(m - 1) (fisher1929). It counts if the swing does not
 * die out, exceeds what the loss gained meanwhile and {@link Thresholds#noticeable} of the loss, twice over.
 */
final class Oscillation implements Detector {
    private static final int FEWEST = 8;
    private static final int MOST = 2_048;
    private static final int FEWEST_CYCLES = 3;
    private static final double HALF = 0.5;
    /** What chance does once in a hundred runs is told and not called harm. */
    private static final double RARE = 0.01;

    @Override
    public List<Finding> look(Course course) {
        return course.loss().flatMap(loss -> finding(course, loss)).stream().toList();
    }

    private static Optional<Finding> finding(Course course, Track loss) {
        int n = Math.min(MOST, (loss.size() + 1) / 2);
        if (n < FEWEST) {
            return Optional.empty();
        }
        int from = loss.size() - n;
        double[] values = new double[n];
        for (int i = 0; i < n; i++) {
            values[i] = loss.value(from + i);
        }
        Line line = Line.through(values);
        double[] off = line.residuals(values);
        Periodogram peak = Periodogram.of(off, FEWEST_CYCLES);
        double swing = 2 * Math.sqrt(2) * Robust.deviation(off, 0, n);
        double level = Math.max(Math.abs(Robust.median(values, 0, n)), Double.MIN_NORMAL);
        boolean lasts = Robust.deviation(off, n / 2, n) > HALF * Robust.deviation(off, 0, n / 2);
        boolean large =
                swing > 2 * course.thresholds().noticeable() * level && swing > Math.abs(line.slope()) * (n - 1);
        double chance = Math.min(1, peak.chance());
        if (peak.share() < HALF || !lasts || !large || chance >= 1) {
            return Optional.empty();
        }
        double unit = Math.abs(loss.loggedFirst());
        return Optional.of(new Finding(
                FindingKind.OSCILLATION,
                OptionalLong.of(loss.step(from)),
                Optional.empty(),
                String.format(
                        java.util.Locale.ROOT,
                        "in the second half the loss swings by %s about %s with a period of %s records, which holds %.0f %% of its power;"
                                + " threshold: half of the power, where white noise gets with a probability of %s, and a swing that does not"
                                + " die out, as of steps at two over the sharpness",
                        Course.shown(swing * unit),
                        Course.shown(level * unit),
                        Course.shown(peak.period()),
                        100 * peak.share(),
                        Course.shown(chance)),
                chance < RARE ? 1 - chance : Confidence.halved(1 - chance),
                "Lower the learning rate or the momentum: below one over the sharpness a step does not overshoot",
                "overshoot"));
    }
}
