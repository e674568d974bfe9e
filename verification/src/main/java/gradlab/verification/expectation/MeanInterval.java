package gradlab.verification.expectation;

import gradlab.analysis.interval.Interval;

/**
 * Intervals of what a sample estimates.
 *
 * <p>Valid ones, whatever the distribution: of a probability the exact binomial one; of a mean of values in a range of
 * width R Hoeffding's, R sqrt(ln(2/a)/(2n)), or the empirical Bernstein one, sqrt(2 V ln(4/a)/n) + 7 R ln(4/a)/(3(n - 1)),
 * V the sample variance (maurerpontil2009, theorem 4); of a standard deviation sqrt(V) +- R sqrt(2 ln(2/a)/(n - 1))
 * (theorem 10). Of unbounded values there is none.
 *
 * <p>Asymptotic ones, by the central limit theorem, can support a claim and never refute one; none is given where a single
 * value moves the mean as far as the interval reaches, which is what heavy tails do.
 *
 * @param interval the interval
 * @param method how it was found, in words
 */
record MeanInterval(Interval interval, String method) {

    /** A value may move the mean by at most this part of half the interval. */
    private static final double MOST_WEIGHT = 0.1;

    private static final MeanInterval NONE = new MeanInterval(Interval.ENTIRE, "none");

    /** An interval that misses with at most a given probability, whatever the distribution. */
    static MeanInterval valid(Term.Kind kind, Sample sample, double error, boolean small) {
        if (kind == Term.Kind.PROBABILITY) {
            return probability(sample, error);
        }
        if (sample.undefined() > 0) {
            return new MeanInterval(Interval.ENTIRE, "none: " + sample.undefined() + " draws had no value");
        }
        if (!sample.range().isFinite() || sample.size() < 2) {
            return new MeanInterval(Interval.ENTIRE, "none: the values are not bounded");
        }
        return kind == Term.Kind.MEAN ? mean(sample, error, small) : variance(sample, error);
    }

    /** An interval that misses with about a given probability if the sample is large. */
    static MeanInterval asymptotic(Term.Kind kind, Sample sample, double error) {
        if (kind == Term.Kind.PROBABILITY) {
            return probability(sample, error);
        }
        if (sample.undefined() > 0 || sample.size() < 2) {
            return new MeanInterval(Interval.ENTIRE, "none: " + sample.undefined() + " draws had no value");
        }
        double mean = sample.mean();
        double second = sample.central(mean, 2);
        boolean ofMean = kind == Term.Kind.MEAN;
        double spread = ofMean ? second : sample.central(mean, 4) - second * second;
        double center = ofMean ? mean : sample.variance();
        double half = Normal.quantile(error) * Math.sqrt(Math.max(0, spread) / sample.size());
        if (isDominated(sample, mean, second, ofMean, half)) {
            return new MeanInterval(Interval.ENTIRE, "none: few values dominate the sample");
        }
        double blur = ofMean ? sample.blur() : 4 * sample.blur() * Math.sqrt(second);
        return of(center - half - blur, center + half + blur, "central limit theorem");
    }

    private static boolean isDominated(Sample sample, double mean, double second, boolean ofMean, double half) {
        double largest = 0;
        for (int i = 0; i < sample.size(); i++) {
            double distance = Math.abs(sample.value(i) - mean);
            largest = Math.max(largest, ofMean ? distance : Math.abs(distance * distance - second));
        }
        return !(largest / sample.size() <= MOST_WEIGHT * half) && largest > 0;
    }

    private static MeanInterval probability(Sample sample, double error) {
        if (sample.drawn() == 0) {
            return NONE;
        }
        return new MeanInterval(
                BinomialInterval.of(sample.certain(), sample.possible(), sample.drawn(), error),
                "exact binomial (Clopper and Pearson)");
    }

    private static MeanInterval mean(Sample sample, double error, boolean small) {
        double n = sample.size();
        double width = sample.range().width();
        double logarithm = StrictMath.log(4 / error);
        double bernstein = Math.sqrt(2 * sample.variance() * logarithm / n) + 7 * width * logarithm / (3 * (n - 1));
        double hoeffding = width * Math.sqrt(StrictMath.log(2 / error) / (2 * n));
        double half = (small ? bernstein : hoeffding) + sample.blur();
        return within(
                sample.range(),
                of(sample.mean() - half, sample.mean() + half, small ? "empirical Bernstein" : "Hoeffding"));
    }

    private static MeanInterval variance(Sample sample, double error) {
        double width = sample.range().width();
        double half = width * Math.sqrt(2 * StrictMath.log(2 / error) / (sample.size() - 1.0)) + 2 * sample.blur();
        double deviation = Math.sqrt(sample.variance());
        double low = Math.max(0, deviation - half);
        double high = Math.min(width / 2, deviation + half);
        return of(low * low, high * high, "Maurer and Pontil");
    }

    private static MeanInterval within(Interval range, MeanInterval found) {
        return new MeanInterval(found.interval.intersect(range), found.method);
    }

    /** Ends a little apart, for the rounding of the sums behind them. */
    private static MeanInterval of(double low, double high, String method) {
        if (!Double.isFinite(low) || !Double.isFinite(high)) {
            return new MeanInterval(Interval.ENTIRE, "none: overflow");
        }
        double rounding = 1e-12 * Math.max(Math.abs(low), Math.abs(high));
        return new MeanInterval(new Interval(low - rounding, high + rounding), method);
    }

    /** Whether the empirical Bernstein interval promises to be the narrower one, judged by an earlier sample. */
    static boolean isSmall(Sample earlier, int size, double error) {
        if (earlier.size() < 2 || !earlier.range().isFinite()) {
            return false;
        }
        double width = earlier.range().width();
        double logarithm = StrictMath.log(4 / error);
        double bernstein =
                Math.sqrt(2 * earlier.variance() * logarithm / size) + 7 * width * logarithm / (3.0 * (size - 1));
        return bernstein < width * Math.sqrt(StrictMath.log(2 / error) / (2.0 * size));
    }
}
