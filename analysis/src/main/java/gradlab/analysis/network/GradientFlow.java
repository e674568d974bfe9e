package gradlab.analysis.network;

import gradlab.analysis.operator.Vector;

/**
 * The gradient of a scalar loss, back-propagated through a network.
 *
 * @param byInput the gradient by the inputs of the network, the batch one after another
 * @param byParameters the gradient by the parameters, laid out as {@link Network#parameters()}
 * @param normsByDepth entry i: the 2-norm of the gradient by the input of outermost layer i (the whole batch as one vector);
 *     the last entry: by the output
 */
public record GradientFlow(Vector byInput, Vector byParameters, Vector normsByDepth) {}
