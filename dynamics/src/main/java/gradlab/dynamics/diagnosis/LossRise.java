package gradlab.dynamics.diagnosis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Explosion, as the loss shows it. Gradient descent at a rate below 2/sharpness never raises the loss of the full batch (the
 * descent lemma), so a rise beyond the scatter of batches that stays is a step that was too long. Harm begins where half of
 * what had been learned is lost, or the loss is above that of the untrained network. A spike that passes off is reported below what
 * counts as harm.
 */
final class LossRise implements Detector {
    private static final double SPIKE = 10;
    private static final String ADVICE =
            "Lower the learning rate, warm it up, or clip the gradient by norm so that no single step can undo many";

    @Override
    public List<Finding> look(Course course) {
        List<Finding> found = new ArrayList<>();
        course.loss().ifPresent(loss -> {
            Optional<Finding> rise = rise(course, loss);
            rise.ifPresent(found::add);
            if (rise.isEmpty()) {
                spike(course, loss).ifPresent(found::add);
            }
        });
        return found;
    }

    private static Optional<Finding> rise(Course course, Track loss) {
        int lowest = loss.lowest();
        double best = loss.best();
        double first = loss.first();
        double lost = loss.risen() - (best + Math.max(0, first - best) / 2);
        boolean hadLearned = first - best > 2 * loss.scatter();
        double worse = loss.risen() - first - course.thresholds().noticeable();
        double confidence =
                Math.max(Confidence.of(worse, loss.scatter()), hadLearned ? Confidence.of(lost, loss.scatter()) : 0);
        double single = single(loss);
        if (Math.max(confidence, single) == 0) {
            return Optional.empty();
        }
        int onset = Math.max(lowest, loss.onsetAbove(best + 3 * loss.scatter()));
        String evidence = String.format(
                java.util.Locale.ROOT,
                "the loss rose to %s at the end, from %s at first and %s at its best; threshold: %s, %s; scatter %s",
                Course.shown(Math.max(loss.loggedLast(), loss.logged(loss.size() - 1))),
                Course.shown(loss.loggedFirst()),
                Course.shown(loss.logged(lowest)),
                hadLearned ? "half of what was learned is lost" : "the loss of the untrained network",
                "for steps within the optimiser's stability never raise the loss beyond the scatter of batches",
                Course.shown(loss.scatter() * Math.abs(loss.loggedFirst())));
        return Optional.of(new Finding(
                FindingKind.EXPLOSION,
                OptionalLong.of(loss.step(onset)),
                LayerGrowth.first(course.log().layers(Quantity.GRADIENT)),
                evidence,
                Math.max(confidence, single),
                ADVICE,
                "clipping-rescues"));
    }

    /** A log that ends on a loss ten times the first, ten scatters above its level, ends in an explosion. */
    private static double single(Track loss) {
        int end = loss.size() - 1;
        double above = loss.value(end) - loss.level(end - 1);
        boolean far = loss.value(end) > SPIKE * Math.abs(loss.first()) && above > SPIKE * loss.scatter();
        return far ? Confidence.of(above, SPIKE / 3 * loss.scatter()) : 0;
    }

    private static Optional<Finding> spike(Course course, Track loss) {
        int highest = 1;
        double above = loss.jump(1);
        for (int i = 2; i < loss.size(); i++) {
            double jump = loss.jump(i);
            highest = jump > above ? i : highest;
            above = Math.max(above, jump);
        }
        if (above < SPIKE
                || loss.value(highest) < loss.first() + course.thresholds().noticeable()) {
            return Optional.empty();
        }
        return Optional.of(new Finding(
                FindingKind.EXPLOSION,
                OptionalLong.of(loss.step(highest)),
                Optional.empty(),
                String.format(
                        java.util.Locale.ROOT,
                        "the loss jumped to %s at step %d, %s times its scatter above its level, and came back;"
                                + " threshold: ten times the scatter, which chance of any distribution passes once in a hundred",
                        Course.shown(loss.logged(highest)),
                        loss.step(highest),
                        Course.shown(above)),
                Confidence.halved(Confidence.of(above, 1)),
                ADVICE,
                "clipping-rescues"));
    }
}
