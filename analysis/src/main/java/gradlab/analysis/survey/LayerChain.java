package gradlab.analysis.survey;

import gradlab.analysis.layer.Jacobian;
import gradlab.analysis.layer.Layer;
import gradlab.analysis.layer.Linearisation;
import gradlab.analysis.layer.Part;
import gradlab.analysis.network.Network;
import gradlab.analysis.operator.LinearOperator;
import gradlab.analysis.tensor.Shape;
import java.util.ArrayList;
import java.util.List;

/**
 * The layers that a feed-forward network sends one input through, one after another, each with its derivative there. A layer
 * begins where weights multiply and goes on to where the next ones do: a product with its bias, its activation, its
 * normalisation; a residual layer is one whole, and what stands before the first weights belongs to the first layer.
 *
 * @param differentiable whether no layer is at a kink
 * @param links the layers, at least one
 */
public record LayerChain(boolean differentiable, List<Link> links) {
    /** Copies the list. */
    public LayerChain {
        links = List.copyOf(links);
        if (links.isEmpty()) {
            throw new IllegalArgumentException("links must hold at least one layer, held none");
        }
    }

    /**
     * One layer.
     *
     * @param name its own
     * @param factors its Jacobian as a product, the first of the list applied first; apart, so that rows that an activation makes 0
     *     stay 0
     */
    public record Link(String name, List<LinearOperator> factors) {
        /** Copies the list. */
        public Link {
            factors = List.copyOf(factors);
        }

        /** Length of what goes in. */
        public int inputs() {
            return factors.get(0).columns();
        }

        /** Length of what comes out. */
        public int outputs() {
            return factors.get(factors.size() - 1).rows();
        }
    }

    /** The layers of a network on the way of an input. */
    public static LayerChain of(Network network, double[] input) {
        Links links = new Links();
        boolean differentiable = true;
        double[] x = input;
        for (Part part : network.layers()) {
            Linearisation at = part.layer().at(x, 1);
            links.add(part.name(), multiplies(part.layer()), Jacobian.of(at));
            differentiable &= at.differentiable();
            x = at.value();
        }
        return new LayerChain(differentiable, links.all());
    }

    private static boolean multiplies(Layer layer) {
        return layer.parameterBlocks().stream().anyMatch(block -> isMatrix(block.shape()))
                || layer.parts().stream().anyMatch(part -> multiplies(part.layer()));
    }

    private static boolean isMatrix(Shape shape) {
        return shape.rank() > 1 && shape.length(0) > 1 && shape.size(1, shape.rank()) > 1;
    }

    /** Joins operators to layers. */
    static final class Links {
        private final List<Link> done = new ArrayList<>();
        private final List<LinearOperator> open = new ArrayList<>();
        private String name = "";
        private boolean weighted;

        /** The next operator, and whether weights multiply in it. */
        void add(String of, boolean multiplies, LinearOperator jacobian) {
            if (multiplies && weighted) {
                close();
            }
            if (multiplies || open.isEmpty()) {
                name = of;
            }
            weighted |= multiplies;
            open.add(jacobian);
        }

        private void close() {
            done.add(new Link(name, open));
            open.clear();
            weighted = false;
        }

        List<Link> all() {
            if (!open.isEmpty()) {
                close();
            }
            return done;
        }
    }
}
