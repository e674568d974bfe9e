package gradlab.analysis.layer;

/**
 * A layer inside another.
 *
 * @param name unique among the parts of its parent, without a slash
 * @param layer the layer
 */
public record Part(String name, Layer layer) {}
