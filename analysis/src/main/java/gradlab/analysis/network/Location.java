package gradlab.analysis.network;

import gradlab.analysis.layer.Layer;

/**
 * A layer of a network, however deep inside others.
 *
 * @param path such as {@code layer3/branch/layer1}
 * @param layer the layer
 * @param parameterOffset where its parameters start among those of the network
 * @param parameterCount how many it has, its parts' included
 */
public record Location(String path, Layer layer, int parameterOffset, int parameterCount) {}
