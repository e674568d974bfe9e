package gradlab.dynamics.training;

import gradlab.analysis.layer.RecurrentPass;
import gradlab.analysis.network.ForwardPass;
import gradlab.analysis.random.RandomStream;
import gradlab.analysis.spectrum.Euclidean;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Finite-time Lyapunov exponents of recurrent layers along one sequence, per step, natural logarithm: with Q R = J_t Q at every
 * step from a random Q, the means of ln r_ii over the steps (benettin1980). The largest few; what is minus infinity is left
 * out.
 */
final class LyapunovProbe {
    private static final int MOST = 4;

    private LyapunovProbe() {}

    static Map<String, Double> of(ForwardPass pass) {
        Map<String, Double> numbers = new LinkedHashMap<>();
        pass.linearisations().forEach((path, at) -> {
            if (at instanceof RecurrentPass recurrent) {
                double[] exponents = exponents(recurrent);
                for (int i = 0; i < exponents.length; i++) {
                    if (Double.isFinite(exponents[i])) {
                        numbers.put("lyapunov_exponent/" + path + "/" + (i + 1), exponents[i]);
                    }
                }
            }
        });
        return numbers;
    }

    private static double[] exponents(RecurrentPass pass) {
        int length = pass.state();
        int count = Math.min(MOST, length);
        double[][] columns = new double[count][];
        for (int j = 0; j < count; j++) {
            columns[j] = RandomStream.of(0, "tangents").split(j).gaussians(length);
        }
        orthonormalise(columns);
        double[] sums = new double[count];
        for (int t = 0; t < pass.steps(); t++) {
            for (int j = 0; j < count; j++) {
                columns[j] = pass.stateTangent(t, columns[j]);
            }
            double[] lengths = orthonormalise(columns);
            for (int j = 0; j < count; j++) {
                sums[j] += StrictMath.log(lengths[j]) / pass.steps();
            }
        }
        return sums;
    }

    /** Gram and Schmidt, each column twice; the lengths that were left. A column of which nothing is left stays 0. */
    private static double[] orthonormalise(double[][] columns) {
        double[] lengths = new double[columns.length];
        for (int j = 0; j < columns.length; j++) {
            lengths[j] = 1;
            for (int pass = 0; pass < 2; pass++) {
                for (int i = 0; i < j; i++) {
                    double along = Euclidean.dot(columns[i], columns[j]);
                    for (int e = 0; e < columns[j].length; e++) {
                        columns[j][e] -= along * columns[i][e];
                    }
                }
                double length = Euclidean.norm(columns[j]);
                lengths[j] *= length;
                for (int e = 0; length > 0 && e < columns[j].length; e++) {
                    columns[j][e] /= length;
                }
            }
        }
        return lengths;
    }
}
