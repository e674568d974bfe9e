package gradlab.dynamics.blueprint;

import gradlab.analysis.arithmetic.FloatFormat;
import gradlab.analysis.layer.Layer;
import gradlab.analysis.layer.Linearisation;
import gradlab.analysis.layer.ParameterBlock;
import gradlab.analysis.layer.WrappedLinearisation;
import java.util.List;

/**
 * A layer between which and its neighbours numbers pass in a short format: inputs, values, gradients by inputs and by
 * parameters are rounded to it, what happens inside is binary64, as in units that accumulate in a wider format.
 * Derivatives other than the backward pass are those of the layer itself.
 *
 * @param inner the layer, its parameters rounded already
 * @param format the format
 */
record RoundedLayer(Layer inner, FloatFormat format) implements Layer {
    /** The array itself, its entries rounded. */
    static double[] rounded(double[] values, FloatFormat format) {
        for (int i = 0; i < values.length; i++) {
            values[i] = format.round(values[i]);
        }
        return values;
    }

    @Override
    public int outputs(int inputs) {
        return inner.outputs(inputs);
    }

    @Override
    public List<ParameterBlock> parameterBlocks() {
        return inner.parameterBlocks();
    }

    @Override
    public double[] parameters() {
        return inner.parameters();
    }

    @Override
    public Layer withParameters(double[] parameters) {
        return new RoundedLayer(inner.withParameters(rounded(parameters.clone(), format)), format);
    }

    @Override
    public Linearisation at(double[] x, int batch) {
        return new At(inner.at(rounded(x.clone(), format), batch), format, inner.parameterCount());
    }

    private record At(Linearisation inner, FloatFormat format, int parameters) implements WrappedLinearisation {
        @Override
        public double[] value() {
            return rounded(inner.value(), format);
        }

        @Override
        public double[] backward(double[] dy, double[] gradient, int offset) {
            double[] own = new double[parameters];
            double[] dx = inner.backward(rounded(dy.clone(), format), own, 0);
            for (int i = 0; i < own.length; i++) {
                gradient[offset + i] += format.round(own[i]);
            }
            return rounded(dx, format);
        }
    }
}
