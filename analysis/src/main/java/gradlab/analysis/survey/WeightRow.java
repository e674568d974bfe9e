package gradlab.analysis.survey;

import java.util.List;
import java.util.OptionalDouble;

/**
 * A weight matrix of a layer. A convolution's kernel stands as output channels x the rest, which is not the matrix of
 * the convolution: its norm is not the layer's.
 *
 * @param name its name in the file, or for a block the gate it belongs to
 * @param rows its rows
 * @param columns its columns
 * @param frobeniusSquared ‖W‖_F²
 * @param norm ‖W‖, the largest singular value
 * @param stableRank ‖W‖_F²/‖W‖², 0 of a zero matrix
 * @param spectralRadius the largest modulus of an eigenvalue, of a square matrix
 * @param blocks the square or equal parts it consists of, in the order of the file: the gates of a recurrent layer
 */
public record WeightRow(
        String name,
        int rows,
        int columns,
        double frobeniusSquared,
        double norm,
        double stableRank,
        OptionalDouble spectralRadius,
        List<WeightRow> blocks) {
    /** Copies the list. */
    public WeightRow {
        blocks = List.copyOf(blocks);
    }
}
