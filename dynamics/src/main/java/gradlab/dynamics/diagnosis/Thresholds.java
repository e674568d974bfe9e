package gradlab.dynamics.diagnosis;

/**
 * The thresholds of all detectors, in one place. None is fitted to runs; each comes from the theory named.
 *
 * @param normRatio 10: a gradient norm beyond ten times the norm of usual updates. Clipping at half to ten times the average
 *     norm still lets a network converge (pascanu2013), so an update beyond that range is none that training could have used.
 *     Of weights: in a network of two or more homogeneous layers, weights k times as large multiply gradients by k at
 *     least, so the same k = 10
 * @param depthScales 6, in e-foldings of the squared norm, that is 3 of the norm: mean-field theory has squared gradients shrink
 *     or grow as exp(-depth/xi), and networks deeper than six depth scales do not train (schoenholz2017)
 * @param roundoff 2^-24, of binary32: numbers that change by less than this part of themselves do not change
 * @param learned 1/2: a run whose loss has fallen by half has learned; what would have kept it from learning needs stronger evidence
 * @param noticeable 1/20 of the first loss: less is not called progress
 * @param unitShare 1/2: of He's variance factor 2, a layer with dead share p passes on 2 (1 - p) at most, below 1 from p = 1/2 on
 *     (he2015)
 * @param clippedAlways 9/10: clipping that acts on more steps than this sets the length of practically every update
 * @param catapult 2, times the optimiser's limit: gradient descent survives a sharpness between 2/rate and 4/rate by moving to flatter
 *     places, and diverges beyond (lewkowycz2020)
 */
public record Thresholds(
        double normRatio,
        double depthScales,
        double roundoff,
        double learned,
        double noticeable,
        double unitShare,
        double clippedAlways,
        double catapult) {

    /** Those that the theory gives. */
    public static Thresholds ofTheory() {
        return new Thresholds(10, 6, 0x1p-24, 0.5, 0.05, 0.5, 0.9, 2);
    }
}
