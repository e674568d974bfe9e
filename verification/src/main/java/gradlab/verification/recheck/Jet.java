package gradlab.verification.recheck;

import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A point and, where derivatives are wanted, tangents at it.
 *
 * @param value the point, a vector
 * @param tangents one tangent a column
 */
record Jet(Mat value, Optional<Mat> tangents) {
    /** What becomes of this under a map of the value with the given Jacobian; the latter is only asked for if wanted. */
    Jet through(Mat image, UnaryOperator<Mat> jacobianTimes) {
        return new Jet(image, tangents.map(jacobianTimes));
    }
}
