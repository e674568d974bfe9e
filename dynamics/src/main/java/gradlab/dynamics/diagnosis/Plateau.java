package gradlab.dynamics.diagnosis;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A loss that does not fall. The fall from the first to the last level is held against {@link Thresholds#noticeable} of the first loss,
 * with the standard error of the two medians. A run that has learned and then stands still may be done: it is reported below
 * what counts as harm, the less sure the more it has learned.
 */
final class Plateau implements Detector {
    private static final int ENOUGH = 10;
    private static final int FEWEST = 5;
    private static final int MOST_CLASSES = 20;

    /** The standard error of a median is that of a mean times sqrt(pi/2). */
    private static final double OF_MEDIAN = 1.2533;

    @Override
    public List<Finding> look(Course course) {
        return course.loss().filter(loss -> loss.size() >= FEWEST).flatMap(loss -> finding(course, loss)).stream()
                .toList();
    }

    private static Optional<Finding> finding(Course course, Track loss) {
        double fall = course.improvement();
        double noticeable = course.thresholds().noticeable();
        double error = OF_MEDIAN * loss.scatter() / Math.sqrt(Math.min(loss.window(), 3));
        double confidence = Confidence.of(noticeable - fall, error);
        boolean rising = fall < -noticeable - loss.scatter();
        if (!rising && confidence > 0) {
            double sure = loss.size() < ENOUGH ? Confidence.halved(confidence) : confidence;
            return Optional.of(finding(loss, loss.step(0), sure, fall, "never fell"));
        }
        return rising ? Optional.empty() : stalled(course, loss, fall);
    }

    /** Nothing gained in the second half, after some progress in the first. */
    private static Optional<Finding> stalled(Course course, Track loss, double fall) {
        double late = loss.part(0.45, 0.55) - loss.last();
        double left = 1 - fall / course.thresholds().learned();
        double error = OF_MEDIAN * loss.scatter() / Math.sqrt(loss.window());
        double confidence =
                left <= 0 ? 0 : left * Confidence.of(course.thresholds().noticeable() / 2 - Math.abs(late), error);
        return confidence <= 0
                ? Optional.empty()
                : Optional.of(finding(
                        loss,
                        loss.step(loss.size() / 2),
                        Confidence.halved(confidence),
                        fall,
                        "stands still in the second half"));
    }

    private static Finding finding(Track loss, long step, double confidence, double fall, String what) {
        return new Finding(
                FindingKind.PLATEAU,
                OptionalLong.of(step),
                Optional.empty(),
                String.format(
                        java.util.Locale.ROOT,
                        "the loss %s: %s at first, %s at last, a fall of %.1f %%, with a scatter of %s%s; threshold: a fall of 5 %%, beyond"
                                + " the standard errors of both levels",
                        what,
                        Course.shown(loss.loggedFirst()),
                        Course.shown(loss.loggedLast()),
                        100 * fall,
                        Course.shown(loss.scatter() * Math.abs(loss.loggedFirst())),
                        guess(loss.loggedLast())),
                confidence,
                "Look at the gradient by layer: if it is small, see vanishing; else raise the learning rate or check the data and labels",
                "vanishing-is-silent");
    }

    /** Guessing evenly among C classes costs ln C nats. */
    private static String guess(double loss) {
        for (int classes = 2; classes <= MOST_CLASSES; classes++) {
            if (Math.abs(loss - Math.log(classes)) < 0.01 * Math.log(classes)) {
                return ", and ln " + classes + " is what guessing among " + classes + " classes costs";
            }
        }
        return "";
    }
}
