package gradlab.dynamics.signal;

import java.util.List;
import java.util.OptionalDouble;

/**
 * What mean-field theory says of one way to draw an infinitely wide fully connected network.
 *
 * @param phi the activation function
 * @param variances how weights and biases are drawn
 * @param outcome what becomes of the variance q of the pre-activations
 * @param variance q*, where q goes from the inputs; infinite where it diverges, any number where every q stays
 * @param variancePoints all finite fixed points of the variance map, ascending
 * @param chi chi_1: the factor of the mean squared gradient, and of a small squared difference of signals, a layer
 * @param correlation c*, where the correlation of two inputs goes
 * @param correlationPoints all fixed points of the correlation map, ascending; where every correlation stays, 1 alone
 * @param everyCorrelationStays whether the map is the identity: lines, and signals that vanish in the smooth range of phi
 * @param chiAtCorrelation the slope of the correlation map at c*
 * @param varianceDepth xi_q = -1/ln V'(q*): layers in which the distance of q from q* falls by e; absent where V' is 1 or q diverges
 * @param correlationDepth xi_c = -1/ln C'(c*), likewise of c; where q* = 0, of the squared distance of two signals; absent if
 *     the slope is 1
 * @param gradientDepth 1/|ln chi_1|: layers in which the squared gradient changes by e; absent at chi_1 = 1
 * @param verdict what chi_1 says
 */
public record PhasePoint(
        Nonlinearity phi,
        Variances variances,
        Outcome outcome,
        Estimate variance,
        List<FixedPoint> variancePoints,
        Estimate chi,
        Estimate correlation,
        List<FixedPoint> correlationPoints,
        boolean everyCorrelationStays,
        double chiAtCorrelation,
        OptionalDouble varianceDepth,
        OptionalDouble correlationDepth,
        OptionalDouble gradientDepth,
        Verdict verdict) {
    /** How many depth scales xi_c a network may be deep and still train, as measured by schoenholz2017. */
    public static final double TRAINABLE_SCALES = 6;

    /** Copies the lists. */
    public PhasePoint {
        variancePoints = List.copyOf(variancePoints);
        correlationPoints = List.copyOf(correlationPoints);
    }

    /** What becomes of the variance. */
    public enum Outcome {
        /** It settles at a positive number. */
        SETTLES("none needed"),
        /** It falls to 0. */
        VANISHES("give biases a variance, or larger weights, if signals should keep a size"),
        /** Every variance stays as it is. */
        STAYS("none needed"),
        /** It grows without bound. */
        DIVERGES("lower the weight variance, or normalise");

        private final String advice;

        Outcome(String advice) {
            this.advice = advice;
        }

        /** What to do about it. */
        public String advice() {
            return advice;
        }
    }

    /** The phases of schoenholz2017, told by chi_1 alone. */
    public enum Verdict {
        /** chi_1 below 1: gradients vanish and signals become alike. */
        ORDERED,
        /** chi_1 within 1e-6 of 1: depth scales above a million layers. */
        CRITICAL,
        /** chi_1 above 1: gradients explode. */
        CHAOTIC;

        private static final double CRITICAL_WIDTH = 1e-6;

        /** The verdict of a growth factor. */
        public static Verdict of(double chi) {
            return Math.abs(chi - 1) <= CRITICAL_WIDTH ? CRITICAL : chi < 1 ? ORDERED : CHAOTIC;
        }
    }

    /** 6 xi_c, or infinity where xi_c is. */
    public double trainableDepth() {
        return TRAINABLE_SCALES * correlationDepth.orElse(Double.POSITIVE_INFINITY);
    }

    /** ln(chi_1)/2: the largest Lyapunov exponent of the recurrent network that uses one such layer again and again. */
    public double lyapunovExponent() {
        return StrictMath.log(chi.value()) / 2;
    }

    /** The factor of the mean squared gradient over a number of layers, chi_1^layers. */
    public double gradientGrowth(int layers) {
        return StrictMath.pow(chi.value(), layers);
    }
}
