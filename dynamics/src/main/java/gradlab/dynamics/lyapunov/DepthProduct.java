package gradlab.dynamics.lyapunov;

import gradlab.analysis.backend.DecompositionException;
import gradlab.analysis.backend.DenseKernels;
import gradlab.analysis.operator.DenseMatrix;
import gradlab.analysis.operator.LinearOperator;
import gradlab.analysis.operator.Operators;
import gradlab.analysis.operator.Vector;
import gradlab.analysis.source.SourceException;
import gradlab.analysis.spectrum.Euclidean;
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
 * ({@link ProductSpectrum}), or the k largest of layers of any size ({@link PartialSingularValues}). Where layers are singular but
 * for rounding, as normalisations are, the first way knows nothing for certain; then the product is written down as well, from both ends,
 * and what these differ by says how far its singular values may be off.
 *
 * @param logarithms natural logarithms, descending; minus infinity for a 0
 * @param errors about how far each may be off; infinite where it cannot be told from rounding
 * @param converged whether the computation came to its end
 */
record DepthProduct(Vector logarithms, Vector errors, boolean converged) {
    /** The most columns that are carried through the layers, and the most numbers of them at any place. */
    private static final int MOST_COLUMNS = 1_024;

    private static final long MOST_NUMBERS = 1 << 24;
    /** The most singular values of layers beyond these. */
    private static final int MOST_LARGEST = 100;

    private static final double GOOD = 1e-6;
    private static final double CAUTION = 10;

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
        double[] errors = new double[spectrum.logarithms().size()];
        Arrays.fill(errors, spectrum.error());
        DepthProduct graded =
                new DepthProduct(spectrum.logarithms(), Vector.of(errors), spectrum.outcome() == Outcome.CONVERGED);
        boolean small = Math.max(inputs(chain), outputs(chain)) <= MOST_COLUMNS;
        return spectrum.error() > GOOD && small ? graded.orWhere(Operators.chain(chain)) : graded;
    }

    /** With those singular values of the product written down that are known better. */
    private DepthProduct orWhere(LinearOperator product) {
        double[] forwards = DenseMatrix.of(product).toArray();
        double[] backwards = DenseMatrix.of(Operators.transpose(product)).toArray();
        int rows = product.rows();
        int columns = product.columns();
        double[] rounding = DenseKernels.transpose(backwards, /* rows= */ columns, /* columns= */ rows);
        for (int i = 0; i < rounding.length; i++) {
            rounding[i] -= forwards[i];
        }
        double[] values;
        double off;
        try {
            values = DenseKernels.singularValues(forwards, rows, columns);
            off = CAUTION * Euclidean.norm(rounding) + 0x1p-52 * values.length * values[0];
        } catch (DecompositionException | IllegalArgumentException e) {
            return this;
        }
        double[] logs = logarithms.toArray();
        double[] better = errors.toArray();
        for (int j = 0; j < logs.length; j++) {
            double error = values[j] > 2 * off ? off / (values[j] - off) : Double.POSITIVE_INFINITY;
            if (logs[j] > Double.NEGATIVE_INFINITY && error < better[j]) {
                logs[j] = StrictMath.log(values[j]);
                better[j] = error;
            }
            better[j] = better[j] < 1 ? better[j] : Double.POSITIVE_INFINITY;
        }
        return new DepthProduct(Vector.of(logs), Vector.of(better), converged);
    }

    /** The k largest. */
    static DepthProduct largest(List<LinearOperator> chain, int k) {
        PartialSingularValues.Result result = PartialSingularValues.largest(k).of(Operators.chain(chain));
        double[] values = result.values().toArray();
        double[] errors = new double[values.length];
        for (int j = 0; j < values.length; j++) {
            errors[j] = values[j] > 0 ? result.residuals().get(j) / values[j] : 0;
        }
        return new DepthProduct(
                Vector.of(Arrays.stream(values).map(StrictMath::log).toArray()),
                Vector.of(errors),
                result.outcome() == Outcome.CONVERGED);
    }
}
