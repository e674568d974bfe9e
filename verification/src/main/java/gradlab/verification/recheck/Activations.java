package gradlab.verification.recheck;

import static gradlab.verification.recheck.Num.ONE;
import static gradlab.verification.recheck.Num.TWO;
import static gradlab.verification.recheck.Num.ZERO;

import gradlab.verification.recheck.Curve.Extremum;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Activation functions and their slopes. Their extrema are those of mpmath 1.3.0: {@code mp.dps = 60; f = lambda x: x/(1 +
 * exp(-x)); r = findroot(lambda x: diff(f, x), -1.28); r, f(r)}, of slopes with {@code diff(f, x, 2)} and {@code
 * diff(f, r)}; likewise of the other functions.
 */
final class Activations {
    private static final Num THREE = Num.of(3);
    private static final Num FOUR = Num.of(4);
    private static final Num ROOT_OF_TWO = TWO.sqrt();
    private static final Num GELU_SCALE = TWO.multiply(TWO.divide(Series.PI).sqrt());
    private static final Num GELU_CUBIC = Num.of(44715).divide(Num.of(1_000_000));
    private static final Num SELU_SCALE = decimals("1050700987355480493419334985295");
    private static final Num SELU_LEFT = SELU_SCALE.multiply(decimals("1673263242354377284817042991672"));
    /** Beyond this e^-x is below 2^-400. */
    private static final Rational FAR = Rational.of(300);

    private static final Num TINY = Num.between(Rational.ZERO, Rational.powerOfTwo(-400));

    /** The layers by name. */
    static final Map<String, Layer> LAYERS = Map.of(
            "softplus", Layer.pointwise(rising(Activations::softplus)::of, Series::sigmoid),
            "elu", Layer.pointwise(rising(Activations::elu)::of, x -> Series.exp(min(x, ZERO))),
            "selu", Layer.pointwise(rising(Activations::selu)::of, Activations::seluSlope),
            "hard_swish", Layer.pointwise(hardSwish()::of, Activations::hardSwishSlope),
            "gelu", gelu(),
            "gelu_tanh", geluTanh(),
            "silu", silu(),
            "mish", mish());

    private Activations() {}

    private static Num decimals(String thirty) {
        return Num.of(Rational.of(new BigInteger(thirty)).divide(Rational.of(BigInteger.TEN.pow(30))));
    }

    private static Curve rising(Function<Rational, Num> f) {
        return new Curve(f, List.of());
    }

    private static Num min(Num a, Num b) {
        return a.negate().max(b.negate()).negate();
    }

    private static boolean isFar(Rational x) {
        return x.compareTo(FAR) > 0;
    }

    private static Num softplus(Rational x) {
        return isFar(x) ? Num.of(x).add(TINY) : isFar(x.negate()) ? TINY : Series.log(ONE.add(Series.exp(Num.of(x))));
    }

    private static Num elu(Rational x) {
        return x.signum() >= 0 ? Num.of(x) : Series.exp(Num.of(x)).subtract(ONE);
    }

    private static Num selu(Rational x) {
        return (x.signum() >= 0 ? SELU_SCALE : SELU_LEFT).multiply(elu(x));
    }

    private static Num seluSlope(Num x) {
        if (x.containsZero()) {
            throw NoValue.of(x.isZero(), "slope at a kink");
        }
        return x.low.signum() > 0 ? SELU_SCALE : SELU_LEFT.multiply(Series.exp(x));
    }

    /** x (x + 3)/6 between -3 and 3, with its minimum -3/8 at -3/2; 0 and x outside. */
    private static Curve hardSwish() {
        Num place = Num.of(-3).divide(TWO);
        return new Curve(
                x -> {
                    Num at = Num.of(x);
                    Num gate = min(at.add(THREE).max(ZERO), Num.of(6));
                    return at.multiply(gate).divide(Num.of(6));
                },
                List.of(new Extremum(place, place.divide(FOUR))));
    }

    private static Num hardSwishSlope(Num x) {
        for (Num kink : List.of(THREE, THREE.negate())) {
            if (x.subtract(kink).containsZero()) {
                throw NoValue.of(x.isPoint(), "slope at a kink");
            }
        }
        if (x.high.compareTo(Rational.of(-3)) < 0) {
            return ZERO;
        }
        return x.low.compareTo(Rational.of(3)) > 0
                ? ONE
                : TWO.multiply(x).add(THREE).divide(Num.of(6));
    }

