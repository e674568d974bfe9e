package gradlab.analysis.backend;

import gradlab.analysis.operator.Vector;

/**
 * The eigenvalues of a general real matrix by descending modulus, equal moduli by descending real and then imaginary
 * part, so that of a complex pair the one with positive imaginary part comes first.
 *
 * @param real real parts
 * @param imaginary imaginary parts
 */
public record Eigenvalues(Vector real, Vector imaginary) {
    /** These eigenvalues times 2^exponent in the usual order. */
    public static Eigenvalues of(double[] real, double[] imaginary, int exponent) {
        return EigenDecompositions.ordered(real, imaginary, exponent);
    }

    /** How many eigenvalues there are. */
    public int size() {
        return real.size();
    }

    /** The modulus of eigenvalue {@code i}. */
    public double modulus(int i) {
        return StrictMath.hypot(real.get(i), imaginary.get(i));
    }
}
