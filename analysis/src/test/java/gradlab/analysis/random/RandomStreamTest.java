package gradlab.analysis.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RandomStreamTest {
    private static final int SAMPLE = 200_000;

    /** From the test vectors of the Rust crate rand_xoshiro, made with the authors' C code from the state 1, 2, 3, 4. */
    @Test
    void theGeneratorFollowsThePublishedVector() {
        Xoshiro256 generator = new Xoshiro256(1, 2, 3, 4);
        long[] expected = {
            11520L, 0L, 1509978240L, 1215971899390074240L, 1216172134540287360L, 607988272756665600L,
        };
        for (long value : expected) {
            assertThat(generator.next()).isEqualTo(value);
        }
    }

    @Test
    void aStreamDependsOnSeedAndPathOnly() {
        RandomStream parent = RandomStream.of(7, "task");
        double before = parent.split("part").split(2).nextDouble();
        parent.nextGaussian();
        assertThat(parent.split("part").split(2).nextDouble()).isEqualTo(before);
        assertThat(IntStream.range(0, 64)
                        .parallel()
                        .mapToObj(i -> RandomStream.of(7, "task").split(i).nextLong())
                        .toList())
                .doesNotHaveDuplicates()
                .isEqualTo(IntStream.range(0, 64)
                        .mapToObj(i -> RandomStream.of(7, "task").split(i).nextLong())
                        .toList());
    }

    @Test
    void namesAndNumbersAndSeedsGiveDifferentStreams() {
        RandomStream parent = RandomStream.of(7, "task");
        assertThat(Arrays.asList(
                        parent.split("2").nextLong(),
                        parent.split(2).nextLong(),
                        RandomStream.of(8, "task").nextLong(),
                        RandomStream.of(7, "other").nextLong(),
                        RandomStream.of(7, "task").nextLong()))
                .doesNotHaveDuplicates();
    }

    /** Tolerances are five standard errors of the moments of {@value #SAMPLE} independent standard normals. */
    @Test
    void gaussiansHaveTheMomentsOfTheNormalDistribution() {
        double[] z = RandomStream.of(1, "moments").gaussians(SAMPLE);
        double error = 5 / Math.sqrt(SAMPLE);
        assertThat(Arrays.stream(z).average().orElseThrow()).isCloseTo(0, within(error));
        assertThat(Arrays.stream(z).map(v -> v * v).average().orElseThrow()).isCloseTo(1, within(error * Math.sqrt(2)));
        assertThat(Arrays.stream(z).map(v -> v * v * v).average().orElseThrow())
                .isCloseTo(0, within(error * Math.sqrt(15)));
        assertThat(Arrays.stream(z).map(v -> v * v * v * v).average().orElseThrow())
                .isCloseTo(3, within(error * Math.sqrt(96)));
    }

    @Test
    void boundedIntegersAreUniform() {
        RandomStream stream = RandomStream.of(1, "uniform");
        int[] counts = new int[7];
        for (int i = 0; i < SAMPLE; i++) {
            counts[stream.nextInt(7)]++;
        }
        double expected = SAMPLE / 7.0;
        for (int count : counts) {
            assertThat((double) count).isCloseTo(expected, within(5 * Math.sqrt(expected)));
        }
    }

    @Test
    void aPermutationHoldsEachIndexOnce() {
        int[] order = RandomStream.of(1, "order").permutation(100);
        assertThat(order).isNotEqualTo(IntStream.range(0, 100).toArray());
        Arrays.sort(order);
        assertThat(order).isEqualTo(IntStream.range(0, 100).toArray());
        assertThat(RandomStream.of(1, "order").permutation(0)).isEmpty();
    }

    @Test
    void badArgumentsAreNamed() {
        RandomStream stream = RandomStream.of(1, "bad");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> stream.nextInt(0))
                .withMessage("bound must be at least 1, was 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> stream.permutation(-1))
                .withMessageContaining("n must");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> stream.gaussians(-1))
                .withMessageContaining("count");
    }
}
