package gradlab.dynamics.diagnosis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Explosion, as norms of gradients and weights show it: a norm that ends beyond {@link Thresholds#normRatio} times its lowest level.
 * Where the loss falls meanwhile, the growth is part of learning, and the confidence stays below harm. Growth that clipping holds back is
 * left to {@link HiddenByClipping}.
 */
final class NormGrowth implements Detector {

    @Override
    public List<Finding> look(Course course) {
        List<Finding> found = new ArrayList<>();
        if (!ClipData.of(course).map(ClipData::isAlwaysActive).orElse(false)) {
            growth(
                            course,
                            Quantity.GRADIENT,
                            "updates beyond ten times the usual are outside the range in which clipping thresholds still let"
                                    + " networks converge",
                            "Clip the gradient by norm at about its usual size, and lower the gain of the recurrent or deep part",
                            "clipping-norm")
                    .ifPresent(found::add);
        }
        growth(
                        course,
                        Quantity.WEIGHT,
                        "in two or more homogeneous layers, weights ten times as large multiply gradients by ten at least",
                        "Decay the weights or normalise them spectrally; lower the learning rate",
                        "weight-decay-tames")
                .ifPresent(found::add);
        return found;
    }

    private static Optional<Finding> growth(Course course, Quantity quantity, String why, String advice, String claim) {
        List<LogSeries> layers = course.log().layers(quantity);
        Optional<Track> whole = course.norm(quantity);
        Optional<Track> found = whole.isPresent() ? whole : furthest(layers);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        Track norm = found.get();
        double base = norm.level(norm.lowest());
        double allowed = Math.log(course.thresholds().normRatio());
        double confidence = Confidence.of(norm.risen() - base - allowed, norm.scatter());
        if (confidence == 0) {
            return Optional.empty();
        }
        long onset = norm.step(norm.onsetAbove(base + allowed));
        boolean learned = course.learnedSince(onset);
        String evidence = String.format(
                java.util.Locale.ROOT,
                "the %s norm grew from %s to %s, a factor of %s; threshold: a factor of %s, for %s%s",
                quantity == Quantity.WEIGHT ? "weight" : "gradient",
                Course.shown(Math.exp(base)),
                Course.shown(Math.exp(norm.risen())),
                Course.shown(Math.exp(norm.risen() - base)),
                Course.shown(course.thresholds().normRatio()),
                why,
                learned ? "; the loss fell meanwhile" : "");
        return Optional.of(new Finding(
                FindingKind.EXPLOSION,
                OptionalLong.of(onset),
                LayerGrowth.first(layers),
                evidence,
                learned ? Confidence.halved(confidence) : confidence,
                advice,
                claim));
    }

    /** The layer that grew most stands for the network where the whole norm was not logged. */
    private static Optional<Track> furthest(List<LogSeries> layers) {
        return layers.stream()
                .map(Track::ofNorm)
                .filter(track -> track.size() >= 3)
                .max(java.util.Comparator.comparingDouble(track -> track.risen() - track.level(track.lowest())));
    }
}
