package gradlab.dynamics.euler;

import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * The order at which errors fall with the step: the slope p of ln e = ln C + p ln h by least squares over the asymptotic range.
 *
 * <p>Steps halve from one error to the next. Errors near rounding or near the error of the reference are left out; of the others
 * the range is the longest tail whose local orders lg(e_k/e_(k+1)) differ from the last one by at most 0.05, at least three
 * errors. The errors are deterministic, so the standard error says how straight the line is and not how likely: it is that of the
 * slope, or half the spread of the local orders where that is larger.
 *
 * @param order p; empty without such a range
 * @param standardError of p
 * @param first the place of the first error of the range
 * @param last the place of the last one
 * @param reason why there is no order, else empty
 */
public record OrderFit(OptionalDouble order, OptionalDouble standardError, int first, int last, String reason) {
    private static final int FEWEST = 3;
    private static final int LOOKED_BACK = 4;
    private static final double TOLERANCE = 0.05;

    /**
     * Fits.
     *
     * @param steps descending
     * @param errors as many, not negative or not finite
     * @param floor errors below are noise
     */
    static OrderFit of(List<Double> steps, List<Double> errors, double floor) {
        int last = errors.size() - 1;
        while (last >= 0 && !(errors.get(last) > floor && errors.get(last) < Double.POSITIVE_INFINITY)) {
            last--;
        }
        if (last + 1 < FEWEST) {
            return none(
                    last < 0 && errors.stream().allMatch(e -> e <= floor)
                            ? "all errors are at the rounding level: the method is exact here"
                            : "fewer than " + FEWEST + " errors above rounding");
        }
        double finest = local(errors, last - 1);
        int first = last;
        while (first > 0 && Math.abs(local(errors, first - 1) - finest) <= TOLERANCE) {
            first--;
        }
        if (last - first + 1 < FEWEST) {
            return none(scatter(errors, Math.max(0, last - LOOKED_BACK), last));
        }
        return fitted(steps, errors, first, last);
    }

    private static String scatter(List<Double> errors, int first, int last) {
        double middle = local(errors, last - 1);
        double half = spread(errors, first, last);
        return String.format(
                Locale.ROOT,
                "the errors fall along no line: the last local order is %.2f, those before differ by up to %.2f; more steps"
                        + " are needed, or the branch has kinks on the way",
                middle,
                2 * half);
    }

    private static OrderFit none(String reason) {
        return new OrderFit(OptionalDouble.empty(), OptionalDouble.empty(), -1, -1, reason);
    }

    /** NaN, which passes no comparison, where an error is not finite. */
    private static double local(List<Double> errors, int k) {
        return (StrictMath.log(errors.get(k)) - StrictMath.log(errors.get(k + 1))) / StrictMath.log(2);
    }

    private static OrderFit fitted(List<Double> steps, List<Double> errors, int first, int last) {
        int n = last - first + 1;
        double meanX = 0;
        double meanY = 0;
        for (int k = first; k <= last; k++) {
            meanX += StrictMath.log(steps.get(k)) / n;
            meanY += StrictMath.log(errors.get(k)) / n;
        }
        double xx = 0;
        double xy = 0;
        for (int k = first; k <= last; k++) {
            double x = StrictMath.log(steps.get(k)) - meanX;
            xx += x * x;
            xy += x * (StrictMath.log(errors.get(k)) - meanY);
        }
        double slope = xy / xx;
        double rest = 0;
        for (int k = first; k <= last; k++) {
            double off = StrictMath.log(errors.get(k)) - meanY - slope * (StrictMath.log(steps.get(k)) - meanX);
            rest += off * off;
        }
        return new OrderFit(
                OptionalDouble.of(slope),
                OptionalDouble.of(Math.max(Math.sqrt(rest / (n - 2) / xx), spread(errors, first, last))),
                first,
                last,
                "");
    }

    private static double spread(List<Double> errors, int first, int last) {
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (int k = first; k < last; k++) {
            least = Math.min(least, local(errors, k));
            most = Math.max(most, local(errors, k));
        }
        return (most - least) / 2;
    }
}
