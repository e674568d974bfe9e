package gradlab.dynamics.diagnosis;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Clipping that hides an explosion. Clipping changes the update and not the product of Jacobians, so gradients go on growing
 * behind it. It counts if clipping acts on nearly every step, the norm before it ends beyond
 * {@link Thresholds#normRatio} times the limit, the upper end of the range in which a limit works (pascanu2013), and has grown.
 */
final class HiddenByClipping implements Detector {
    private static final double DOUBLED = Math.log(2);

    @Override
    public List<Finding> look(Course course) {
        Optional<ClipData> data = ClipData.of(course).filter(ClipData::isAlwaysActive);
        return data.flatMap(clip -> finding(course, clip)).stream().toList();
    }

    private static Optional<Finding> finding(Course course, ClipData clip) {
        Track raw = clip.raw();
        double base = raw.level(raw.lowest());
        double grown = raw.risen() - base;
        double beyond = Math.log(clip.lastRatio() / course.thresholds().normRatio());
        double confidence = Confidence.of(Math.min(grown - DOUBLED, beyond), raw.scatter());
        if (confidence == 0) {
            return Optional.empty();
        }
        String evidence = String.format(
                java.util.Locale.ROOT,
                "clipping acts on %.0f %% of the steps of the second half, and the norm before it grew from %s to %s, %s times the"
                        + " limit; threshold: %.0f %% of the steps and %s times the limit, the upper end of the range in which a"
                        + " limit works",
                100 * clip.activeShare(),
                Course.shown(Math.exp(base)),
                Course.shown(Math.exp(raw.risen())),
                Course.shown(clip.lastRatio()),
                100 * course.thresholds().clippedAlways(),
                Course.shown(course.thresholds().normRatio()));
        return Optional.of(new Finding(
                FindingKind.HIDDEN_BY_CLIPPING,
                OptionalLong.of(raw.step(raw.onsetAbove(base + DOUBLED))),
                LayerGrowth.first(course.log().layers(Quantity.GRADIENT)),
                evidence,
                confidence,
                "Remove the cause that clipping leaves: lower the gain by initialisation, normalisation or fewer steps back in time",
                "clipping-keeps-gain"));
    }
}
