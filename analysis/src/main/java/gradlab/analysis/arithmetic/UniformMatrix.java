package gradlab.analysis.arithmetic;

import gradlab.analysis.exact.ExactMatrix;
import gradlab.analysis.exact.Surd;
import java.util.Optional;

/**
 * A square matrix a I + b 11', one number on the diagonal and one beside it, of any order n. Its eigenvalues are a (n - 1
 * times) and a + n b, so its norm is the larger modulus: the Jacobians of layer norm and softmax at constant inputs are
 * such matrices, and their norms are where those layers' bounds are reached.
 */
final class UniformMatrix {

    private UniformMatrix() {}

    /** The norm, if the matrix is of this form with n >= 2 and the norm is a root of a rational. */
    static Optional<Surd> spectralNorm(ExactMatrix m) {
        if (m.rows() != m.columns() || m.rows() < 2 || !isUniform(m)) {
            return Optional.empty();
        }
        Surd beside = m.entry(0, 1);
        Optional<Surd> repeated = m.entry(0, 0).subtract(beside);
        Optional<Surd> single = repeated.flatMap(a -> a.add(beside.multiply(Surd.of(m.rows()))));
        return repeated.flatMap(a -> single.map(b -> larger(a.abs(), b.abs())));
    }

    private static Surd larger(Surd a, Surd b) {
        return a.compareTo(b) >= 0 ? a : b;
    }

    private static boolean isUniform(ExactMatrix m) {
        Surd diagonal = m.entry(0, 0);
        Surd beside = m.entry(0, 1);
        for (int i = 0; i < m.rows(); i++) {
            for (int j = 0; j < m.columns(); j++) {
                if (!m.entry(i, j).equals(i == j ? diagonal : beside)) {
                    return false;
                }
            }
        }
        return true;
    }
}
