package gradlab.reports.document;

import static org.assertj.core.api.Assertions.assertThat;

import gradlab.dynamics.training.Series;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ThinnedTest {

    private static Series series(int size, int spike) {
        double[] values = IntStream.range(0, size)
                .mapToDouble(i -> i == spike ? 1e9 : i % 7)
                .toArray();
        return Series.of(IntStream.range(0, size).map(i -> 3 * i).toArray(), values);
    }

    @Test
    void shortSeriesAreDrawnWhole() {
        assertThat(Thinned.entries(series(400, 7)))
                .hasSize(400)
                .startsWith(0, 1, 2)
                .endsWith(398, 399);
        assertThat(Thinned.entries(series(0, 0))).isEmpty();
    }

    @Test
    void noSpikeOfALongOneIsLost() {
        for (int spike : new int[] {1, 499, 61_234, 99_998}) {
            assertThat(Thinned.entries(series(100_000, spike)))
                    .hasSizeLessThanOrEqualTo(402)
                    .contains(0, spike, 99_999)
                    .isSorted()
                    .doesNotHaveDuplicates();
        }
    }
}
