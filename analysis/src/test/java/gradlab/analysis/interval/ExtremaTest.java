package gradlab.analysis.interval;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** The slopes of two activations have no extrema but those written down: their own slopes change sign there alone. */
class ExtremaTest {
    private static final Interval TWO = Interval.of(2);
    private static final double STEP = 1.0 / 256;

    /** sign(f'') = sign(x) sign(2 + x w''/w' - x w' tanh(w/2)) for f = x S(w(x)), and x w''/w' = 2 - 2/(1 + 3 c x²). */
    @Test
    void slopeOfTheFormOfGeluWithTanh() {
        UnaryOperator<Interval> bend = x -> {
            Interval w = SigmoidUnits.argument(x);
            Interval power = x.multiply(SigmoidUnits.argumentSlope(x)).multiply(Elementary.tanh(w.divide(TWO)));
            return TWO.add(TWO).subtract(TWO.divide(cubic(x))).subtract(power);
        };
        UnaryOperator<Interval> change = x -> {
            Interval w = SigmoidUnits.argument(x);
            Interval slope = SigmoidUnits.argumentSlope(x);
            Interval rising =
                    SigmoidUnits.CUBIC.multiply(Interval.of(12)).multiply(x).divide(cubic(x).square());
            Interval falling = slope.multiply(Elementary.tanh(w.divide(TWO)));
            Interval also = x.multiply(slope.square())
                    .multiply(Elementary.sechSquared(w.divide(TWO)))
                    .divide(TWO);
            // x w'' tanh(w/2) >= 0 is left out.
            return rising.subtract(falling).subtract(also);
        };
        changesSignOnce(bend, change, 0, 8, 1.418504008790828);
        // Beyond 8 the bend is at most 4 - 8 w'(8) tanh(4) < 0, falling.
        assertThat(bend.apply(Interval.of(8)).upper()).isNegative();
    }

    /** f'' = (1 - T²) s (2 + x (1 - s (1 + 2T))) for Mish, with T = tanh(log(1 + e^x)) and s = S(x). */
    @Test
    void slopeOfMish() {
        UnaryOperator<Interval> bend = x -> TWO.add(x.multiply(rest(x)));
        UnaryOperator<Interval> change = x -> {
            Interval s = Elementary.sigmoid(x);
            Interval gain = Interval.ONE.subtract(tangent(x).square()).multiply(s);
            Interval inner = Elementary.sigmoidSlope(x)
                    .multiply(tangent(x).multiply(TWO).add(Interval.ONE))
                    .add(TWO.multiply(s).multiply(gain));
            return rest(x).subtract(x.multiply(inner));
        };
        changesSignOnce(bend, change, 0, 40, 1.490571179485428);
        changesSignOnce(
                x -> bend.apply(x.negate()), x -> change.apply(x.negate()).negate(), 0, 40, 2.256376396360793);
        // Beyond 40, s (1 + 2T) is above 2.9 on the right and below 0.1 on the left.
        assertThat(rest(Interval.of(40)).upper()).isLessThan(-1.9);
        assertThat(rest(Interval.of(-40)).lower()).isGreaterThan(0.9);
    }

    private static Interval cubic(Interval x) {
        return x.square().multiply(SigmoidUnits.CUBIC).multiply(Interval.of(3)).add(Interval.ONE);
    }

    private static Interval tangent(Interval x) {
        return Elementary.tanh(Exponentials.softplus(x));
    }

    /** 1 - s (1 + 2T). */
    private static Interval rest(Interval x) {
        return Interval.ONE.subtract(
                Elementary.sigmoid(x).multiply(tangent(x).multiply(TWO).add(Interval.ONE)));
    }

    /** Positive before the root, negative behind, and falling in between. */
    private static void changesSignOnce(
            UnaryOperator<Interval> function, UnaryOperator<Interval> slope, double from, double to, double root) {
        for (double x = from; x < to; x += STEP) {
            Interval piece = Interval.of(x, x + STEP);
            if (x + STEP < root - 0.05) {
                assertThat(function.apply(piece).lower()).as("%s", x).isPositive();
            } else if (x > root + 0.05) {
                assertThat(function.apply(piece).upper()).as("%s", x).isNegative();
            } else {
                assertThat(slope.apply(piece).upper()).as("%s", x).isNegative();
            }
        }
    }
}
