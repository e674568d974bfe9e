package gradlab.analysis.survey;

import gradlab.analysis.operator.LinearOperator;
import gradlab.analysis.operator.Vector;

/** One step of a recurrent cell, (x, h) to the next h, with the derivative by h. The state of an LSTM is h and, behind it, c. */
public interface RecurrentMap {
    /** The length of x. */
    int inputs();

    /** The length of the state. */
    int size();

    /**
     * A step.
     *
     * @param x {@link #inputs()} numbers
     * @param state {@link #size()} numbers
     */
    Moved at(double[] x, double[] state);

    /**
     * Where a step leads.
     *
     * @param state the next state
     * @param jacobian its derivative by the state before, size x size
     */
    record Moved(Vector state, LinearOperator jacobian) {}
}
