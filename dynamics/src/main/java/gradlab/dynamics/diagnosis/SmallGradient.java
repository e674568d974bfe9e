package gradlab.dynamics.diagnosis;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Vanishing of the gradient as a whole. To first order a step of gradient descent lowers the loss by rate x norm^2, so at a rate
 * of 1, more than almost any optimiser uses, N steps lower it by N norm^2. If that is less than
 * {@link Thresholds#noticeable} of the loss and the loss has not moved, the gradient is too small to train with. Without a loss in
 * the log: a norm below the roundoff of binary32, which changes no weight of size 1.
 */
final class SmallGradient implements Detector {

    @Override
    public List<Finding> look(Course course) {
        return course
                .norm(Quantity.GRADIENT)
                .flatMap(norm -> course.loss()
                        .map(loss -> besideLoss(course, norm, loss))
                        .orElseGet(() -> alone(course, norm)))
                .stream()
                .toList();
    }

    private static Optional<Finding> besideLoss(Course course, Track norm, Track loss) {
        if (course.improvement() > course.thresholds().noticeable()
                || course.log().loss().isEmpty()) {
            return Optional.empty();
        }
        long steps = norm.step(norm.size() - 1) - norm.step(0) + 1;
        double needed = Math.log(course.thresholds().noticeable() * Math.abs(loss.loggedLast()) / steps) / 2;
        return finding(
                norm,
                needed,
                String.format(
                        java.util.Locale.ROOT,
                        "%d steps at a rate of 1 would lower the loss by %s of %s, and it has not moved; threshold: a norm of %s,"
                                + " where rate x norm^2 x steps is 1/20 of the loss",
                        steps,
                        Course.shown(steps * Math.exp(2 * norm.part(0.5, 1))),
                        Course.shown(loss.loggedLast()),
                        Course.shown(Math.exp(needed))));
    }

    private static Optional<Finding> alone(Course course, Track norm) {
        double needed = Math.log(course.thresholds().roundoff());
        return finding(
                norm,
                needed,
                "threshold: " + Course.shown(Math.exp(needed))
                        + ", the roundoff of binary32, below which a step changes no weight of size 1");
    }

    private static Optional<Finding> finding(Track norm, double needed, String why) {
        double confidence = Confidence.of(needed - norm.part(0.5, 1), norm.scatter());
        if (confidence == 0) {
            return Optional.empty();
        }
        int onset = norm.size() - 1;
        while (onset > 0 && norm.value(onset - 1) < needed) {
            onset--;
        }
        return Optional.of(new Finding(
                FindingKind.VANISHING,
                OptionalLong.of(norm.step(onset)),
                Optional.empty(),
                "the gradient norm is " + Course.shown(Math.exp(norm.part(0.5, 1))) + " in the second half; " + why,
                confidence,
                "Scale the initial weights so that a layer keeps norms, use units that do not saturate, or add residual paths",
                "uniform-gain-below-one-vanishes"));
    }
}
