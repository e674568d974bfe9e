package gradlab.analysis.inference;

import gradlab.analysis.onnx.Node;
import java.util.List;

/**
 * A layer that an exporter took apart into operators.
 *
 * @param kind what it was
 * @param nodes its operators, in the order of the data
 * @param input the value that goes in
 * @param output the value that comes out
 */
public record Pattern(Kind kind, List<Node> nodes, String input, String output) {

    /** The layers that are recognised. */
    public enum Kind {
        /** (x - mean)/sqrt(variance + epsilon), then maybe a gain and a shift. */
        LAYER_NORMALISATION("LayerNormalization"),
        /** x (1 + erf(x/sqrt 2))/2. */
        GELU("Gelu"),
        /** softmax of scaled products of queries and keys, times values. */
        ATTENTION("Attention");

        private final String title;

        Kind(String title) {
            this.title = title;
        }

        /** What it is called. */
        public String title() {
            return title;
        }
    }

    /** Copies the list. */
    public Pattern {
        nodes = List.copyOf(nodes);
    }
}
