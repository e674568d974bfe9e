package gradlab.analysis.layer;

/** x for x > 0, slope * x below; the negative slope is taken at 0, as 0 is for ReLU. */
record LeakyRelu(double negativeSlope) implements ScalarFunction {
    LeakyRelu {
        Checks.finite("negativeSlope", negativeSlope);
    }

    @Override
    public double value(double x) {
        return x > 0 ? x : negativeSlope * x;
    }

    @Override
    public double slope(double x) {
        return x > 0 ? 1 : negativeSlope;
    }

    @Override
    public boolean kink(double x) {
        return x == 0 && negativeSlope != 1;
    }

    @Override
    public String toString() {
        return "leaky_relu(" + negativeSlope + ")";
    }
}
