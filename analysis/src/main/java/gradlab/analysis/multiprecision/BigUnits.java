package gradlab.analysis.multiprecision;

import gradlab.analysis.arithmetic.Definedness;
import gradlab.analysis.arithmetic.NoValueException;
import gradlab.analysis.arithmetic.Transcendental;

/** The elementary functions and the units of networks, by name, where they have a value. */
final class BigUnits {
    private static final BigInterval CUBIC = BigInterval.of(44_715).divide(BigInterval.of(1_000_000));
    private static final BigInterval GELU_SCALE =
            BigInterval.TWO.divide(BigElementary.PI).sqrt();

    private BigUnits() {}

    static BigInterval apply(Transcendental function, BigInterval x) {
        return switch (function) {
            case EXP -> BigElementary.exp(x);
            case LOG -> BigElementary.log(above(x, BigFloat.ZERO));
            case LOG2 -> BigElementary.log(above(x, BigFloat.ZERO)).divide(BigElementary.LN2);
            case SIN -> BigElementary.sin(x);
            case COS -> BigElementary.cos(x);
            case TAN -> tan(x);
            case TANH -> BigElementary.tanh(x);
            case TANH_SLOPE -> BigElementary.sigmoidSlope(x.scaled(1)).scaled(2);
            case SIGMOID -> BigElementary.sigmoid(x);
            case SIGMOID_SLOPE -> BigElementary.sigmoidSlope(x);
            case ERF -> BigElementary.erf(x);
            case EXPM1 -> BigElementary.expm1(x);
            case LOG1P -> BigElementary.log1p(above(x, BigFloat.ONE.negate()));
            case SOFTPLUS -> BigElementary.softplus(x);
            case GELU -> x.multiply(normal(x));
            case GELU_SLOPE -> normal(x).add(x.multiply(normalDensity(x)));
            case GELU_TANH -> x.multiply(BigElementary.sigmoid(argument(x)));
            case GELU_TANH_SLOPE -> gated(x, argument(x), argumentSlope(x));
            case SILU -> x.multiply(BigElementary.sigmoid(x));
            case SILU_SLOPE -> gated(x, x, BigInterval.ONE);
            case MISH -> x.multiply(BigElementary.tanh(BigElementary.softplus(x)));
            case MISH_SLOPE -> mishSlope(x);
        };
    }

    private static BigInterval above(BigInterval x, BigFloat bound) {
        Definedness.logarithm(x.low().compareTo(bound) <= 0, x.high().compareTo(bound) <= 0);
        return x;
    }

    private static BigInterval tan(BigInterval x) {
        BigInterval cosine = BigElementary.cos(x);
        if (cosine.containsZero()) {
            throw NoValueException.undecided("a tangent near its pole");
        }
        return BigElementary.sin(x).divide(cosine);
    }

    /** The normal distribution function. */
    private static BigInterval normal(BigInterval x) {
        return BigElementary.erf(x.divide(BigInterval.TWO.sqrt()))
                .add(BigInterval.ONE)
                .scaled(-1);
    }

    private static BigInterval normalDensity(BigInterval x) {
        return BigElementary.exp(x.square().scaled(-1).negate())
                .divide(BigElementary.PI.scaled(1).sqrt());
    }

    /** w with (1 + tanh(w/2))/2 = S(w) as the gate of the form of GELU with tanh. */
    private static BigInterval argument(BigInterval x) {
        return x.square()
                .multiply(CUBIC)
                .add(BigInterval.ONE)
                .multiply(x)
                .multiply(GELU_SCALE)
                .scaled(1);
    }

    private static BigInterval argumentSlope(BigInterval x) {
        return x.square()
                .multiply(CUBIC)
                .multiply(BigInterval.of(3))
                .add(BigInterval.ONE)
                .multiply(GELU_SCALE)
                .scaled(1);
    }

    /** The slope of x S(w(x)): S(w) + x w' S'(w). */
    private static BigInterval gated(BigInterval x, BigInterval w, BigInterval slope) {
        return BigElementary.sigmoid(w).add(x.multiply(slope).multiply(BigElementary.sigmoidSlope(w)));
    }

    /** tanh s + x S(x)/cosh(s)² with s = log(1 + e^x). */
    private static BigInterval mishSlope(BigInterval x) {
        BigInterval s = BigElementary.softplus(x);
        BigInterval slope = apply(Transcendental.TANH_SLOPE, s);
        return BigElementary.tanh(s).add(x.multiply(slope).multiply(BigElementary.sigmoid(x)));
    }
}
