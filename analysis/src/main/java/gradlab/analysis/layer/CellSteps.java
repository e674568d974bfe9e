package gradlab.analysis.layer;

/**
 * One step of a recurrent cell over a batch of b states, from the products {@code u = U x + b} and {@code w = W h} (plus its
 * bias, where the cell has one), of width gates times hidden a row. What the backward step needs is kept.
 */
sealed interface CellSteps permits PlainSteps, LstmSteps, GruSteps {
    /** How many blocks of hidden rows W and U have. */
    int gates();

    /** Length of a state over that of its hidden values. */
    int states();

    /** Whether W has a bias of its own. */
    boolean biasedState();

    /** How many numbers an entry of the hidden state keeps. */
    int kept();

    /**
     * The new states.
     *
     * @param state b rows of states, hidden values first
     * @param next where the new ones go
     * @param kept what is kept, b hidden {@link #kept()} numbers
     */
    void forward(double[] u, double[] w, double[] state, double[] next, double[] kept, int batch, int hidden);

    /**
     * Back through the step.
     *
     * @param dNext gradient by the new states
     * @param dState gradient by the old ones but for what goes through w; written
     * @param du gradient by u, written
     * @param dw gradient by w, written; the same array as du if the two are equal for this cell
     */
    void backward(
            double[] state,
            double[] kept,
            double[] dNext,
            double[] dState,
            double[] du,
            double[] dw,
            int batch,
            int hidden);

    /** The tangents of the new states from those of u, w and the states. */
    void tangent(
            double[] state,
            double[] kept,
            double[] du,
            double[] dw,
            double[] dState,
            double[] dNext,
            int batch,
            int hidden);
}
