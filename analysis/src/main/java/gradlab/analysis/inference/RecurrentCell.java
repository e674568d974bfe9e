package gradlab.analysis.inference;

import gradlab.analysis.tensor.Tensors;
import java.util.List;
import java.util.function.UnaryOperator;

/** One step of a recurrent operator. Weights of several gates stand below each other in one matrix. */
interface RecurrentCell {
    /** How many gates share the matrices. */
    int gates();

    /** The activations where the node names none. */
    List<String> usual();

    /** How many states there are: h, and for an LSTM c. */
    int states();

    /** The states after a step, each [batch, hidden]. */
    <T> List<T> step(Call<T> call, Weights<T> weights, T x, List<T> states);

    /**
     * What one direction computes with.
     *
     * @param input W, [gates hidden, inputs]
     * @param recurrent R, [gates hidden, hidden]
     * @param inputBias of W, [gates hidden]
     * @param recurrentBias of R
     * @param peepholes of an LSTM, [3 hidden]; empty for none
     * @param functions the activations
     */
    record Weights<T>(
            T input, T recurrent, T inputBias, T recurrentBias, List<T> peepholes, List<UnaryOperator<T>> functions) {

        /** x W' + b of all gates, cut into gates. */
        List<T> fromInput(Tensors<T> math, T x, int gates) {
            return math.split(math.affine(x, input, inputBias), 1, gates);
        }

        /** h R' + b of all gates, cut into gates. */
        List<T> fromState(Tensors<T> math, T h, int gates) {
            return math.split(math.affine(h, recurrent, recurrentBias), 1, gates);
        }
    }
}