    /** x Phi(x), slope Phi(x) + x phi(x); the slope's own slope is phi(x) (2 - x²). */
    private static Layer gelu() {
        Num steepest = Num.of(1).multiply(ROOT_OF_TWO);
        Curve value = new Curve(
                x -> Num.of(x).multiply(normal(x)),
                List.of(Extremum.at("-0.7517915246935644574579049", "-0.1699712074799036616938684")));
        Curve slope = new Curve(
                x -> normal(x).add(Num.of(x).multiply(density(x))),
                List.of(
                        new Extremum(steepest, decimal("1.1289041451851547863407444")),
                        new Extremum(steepest.negate(), decimal("-0.1289041451851547863407444"))));
        return Layer.pointwise(value::of, slope::of);
    }

    private static Num decimal(String digits) {
        return Extremum.at(digits, digits).value();
    }

    private static Num normal(Rational x) {
        return ONE.add(Series.erf(Num.of(x).divide(ROOT_OF_TWO))).divide(TWO);
    }

    private static Num density(Rational x) {
        Num power = Num.of(x.multiply(x)).divide(TWO).negate();
        return Series.exp(power).divide(TWO.multiply(Series.PI).sqrt());
    }

    /** x S(w), slope S(w) (1 + x w' S(-w)) for the sigmoid S and w = 2 sqrt(2/pi) (x + 0.044715 x³). */
    private static Layer geluTanh() {
        Function<Rational, Num> w = x -> Num.of(x).multiply(GELU_SCALE).multiply(bend(x, GELU_CUBIC));
        Function<Rational, Num> change = x -> GELU_SCALE.multiply(bend(x, THREE.multiply(GELU_CUBIC)));
        return gated(
                w,
                change,
                Extremum.at("-0.7524614220710162584879544", "-0.1700407505712540506390674"),
                Extremum.at("1.4185040087908283555480335", "1.1289930686587717654559044"),
                Extremum.at("-1.4185040087908283555480335", "-0.1289930686587717654559044"));
    }

    private static Num bend(Rational x, Num factor) {
        return ONE.add(factor.multiply(Num.of(x.multiply(x))));
    }

    private static Layer silu() {
        return gated(
                Num::of,
                x -> ONE,
                Extremum.at("-1.2784645427610737951093587", "-0.2784645427610737951093587"),
                Extremum.at("2.3993572805154676678327396", "1.0998393201288669169581849"),
                Extremum.at("-2.3993572805154676678327396", "-0.0998393201288669169581849"));
    }

    private static Layer gated(
            Function<Rational, Num> w,
            Function<Rational, Num> change,
            Extremum least,
            Extremum most,
            Extremum falling) {
        Curve value = new Curve(x -> Num.of(x).multiply(Series.sigmoid(w.apply(x))), List.of(least));
        Curve slope = new Curve(
                x -> {
                    Num ramp = Num.of(x)
                            .multiply(change.apply(x))
                            .multiply(Series.sigmoid(w.apply(x).negate()));
                    return Series.sigmoid(w.apply(x)).multiply(ONE.add(ramp));
                },
                List.of(most, falling));
        return Layer.pointwise(value::of, slope::of);
    }

    /** x T, slope T + x S(x) (1 - T²) for T = tanh(log(1 + e^x)) = (w² - 1)/(w² + 1), w = 1 + e^x. */
    private static Layer mish() {
        Curve value = new Curve(
                x -> Num.of(x).multiply(gate(x)),
                List.of(Extremum.at("-1.1924312145154952121375883", "-0.3088434130172504066287602")));
        Curve slope = new Curve(
                x -> {
                    Num gate = gate(x);
                    Num rest = ONE.subtract(gate.multiply(gate)).multiply(Series.sigmoid(Num.of(x)));
                    return gate.add(Num.of(x).multiply(rest));
                },
                List.of(
                        Extremum.at("1.4905711794854284592944189", "1.0884981612517278612282936"),
                        Extremum.at("-2.2563763963607931200057485", "-0.1125261223894625564073279")));
        return Layer.pointwise(value::of, slope::of);
    }

    private static Num gate(Rational x) {
        if (isFar(x.abs())) {
            return x.signum() > 0 ? ONE.subtract(TINY) : TINY;
        }
        Num w = ONE.add(Series.exp(Num.of(x)));
        Num square = w.multiply(w);
        return square.subtract(ONE).divide(square.add(ONE));
    }
}
