package gradlab.analysis.inference;

import java.util.List;

/** What an operator does, in any algebra. */
interface Operator {
    /**
     * The outputs, in order; trailing ones that nobody computes may be missing.
     *
     * @throws gradlab.analysis.arithmetic.ShapeException if inputs or attributes do not fit
     */
    <T> List<Value<T>> apply(Call<T> call);
}
