package gradlab.dynamics.diagnosis;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * Vanishing or explosion over depth. If each layer multiplies gradients by c on average, L layers multiply them by c^L; mean-field
 * theory puts the end of what trains at six depth scales, a factor e^-3 or e^3 of the norm (schoenholz2017). A run whose loss
 * falls disproves that in part, so with the progress made the allowed factor goes to 2^-24 or 2^24: where the last layer moves by
 * its own size in a step, the first one then moves by less than the roundoff of binary32.
 *
 * <p>An explosion over depth may be over at once: the first updates throw saturating layers to where their slopes are 0, and
 * gradients vanish from then on. So the first record is looked at too; there growth beyond six depth scales counts if it has
 * turned into decay beyond as many, or if the loss did not fall after it.
 */
final class DepthDecay implements Detector {
    private static final int AFTER = 5;

    @Override
    public List<Finding> look(Course course) {
        List<Finding> found = DepthProfile.of(course).stream()
                .flatMap(profile -> finding(course, profile, course.depthAllowance()).stream())
                .toList();
        return found.stream().anyMatch(f -> f.kind() == FindingKind.EXPLOSION)
                ? found
                : Stream.concat(found.stream(), atFirst(course).stream()).toList();
    }

    /** Growth over depth before any update, which turned into decay or after which the loss did not fall. */
    private static List<Finding> atFirst(Course course) {
        double allowed = course.thresholds().depthScales() / 2;
        Optional<Track> loss = course.loss().filter(l -> l.size() > AFTER);
        Optional<DepthProfile> first = DepthProfile.atFirst(course).filter(profile -> profile.decay() < 0);
        double decay = DepthProfile.of(course).map(DepthProfile::decay).orElse(0.0);
        boolean turned = decay > allowed;
        if (loss.isEmpty()
                || first.isEmpty()
                || (!turned && fellAfterwards(loss.get(), course.thresholds().noticeable()))) {
            return List.of();
        }
        String since = turned
                ? "; since then it shrinks by a factor of " + Course.shown(Math.exp(decay))
                        + ": the first updates threw the layers to where their slopes vanish"
                : "; the loss did not fall afterwards";
        return finding(course, first.get(), allowed).stream()
                .map(f -> new Finding(
                        f.kind(),
                        OptionalLong.of(loss.get().step(0)),
                        f.layer(),
                        "in the first record, " + f.evidence() + since,
                        f.confidence(),
                        f.advice(),
                        f.claim()))
                .toList();
    }

    /** Whether the loss ends below what it was in the five records after the first. */
    private static boolean fellAfterwards(Track loss, double noticeable) {
        return loss.risen() < loss.median(1, 1 + AFTER) - Math.max(noticeable, loss.scatter());
    }

    private static List<Finding> finding(Course course, DepthProfile profile, double allowed) {
        double confidence = Confidence.of(Math.abs(profile.decay()) - allowed, profile.scatter());
        if (confidence == 0) {
            return List.of();
        }
        boolean vanishing = profile.decay() > 0;
        String evidence = String.format(
                java.util.Locale.ROOT,
                "over %d layers the gradient norm %s by a factor of %s on its way to the input, %s a layer; threshold: a factor of %s, that"
                        + " is %s: three e-foldings of the norm are six depth scales, beyond which deep networks do not train, and a loss"
                        + " that fell by %.0f %% allows more, up to the roundoff of binary32",
                profile.layers().size(),
                vanishing ? "shrinks" : "grows",
                Course.shown(Math.exp(Math.abs(profile.decay()))),
                Course.shown(profile.factor()),
                Course.shown(Math.exp(allowed)),
                "exp(" + Course.shown(allowed) + ")",
                100 * Math.max(0, course.improvement()));
        return List.of(new Finding(
                vanishing ? FindingKind.VANISHING : FindingKind.EXPLOSION,
                OptionalLong.empty(),
                Optional.of(profile.extreme(vanishing)),
                evidence,
                confidence,
                vanishing
                        ? "Scale the initial weights so that a layer keeps norms (He for ReLU, orthogonal, Glorot), or add residual paths"
                        : "Scale the initial weights down so that a layer keeps norms, normalise, or scale residual branches by depth",
                vanishing ? "uniform-gain-below-one-vanishes" : "residual-scaled-by-depth"));
    }
}
