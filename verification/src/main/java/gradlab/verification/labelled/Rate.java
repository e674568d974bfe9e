package gradlab.verification.labelled;

import gradlab.analysis.interval.Interval;
import gradlab.verification.expectation.BinomialInterval;
import java.util.Collection;
import java.util.function.Predicate;

/**
 * A share of runs, with the exact 95 % interval of the probability behind it (clopperpearson1934): [0, 1] of no runs.
 *
 * @param hits of them
 * @param runs all
 * @param least the lower end
 * @param most the upper end
 */
public record Rate(long hits, long runs, double least, double most) {
    private static final double ERROR = 0.05;

    static Rate of(long hits, long runs) {
        if (runs == 0) {
            return new Rate(0, 0, 0, 1);
        }
        Interval interval = BinomialInterval.of(hits, hits, runs, ERROR);
        return new Rate(hits, runs, interval.lower(), interval.upper());
    }

    static Rate of(Collection<Observation> runs, Predicate<Observation> hit) {
        return of(runs.stream().filter(hit).count(), runs.size());
    }

    /** The share; NaN of no runs. */
    public double value() {
        return (double) hits / runs;
    }
}
