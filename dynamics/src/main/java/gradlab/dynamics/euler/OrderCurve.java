package gradlab.dynamics.euler;

import java.util.List;

/**
 * The error of a method at a fixed time as its steps become shorter.
 *
 * @param scheme the method
 * @param substeps steps for each layer, doubling
 * @param steps the time of a step: the mean, where those of the layers differ
 * @param errors the 2-norm of the distance to the reference; not finite where the method overflowed
 * @param fit the order
 */
public record OrderCurve(Scheme scheme, List<Integer> substeps, List<Double> steps, List<Double> errors, OrderFit fit) {
    /** Copies the lists. */
    public OrderCurve {
        substeps = List.copyOf(substeps);
        steps = List.copyOf(steps);
        errors = List.copyOf(errors);
    }
}
