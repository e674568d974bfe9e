package gradlab.dynamics.blueprint;

import gradlab.analysis.network.Initialisation;
import java.util.Optional;

/**
 * How a network begins.
 *
 * @param weights how every matrix is drawn; of a recurrent layer each gate's block by itself
 * @param recurrent how the matrices from state to state are drawn, if otherwise
 * @param forgetBias the bias of the forget gates of an LSTM; all others start at 0
 * @param residual how residual branches are scaled
 */
public record Start(
        Initialisation weights, Optional<Initialisation> recurrent, double forgetBias, ResidualScaling residual) {

    /** Everything from one scheme. */
    public static Start of(Initialisation weights) {
        return new Start(weights, Optional.empty(), 0, ResidualScaling.NONE);
    }

    /** What is done to the branches of residual layers at the start. */
    public enum ResidualScaling {
        /** Nothing. */
        NONE,
        /** Each branch is multiplied by a trained number that starts at 0 (bachlechner2021). */
        REZERO,
        /**
         * In each of L branches of m layers with weights the last layer starts at 0 and the others are divided by
         * L^(1/(2m-2)), and the network's last layer starts at 0: rules 1 and 2 of zhang2019, without its scalar biases.
         */
        FIXUP
    }
}
