package gradlab.analysis.layer;

/**
 * One matrix or vector among the parameters of a layer.
 *
 * @param name such as {@code weight} or {@code bias}; within parts, a path
 * @param rows rows of the matrix, or the length of the vector
 * @param columns columns of the matrix, 1 for a vector
 */
public record ParameterBlock(String name, int rows, int columns) {
    /** The number of entries. */
    public int size() {
        return Math.multiplyExact(rows, columns);
    }
}
