package gradlab.analysis.tensor;

/** The logistic function in binary64, without overflow and with full relative accuracy in both tails. */
final class Logistic {
    private Logistic() {}

    /** 1/(1 + e^-x). */
    static double sigmoid(double x) {
        double e = StrictMath.exp(-Math.abs(x));
        return x >= 0 ? 1 / (1 + e) : e / (1 + e);
    }

    /** e/(1 + e)² with e = e^-|x|. */
    static double slope(double x) {
        double e = StrictMath.exp(-Math.abs(x));
        return e / ((1 + e) * (1 + e));
    }

    /** 1/cosh(x)², which 1 - tanh(x)² would round to 0 from 19 on. */
    static double sechSquared(double x) {
        double cosh = StrictMath.cosh(x);
        return 1 / cosh / cosh;
    }
}
