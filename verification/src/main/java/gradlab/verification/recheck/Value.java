package gradlab.verification.recheck;

import java.util.List;
import java.util.function.UnaryOperator;

/** What an expression evaluates to. A vector is a matrix of one column. */
sealed interface Value permits Num, Mat, Truth, Value.Items, Value.Layer {
    /** A list of values. */
    record Items(List<Value> items) implements Value {}

    /** A differentiable map of vectors. */
    record Layer(UnaryOperator<Jet> map) implements Value {}
}
