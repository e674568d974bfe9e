package gradlab.dynamics.training;

import gradlab.analysis.block.Attention;
import gradlab.analysis.block.AttentionLogits;
import gradlab.analysis.layer.BlockLayer;
import gradlab.analysis.layer.BlockLinearisation;
import gradlab.analysis.layer.Jacobian;
import gradlab.analysis.layer.Layer;
import gradlab.analysis.layer.Layers;
import gradlab.analysis.layer.Linearisation;
import gradlab.analysis.network.ForwardPass;
import gradlab.analysis.network.Network;
import gradlab.analysis.operator.Vector;
import gradlab.analysis.spectrum.SpectralNorm;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The logits and weights of attention layers at one point: mean and variance of the logits of all heads and pairs of tokens,
 * and means over all rows of softmax (one a head and token) of the largest weight p_max and of the norm of the softmax's
 * Jacobian. A row's norm is at most 2 (1 - p_max), so the means are in the same order.
 */
final class AttentionProbe {
    private static final SpectralNorm NORM = SpectralNorm.withDefaults().withRelativeTolerance(1e-12);
    private static final Layer SOFTMAX = Layers.softmax();

    private AttentionProbe() {}

    static Map<String, Double> of(Network network, ForwardPass pass) {
        Map<String, Double> numbers = new LinkedHashMap<>();
        Map<String, Linearisation> all = pass.linearisations();
        network.locations().forEach(location -> {
            if (location.layer() instanceof BlockLayer layer
                    && layer.block() instanceof Attention attention
                    && all.get(location.path()) instanceof BlockLinearisation at) {
                put(numbers, location.path(), rows(attention, logits(attention, layer, at.points())));
            }
        });
        return numbers;
    }

    private static double[] logits(Attention attention, BlockLayer layer, double[] point) {
        AttentionLogits block = new AttentionLogits(attention);
        List<Vector> values = layer.values().subList(0, block.parameters().size());
        return BlockLayer.of(block, values).value(point);
    }

    /** The logits that each softmax is taken of. */
    private static double[][] rows(Attention attention, double[] logits) {
        int tokens = attention.tokens();
        double[][] rows = new double[attention.heads() * tokens][];
        for (int i = 0; i < rows.length; i++) {
            int seen = attention.causal() ? i % tokens + 1 : tokens;
            rows[i] = Arrays.copyOfRange(logits, i * tokens, i * tokens + seen);
        }
        return rows;
    }

    private static void put(Map<String, Double> numbers, String path, double[][] rows) {
        double[] all = Arrays.stream(rows).flatMapToDouble(Arrays::stream).toArray();
        if (!Arrays.stream(all).allMatch(Double::isFinite)) {
            return;
        }
        double mean = mean(all);
        double[] squares = Arrays.stream(all).map(a -> (a - mean) * (a - mean)).toArray();
        numbers.put("attention_logit_mean/" + path, mean);
        numbers.put("attention_logit_variance/" + path, mean(squares));
        double[][] weights = Arrays.stream(rows).map(SOFTMAX::value).toArray(double[][]::new);
        numbers.put(
                "attention_largest_weight/" + path,
                mean(Arrays.stream(weights)
                        .mapToDouble(p -> Arrays.stream(p).max().orElse(0))
                        .toArray()));
        numbers.put(
                "softmax_jacobian_norm/" + path,
                mean(Arrays.stream(rows)
                        .mapToDouble(row -> NORM.of(Jacobian.of(SOFTMAX, row)).value())
                        .toArray()));
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }
}
