package gradlab.verification.expectation;

import gradlab.analysis.interval.Interval;
import gradlab.verification.claim.Evidence;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What is known of the means of a statement in one case.
 *
 * @param exact intervals of those that exact moments give, by {@link Term#key}
 * @param terms the others
 * @param samples a sample of each of the others
 */
record Estimate(Map<Term, Interval> exact, List<Term> terms, List<Sample> samples) {

    /** The middle of everything. */
    Map<String, Interval> points() {
        Map<String, Interval> points = new HashMap<>();
        exact.forEach((term, interval) -> points.put(term.key(), interval));
        for (int i = 0; i < terms.size(); i++) {
            double point = point(terms.get(i), samples.get(i));
            if (Double.isFinite(point)) {
                points.put(terms.get(i).key(), Interval.of(point));
            }
        }
        return points;
    }

    static double point(Term term, Sample sample) {
        return term.kind() == Term.Kind.VARIANCE ? sample.variance() : sample.mean();
    }

    /** Intervals that are all right except with about the given probability. */
    List<MeanInterval> asymptotic(double error) {
        List<MeanInterval> all = new ArrayList<>();
        for (int i = 0; i < terms.size(); i++) {
            all.add(MeanInterval.asymptotic(terms.get(i).kind(), samples.get(i), error / terms.size()));
        }
        return all;
    }

    /**
     * Intervals that are all right except with at most the given probability.
     *
     * @param earlier another estimate, by which the kind of interval is chosen
     */
    List<MeanInterval> valid(double error, Estimate earlier) {
        List<MeanInterval> all = new ArrayList<>();
        for (int i = 0; i < terms.size(); i++) {
            double share = error / terms.size();
            boolean small =
                    MeanInterval.isSmall(earlier.samples.get(i), samples.get(i).size(), share);
            all.add(MeanInterval.valid(terms.get(i).kind(), samples.get(i), share, small));
        }
        return all;
    }

    /** The exact means and some intervals of the others, by {@link Term#key}; those of nothing known are left out. */
    Map<String, Interval> with(List<MeanInterval> intervals) {
        Map<String, Interval> means = new HashMap<>();
        exact.forEach((term, interval) -> means.put(term.key(), interval));
        for (int i = 0; i < terms.size(); i++) {
            if (samples.get(i).size() > 0) {
                means.put(terms.get(i).key(), intervals.get(i).interval());
            }
        }
        return means;
    }

    /** The means as evidence, with intervals of a level. */
    List<Evidence.Mean> means(List<MeanInterval> intervals, double level) {
        List<Evidence.Mean> all = new ArrayList<>();
        exact.forEach((term, interval) -> all.add(Evidence.Mean.exact(term.text(), interval)));
        for (int i = 0; i < terms.size(); i++) {
            Sample sample = samples.get(i);
            all.add(new Evidence.Mean(
                    terms.get(i).text(),
                    false,
                    point(terms.get(i), sample),
                    intervals.get(i).interval().lower(),
                    intervals.get(i).interval().upper(),
                    level,
                    intervals.get(i).method(),
                    sample.drawn(),
                    sample.undefined()));
        }
        return all;
    }
}
