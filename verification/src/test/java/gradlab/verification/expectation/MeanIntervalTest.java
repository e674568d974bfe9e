package gradlab.verification.expectation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import gradlab.analysis.interval.Interval;
import gradlab.analysis.random.RandomStream;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Intervals miss no more often than they say. */
final class MeanIntervalTest {

    private static Sample sample(RandomStream stream, int size, Interval range, ToDoubleFunction<RandomStream> draw) {
        List<Interval> values = IntStream.range(0, size)
                .mapToObj(i -> Interval.of(draw.applyAsDouble(stream)))
                .toList();
        return new Sample(values, 0, range);
    }

    /** scipy 1.17.1: scipy.stats.binomtest(k, n).proportion_ci(1 - error, 'exact'). */
    @ParameterizedTest
    @CsvSource({
        "0, 10, 0.05, 0, 0.30849710781876083",
        "3, 10, 0.05, 0.06673951117773447, 0.652452850060008",
        "10, 10, 0.05, 0.6915028921812392, 1",
        "500, 1000, 0.05, 0.46854917297179194, 0.531450827028208",
    })
    void binomial(long hits, long draws, double error, double low, double high) {
        Interval interval = BinomialInterval.of(hits, hits, draws, error);
        assertThat(interval.lower()).isCloseTo(low, within(1e-8)).isLessThanOrEqualTo(low);
        assertThat(interval.upper()).isCloseTo(high, within(1e-8)).isGreaterThanOrEqualTo(high);
    }

    @Test
    void drawsThatCannotBeToldCountBothWays() {
        Interval sure = BinomialInterval.of(40, 40, 100, 0.05);
        Interval open = BinomialInterval.of(40, 60, 100, 0.05);
        assertThat(open.lower()).isEqualTo(sure.lower());
        assertThat(open.upper()).isGreaterThan(sure.upper());
    }

    /** At level 80 % so that misses happen: of 400 intervals at most 80 + 4 standard deviations may miss. */
    @ParameterizedTest
    @CsvSource({"MEAN, true", "MEAN, false", "VARIANCE, false", "PROBABILITY, false"})
    void validIntervalsCover(Term.Kind kind, boolean small) {
        RandomStream stream = RandomStream.of(3, "coverage");
        double truth = kind == Term.Kind.VARIANCE ? 0.3 * 0.7 : 0.3;
        int missed = 0;
        for (int i = 0; i < 400; i++) {
            Sample sample = sample(stream, 200, new Interval(0, 1), s -> s.nextDouble() < 0.3 ? 1 : 0);
            missed += MeanInterval.valid(kind, sample, 0.2, small).interval().contains(truth) ? 0 : 1;
        }
        assertThat(missed).isLessThanOrEqualTo(112);
    }

    /** The asymptotic interval is right about as often as it says: 95 % of 1000, give or take 4 standard deviations. */
    @ParameterizedTest
    @CsvSource({"MEAN, 0", "VARIANCE, 1"})
    void asymptoticIntervalsCover(Term.Kind kind, double truth) {
        RandomStream stream = RandomStream.of(4, "coverage");
        int missed = 0;
        for (int i = 0; i < 1000; i++) {
            Sample sample = sample(stream, 2000, Interval.ENTIRE, RandomStream::nextGaussian);
            missed += MeanInterval.asymptotic(kind, sample, 0.05).interval().contains(truth) ? 0 : 1;
        }
        assertThat(missed).isBetween(22, 80);
    }

    /** Of two standard normal numbers, in magnitude: without a mean. */
    private static double ratio(RandomStream stream) {
        double[] two = stream.gaussians(2);
        return Math.abs(two[0] / two[1]);
    }

    @Test
    void heavyTailsGetNoInterval() {
        RandomStream stream = RandomStream.of(5, "ratio");
        int given = 0;
        for (int i = 0; i < 50; i++) {
            Sample sample = sample(stream, 10_000, Interval.ENTIRE, MeanIntervalTest::ratio);
            given += MeanInterval.asymptotic(Term.Kind.MEAN, sample, 0.05)
                            .interval()
                            .isFinite()
                    ? 1
                    : 0;
            assertThat(MeanInterval.valid(Term.Kind.MEAN, sample, 1e-6, false).interval())
                    .isEqualTo(Interval.ENTIRE);
        }
        assertThat(given).isLessThanOrEqualTo(5);
    }

    @Test
    void drawsWithoutValueGiveNoMean() {
        Sample sample = new Sample(List.of(Interval.of(1), Interval.of(2), Interval.of(3)), 1, new Interval(0, 5));
        assertThat(MeanInterval.valid(Term.Kind.MEAN, sample, 0.05, false).interval())
                .isEqualTo(Interval.ENTIRE);
        assertThat(MeanInterval.asymptotic(Term.Kind.MEAN, sample, 0.05).interval())
                .isEqualTo(Interval.ENTIRE);
    }
}
