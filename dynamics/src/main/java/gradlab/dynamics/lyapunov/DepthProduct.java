package gradlab.dynamics.lyapunov;

import gradlab.analysis.operator.LinearOperator;
import gradlab.analysis.operator.Operators;
import gradlab.analysis.operator.Vector;
import gradlab.analysis.source.SourceException;
import gradlab.analysis.spectrum.Outcome;
import gradlab.analysis.spectrum.PartialSingularValues;
import gradlab.analysis.spectrum.ProductSpectrum;
import gradlab.analysis.survey.LayerChain.Link;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;

/**
 * The logarithms of the singular values of a product of layers: all of them while matrices fit, none lost to a larger one
 * ({@link ProductSpectrum}), or the k largest of layers of any size ({@link PartialSingularValues}).
 *
 * @param logarithms natural logarithms, descending; minus infinity for a 0
 * @param error about how far the finite ones may be off
 * @param converged whether the computation came to its end
 */
record DepthProduct(Vector logarithms, double error, boolean converged) {
    /** The most columns that are carried through the layers, and the most numbers of them at any place. */
    private static final int MOST_COLUMNS = 1_024;

    private static final long MOST_NUMBERS = 1 << 24;
    /** The most singular values of layers beyond these. */
    private static final int MOST_LARGEST = 100;

    /**
     * Of layers, the first of the list applied first.
     *
     * @param name what they belong to, for messages
     * @param k how many are asked for; all if not given
     * @throws SourceException if the layers are too large for that, or a derivative is not finite
     */
    static DepthProduct of(String name, List<Link> links, OptionalInt k) {
        List<LinearOperator> chain = new ArrayList<>();
        links.forEach(link -> chain.addAll(link.factors()));
        int columns = Math.min(inputs(chain), outputs(chain));
        long rows = chain.stream().mapToLong(LinearOperator::rows).max().orElseThrow();
        boolean fits = columns <= MOST_COLUMNS && Math.max(rows, inputs(chain)) * columns <= MOST_NUMBERS;
        if (!fits && k.orElse(Integer.MAX_VALUE) > MOST_LARGEST) {
            throw SourceException.in(
                    name,
                    "layers from " + inputs(chain) + " to " + outputs(chain) + " numbers, up to " + rows + " between",
                    "--exponents K of at most " + MOST_LARGEST + " for layers of that size");
        }
        try {
            return fits ? all(chain) : largest(chain, k.getAsInt());
        } catch (IllegalArgumentException e) {
            throw SourceException.in(name, "a derivative that is not finite", "finite derivatives at the input");
        }
    }

    private static int inputs(List<LinearOperator> chain) {
        return chain.get(0).columns();
    }

    private static int outputs(List<LinearOperator> chain) {
        return chain.get(chain.size() - 1).rows();
    }

    private static DepthProduct all(List<LinearOperator> chain) {
        List<LinearOperator> narrow = chain;
        if (outputs(chain) < inputs(chain)) {
            narrow = new ArrayList<>(chain.stream().map(Operators::transpose).toList());
            Collections.reverse(narrow);
        }
        ProductSpectrum spectrum = ProductSpectrum.of(narrow);
        return new DepthProduct(spectrum.logarithms(), spectrum.error(), spectrum.outcome() == Outcome.CONVERGED);
    }

    static DepthProduct largest(List<LinearOperator> chain, int k) {
        PartialSingularValues.Result result =
                PartialSingularValues.largest(k).of(Operators.chain(chain));
        double[] values = result.values().toArray();
        double error = 0;
        for (int j = 0; j < values.length; j++) {
            error = Math.max(error, values[j] > 0 ? result.residuals().get(j) / values[j] : 0);
        }
        return new DepthProduct(
                Vector.of(Arrays.stream(values).map(StrictMath::log).toArray()),
                error,
                result.outcome() == Outcome.CONVERGED);
    }
}
