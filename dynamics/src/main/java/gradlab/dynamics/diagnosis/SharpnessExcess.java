package gradlab.dynamics.diagnosis;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;

/**
 * A sharpness beyond what the optimiser can stand. On a quadratic of curvature s, gradient descent at rate r multiplies the error
 * by 1 - r s, so it diverges from s = 2/r on, and with momentum m from (2 + 2 m)/r on. On real losses the sharpness rises to that limit
 * and hovers while the loss goes on falling (cohen2021), and up to twice the limit gradient descent may still move to flatter places
 * (lewkowycz2020): so the excess counts as harm only beyond that, or where the loss does not fall.
 */
final class SharpnessExcess implements Detector {
    private static final int FEWEST = 3;

    @Override
    public List<Finding> look(Course course) {
        return course
                .log()
                .whole(Quantity.SHARPNESS)
                .flatMap(sharpness -> ratio(course.log(), sharpness))
                .map(Track::ofNorm)
                .filter(track -> track.size() >= FEWEST)
                .flatMap(track -> finding(course, track))
                .stream()
                .toList();
    }

    /** The sharpness over the limit, where both are known. */
    private static Optional<LogSeries> ratio(RunLog log, LogSeries sharpness) {
        LogSeries finite = sharpness.finite();
        double[] ratios = IntStream.range(0, finite.size())
                .mapToDouble(i -> finite.value(i) / limit(log, finite.step(i)))
                .toArray();
        boolean known = Arrays.stream(ratios).anyMatch(Double::isFinite);
        long[] steps = IntStream.range(0, finite.size()).mapToLong(finite::step).toArray();
        return known ? Optional.of(LogSeries.of("sharpness over limit", steps, ratios)) : Optional.empty();
    }

    private static double limit(RunLog log, long step) {
        Optional<LogSeries> logged = log.whole(Quantity.SHARPNESS_LIMIT);
        if (logged.isPresent()) {
            return logged.get().at(step);
        }
        double rate = log.whole(Quantity.RATE).map(s -> s.at(step)).orElse(Double.NaN);
        double momentum = log.whole(Quantity.MOMENTUM).map(s -> s.at(step)).orElse(0.0);
        return rate > 0 ? (2 + 2 * (momentum >= 0 && momentum < 1 ? momentum : 0)) / rate : Double.NaN;
    }

    private static Optional<Finding> finding(Course course, Track ratio) {
        double late = ratio.part(0.75, 1);
        double highest =
                IntStream.range(0, ratio.size()).mapToDouble(ratio::level).max().orElse(late);
        double excess = Math.max(late, highest);
        double confidence = Confidence.of(excess, ratio.scatter());
        if (confidence == 0) {
            return Optional.empty();
        }
        int onset = 0;
        while (onset < ratio.size() - 1 && ratio.value(onset) <= 0) {
            onset++;
        }
        boolean passed = late <= 0;
        boolean falls = course.loss().isPresent() && course.learnedSince(ratio.step(onset));
        boolean beyond = late > Math.log(course.thresholds().catapult());
        boolean harmless = passed || (falls && !beyond);
        String evidence = String.format(
                java.util.Locale.ROOT,
                "the sharpness is %s times the limit at the end and %s times at most; threshold: %s, (2 + 2 m)/rate for momentum m, from where"
                        + " an error along the sharpest direction grows at every step%s",
                Course.shown(Math.exp(late)),
                Course.shown(Math.exp(highest)),
                course.log().whole(Quantity.SHARPNESS_LIMIT).isPresent()
                        ? "the limit logged beside it"
                        : "computed from the rate",
                harmless
                        ? passed ? "; it came down again" : "; the loss goes on falling, as at the edge of stability"
                        : "");
        return Optional.of(new Finding(
                FindingKind.SHARPNESS,
                OptionalLong.of(ratio.step(onset)),
                Optional.empty(),
                evidence,
                harmless ? Confidence.halved(confidence) : confidence,
                "Lower the learning rate below two over the sharpness, or warm it up so that the run finds flatter places first",
                "gradient-descent-threshold"));
    }
}
