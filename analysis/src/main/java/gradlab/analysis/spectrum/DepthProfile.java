package gradlab.analysis.spectrum;

import gradlab.analysis.operator.LinearOperator;
import gradlab.analysis.operator.Operators;
import gradlab.analysis.operator.Vector;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * How the norm of a vector changes on its way through a chain of operators, as natural logarithms, so that nothing overflows
 * or underflows: the vector is scaled by a power of two after each operator.
 *
 * @param logNorms of the vector at each of the places between operators in the order of the chain, one more than operators;
 *     minus infinity once it is 0
 */
public record DepthProfile(Vector logNorms) {
    /** Of a vector sent forwards, first operator first; entry 0 is the vector itself. */
    public static DepthProfile forward(List<? extends LinearOperator> chain, double[] x) {
        double[] logarithms = new double[chain.size() + 1];
        double[] vector = x.clone();
        long exponent = 0;
        logarithms[0] = logNorm(vector, exponent);
        for (int k = 0; k < chain.size(); k++) {
            int shift = shift(vector, "before operator " + k);
            vector = chain.get(k).apply(scaled(vector, shift));
            exponent += shift;
            logarithms[k + 1] = logNorm(vector, exponent);
        }
        shift(vector, "behind the chain");
        return new DepthProfile(Vector.of(logarithms));
    }

    /**
     * Of a gradient sent backwards by the transposes, last operator first: entry k is the norm in front of operator k, the
     * last entry that of the gradient itself.
     */
    public static DepthProfile backward(List<? extends LinearOperator> chain, double[] gradient) {
        List<LinearOperator> transposed = new ArrayList<>();
        chain.forEach(operator -> transposed.add(Operators.transpose(operator)));
        Collections.reverse(transposed);
        double[] logarithms = forward(transposed, gradient).logNorms().toArray();
        double[] reversed = new double[logarithms.length];
        Arrays.setAll(reversed, k -> logarithms[logarithms.length - 1 - k]);
        return new DepthProfile(Vector.of(reversed));
    }

    private static int shift(double[] x, String where) {
        double largest = 0;
        for (int i = 0; i < x.length; i++) {
            if (!Double.isFinite(x[i])) {
                throw new IllegalArgumentException(
                        "vectors must be finite, but " + where + " entry " + i + " was " + x[i]);
            }
            largest = Math.max(largest, Math.abs(x[i]));
        }
        return Scaling.exponent(largest);
    }

    private static double[] scaled(double[] x, int shift) {
        return Arrays.stream(x).map(entry -> Scaling.scalb(entry, -shift)).toArray();
    }

    private static double logNorm(double[] x, long exponent) {
        return StrictMath.log(Euclidean.norm(x)) + exponent * StrictMath.log(2);
    }

    /** The mean change of the logarithm an operator, from first to last; 0 of an empty chain. */
    public double rate() {
        int steps = logNorms.size() - 1;
        return steps == 0 ? 0 : (logNorms.get(steps) - logNorms.get(0)) / steps;
    }
}
