package gradlab.dynamics.diagnosis;

import java.util.List;
import java.util.OptionalLong;

/**
 * Vanishing or explosion over depth. If each layer multiplies gradients by c on average, L layers multiply them by c^L; mean-field
 * theory puts the end of what trains at six depth scales, a factor e^-3 or e^3 of the norm (schoenholz2017). A run whose loss
 * falls disproves that in part, so with the progress made the allowed factor goes to 2^-24 or 2^24: where the last layer moves by
 * its own size in a step, the first one then moves by less than the roundoff of binary32.
 */
final class DepthDecay implements Detector {

    @Override
    public List<Finding> look(Course course) {
        return DepthProfile.of(course).stream()
                .flatMap(profile -> finding(course, profile).stream())
                .toList();
    }

    private static List<Finding> finding(Course course, DepthProfile profile) {
        double allowed = course.depthAllowance();
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
                java.util.Optional.of(profile.extreme(vanishing)),
                evidence,
                confidence,
                vanishing
                        ? "Scale the initial weights so that a layer keeps norms (He for ReLU, orthogonal, Glorot), or add residual paths"
                        : "Scale the initial weights down so that a layer keeps norms, normalise, or scale residual branches by depth",
                vanishing ? "uniform-gain-below-one-vanishes" : "residual-scaled-by-depth"));
    }
}
