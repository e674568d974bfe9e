package gradlab.analysis.expression;

import static gradlab.analysis.arithmetic.Truth.TRUE;
import static org.assertj.core.api.Assertions.assertThat;

import gradlab.analysis.arithmetic.Truth;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NestingDepthTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "1              | 1",
                "1 + 2          | 2",
                "1 + 2 + 3      | 3",
                "1 + (2 + 3)    | 3",
                "-1             | 2",
                "f(g(1))        | 3",
                "A''            | 3",
                "a              | 11",
                "a + 1          | 12",
                "x[a]           | 12",
                "x[0, a]        | 12",
                "[1, a]         | 12",
                "[[1], [a]]     | 12",
                "if(b, 1, a)    | 12",
                "sum(i, 0, a, 1)| 12",
            })
    void countsWhatStandsInside(String text, int depth) {
        assertThat(NestingDepth.of(Texts.parse(text), Map.of("a", 10))).isEqualTo(depth);
    }

    @Test
    void longChainsAreDeep() {
        assertThat(NestingDepth.of(Texts.parse("1" + "+1".repeat(9_000)), Map.of()))
                .isEqualTo(9_001);
        assertThat(NestingDepth.of(Texts.parse("A" + "'".repeat(9_000)), Map.of()))
                .isEqualTo(9_001);
        assertThat(NestingDepth.of(Texts.parse("x" + "[0]".repeat(5_000)), Map.of()))
                .isEqualTo(5_001);
        assertThat(NestingDepth.of(Texts.parse("f" + "(1)".repeat(5_000)), Map.of()))
                .isEqualTo(5_001);
    }

    /** The deepest that is let through: on a thread with a quarter of the usual stack, so that there is room to spare. */
    @Test
    void whatIsLetThroughFitsTheStack() throws InterruptedException {
        String sum = "1" + "+1".repeat(NestingDepth.DEEPEST - 3) + " > 0";
        String calls = "abs(".repeat(99) + "1" + ")".repeat(99) + " == 1";
        Truth[] found = new Truth[2];
        Thread small = new Thread(
                null,
                () -> {
                    found[0] = Texts.truth(sum);
                    found[1] = Texts.truth(calls);
                },
                "small",
                1 << 18);
        small.start();
        small.join();
        assertThat(found).containsExactly(TRUE, TRUE);
    }
}
