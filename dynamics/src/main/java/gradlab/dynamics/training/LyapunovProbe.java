package gradlab.dynamics.training;

import gradlab.analysis.backend.DenseKernels;
import gradlab.analysis.backend.ThinQr;
import gradlab.analysis.layer.RecurrentPass;
import gradlab.analysis.network.ForwardPass;
import gradlab.analysis.random.RandomStream;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Finite-time Lyapunov exponents of recurrent layers along one sequence, per step, natural logarithm: with Q R = J_t Q at every
 * step from a random Q, the means of ln |r_ii| over the steps (benettin1980). The largest few; what is minus infinity is left
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
        double[] q = DenseKernels.qr(
                        RandomStream.of(0, "tangents").gaussians(length * count), length, count)
                .q()
                .toArray();
        double[] sums = new double[count];
        for (int t = 0; t < pass.steps(); t++) {
            double[] moved = moved(pass, t, q, count);
            for (double entry : moved) {
                if (!Double.isFinite(entry)) {
                    return new double[0];
                }
            }
            ThinQr factors = DenseKernels.qr(moved, length, count);
            q = factors.q().toArray();
            for (int i = 0; i < count; i++) {
                sums[i] += StrictMath.log(Math.abs(factors.r().get(i, i))) / pass.steps();
            }
        }
        return sums;
    }

    private static double[] moved(RecurrentPass pass, int step, double[] q, int count) {
        int length = q.length / count;
        double[] moved = new double[q.length];
        double[] column = new double[length];
        for (int j = 0; j < count; j++) {
            for (int i = 0; i < length; i++) {
                column[i] = q[i * count + j];
            }
            double[] next = pass.stateTangent(step, column);
            for (int i = 0; i < length; i++) {
                moved[i * count + j] = next[i];
            }
        }
        return moved;
    }
}
