package gradlab.analysis.backend;

/**
 * A matrix decomposition did not converge although its input was finite. It has not been seen on any matrix; the
 * message names the decomposition and the shape so that the matrix can be reported.
 */
public final class DecompositionException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DecompositionException(String decomposition, int rows, int columns) {
        super(decomposition + " of a " + rows + " x " + columns
                + " matrix did not converge; add a perturbation of relative size 1e-15 or use an iterative method");
    }
}
