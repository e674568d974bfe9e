package gradlab.analysis.block;

import gradlab.analysis.tensor.TensorAlgebra;
import java.util.List;

/** Softmax and its logarithm, of the whole vector. */
public enum Probabilities implements Block {
    /** exp(x_i)/sum_j exp(x_j). */
    SOFTMAX {
        @Override
        <T> T of(TensorAlgebra<T> algebra, T x) {
            return algebra.softmax(x, 1);
        }
    },
    /** x_i - log sum_j exp(x_j). */
    LOG_SOFTMAX {
        @Override
        <T> T of(TensorAlgebra<T> algebra, T x) {
            return algebra.logSoftmax(x, 1);
        }
    };

    abstract <T> T of(TensorAlgebra<T> algebra, T x);

    @Override
    public <T> T apply(TensorAlgebra<T> algebra, T x, List<T> parameters) {
        check(algebra, parameters);
        Rows.width(algebra, x);
        return of(algebra, x);
    }
}
