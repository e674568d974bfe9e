package gradlab.analysis.survey;

import gradlab.analysis.operator.DenseMatrix;
import gradlab.analysis.operator.Vector;
import java.util.List;
import java.util.Optional;

/**
 * What of a file is fed back: a matrix, or a recurrent cell with its weights.
 *
 * @param file the file's name as it was given
 * @param format what the file is
 * @param of what it is, in words
 * @param recurrent the recurrent weights, if these are one square matrix; of several gates none
 * @param cell the cell, where the file has what it needs
 * @param weights the weights that are fed back, with their gates
 * @param inputs what the recording gives the cell, step by step; empty without one
 * @param others recurrent weights of the file that are not looked at
 */
public record RecurrentSubject(
        String file,
        String format,
        String of,
        Optional<DenseMatrix> recurrent,
        Optional<RecurrentMap> cell,
        List<WeightRow> weights,
        List<Vector> inputs,
        List<String> others) {
    /** Copies the lists. */
    public RecurrentSubject {
        weights = List.copyOf(weights);
        inputs = List.copyOf(inputs);
        others = List.copyOf(others);
    }
}
