package gradlab.dynamics.feedback;

import gradlab.analysis.backend.DecompositionException;
import gradlab.analysis.backend.DenseBackend;
import gradlab.analysis.operator.DenseMatrix;
import gradlab.analysis.operator.Vector;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.DoubleStream;

/**
 * A system with inputs u and outputs y closed by negative feedback, u = -y, as control engineering has it: x moves by
 * {@code A - B (I + D)^-1 C}. It is closed in one piece only if there are as many outputs as inputs and I + D is not singular.
 *
 * @param stability of the closed loop, computed from its rounded matrix; empty where there is none
 * @param reason why not, or empty
 * @param margins of a scalar loop
 * @param response of a scalar loop, G by frequency
 */
public record ClosedLoop(
        Optional<LoopStability> stability,
        String reason,
        Optional<ScalarMargins> margins,
        Optional<ScalarResponse> response) {

    /** How far below the lowest frequency of a Bode plot a curve goes on, by which factor at a time. */
    private static final int LOW = 40;

    private static final double LOWER = 1.25;

    /**
     * A Nyquist curve.
     *
     * @param frequencies ascending from 0
     * @param real Re G there
     * @param imaginary Im G there
     */
    public record ScalarResponse(Vector frequencies, Vector real, Vector imaginary) {}

    static ClosedLoop of(LinearLoop loop, BodeData bode, DenseBackend backend) {
        Optional<ScalarMargins> margins = loop.isScalar() ? Optional.of(ScalarMargins.of(loop)) : Optional.empty();
        Optional<ScalarResponse> response =
                margins.map(found -> response(loop, found, bode.frequencies().toArray()));
        int outputs = loop.output().rows();
        if (outputs != loop.input().columns()) {
            String reason = "there are " + outputs + " outputs for "
                    + loop.input().columns() + " inputs, so that u = -y has no meaning";
            return new ClosedLoop(Optional.empty(), reason, margins, response);
        }
        Optional<DenseMatrix> closed = closed(loop, backend);
        return new ClosedLoop(
                closed.map(matrix -> LoopStability.of(LinearLoop.of(matrix, loop.clock()), backend)),
                closed.isPresent() ? "" : "I + D is singular: the loop has no solution",
                margins,
                response);
    }

    private static Optional<DenseMatrix> closed(LinearLoop loop, DenseBackend backend) {
        int m = loop.input().columns();
        int n = loop.order();
        double[] sum = loop.feedthrough().toArray();
        for (int i = 0; i < m; i++) {
            sum[i * m + i] += 1;
        }
        try {
            double[] back = LinearEquations.solve(backend, sum, loop.output().toArray(), m, n);
            double[] matrix = backend.multiply(loop.input().toArray(), back, n, m, n);
            double[] a = loop.state().toArray();
            Arrays.setAll(matrix, i -> a[i] - matrix[i]);
            boolean isFinite = Arrays.stream(matrix).allMatch(Double::isFinite);
            return isFinite ? Optional.of(DenseMatrix.of(n, n, matrix)) : Optional.empty();
        } catch (DecompositionException e) {
            return Optional.empty();
        }
    }

    /** From 0 to the highest frequency of the Bode plot, and where the margins are. */
    private static ScalarResponse response(LinearLoop loop, ScalarMargins margins, double[] frequencies) {
        DoubleStream marked = DoubleStream.of(0, margins.gainFrequency(), margins.phaseFrequency());
        DoubleStream low = DoubleStream.iterate(frequencies[0], w -> w / LOWER).limit(LOW);
        double[] places = DoubleStream.concat(DoubleStream.concat(marked, low), Arrays.stream(frequencies))
                .filter(Double::isFinite)
                .sorted()
                .distinct()
                .toArray();
        FrequencyResponse response = FrequencyResponse.of(loop);
        double[] real = new double[places.length];
        double[] imaginary = new double[places.length];
        for (int i = 0; i < places.length; i++) {
            Optional<ComplexMatrix> value = response.at(places[i]);
            real[i] = value.map(g -> g.real().get(0, 0)).orElse(Double.POSITIVE_INFINITY);
            imaginary[i] = value.map(g -> g.imaginary().get(0, 0)).orElse(0.0);
        }
        return new ScalarResponse(Vector.of(places), Vector.of(real), Vector.of(imaginary));
    }
}
