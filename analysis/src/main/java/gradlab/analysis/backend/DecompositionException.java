package gradlab.analysis.backend;

/**
 * A matrix decomposition did not converge although its input was finite. Seen only for eigenvectors of matrices whose
 * entries span forty orders of magnitude, and there for about one in a thousand; the message names decomposition and
 * shape.
 */
public final class DecompositionException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DecompositionException(String decomposition, int rows, int columns) {
        super(decomposition + " of a " + rows + " x " + columns
                + " matrix did not converge; rescale rows and columns so that the entries are of similar size");
    }
}
