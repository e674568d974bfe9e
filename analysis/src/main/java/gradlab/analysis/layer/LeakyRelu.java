package gradlab.analysis.layer;

import gradlab.analysis.tensor.RectifiedPairs;
import gradlab.analysis.tensor.ScalarFunction;

/** x for x > 0, slope * x below; the negative slope is taken at 0, as 0 is for ReLU. */
record LeakyRelu(double negativeSlope) implements ScalarFunction {
    LeakyRelu {
        Checks.finite("negativeSlope", negativeSlope);
    }

    @Override
    public double value(double x) {
        return RectifiedPairs.LEAKY_RELU.value(x, negativeSlope);
    }

    @Override
    public double slope(double x) {
        return RectifiedPairs.LEAKY_RELU.slopeLeft(x, negativeSlope);
    }

    @Override
    public boolean hasCurvature() {
        return true;
    }

    @Override
    public double curvature(double x) {
        return 0;
    }

    @Override
    public boolean kink(double x) {
        return RectifiedPairs.LEAKY_RELU.kink(x, negativeSlope);
    }
}
