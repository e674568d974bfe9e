package gradlab.verification.recheck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gradlab.verification.recheck.CaseCheck.Answer;
import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Malformed and hostile texts: one kind of exception, or undecided, and always soon. */
class RecheckLimitsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "(",
                ")",
                "(claim true))",
                "(claim)",
                "(claim true) (claim true)",
                "(claim true) (let a 1)",
                "(claim 1)",
                "claim",
                "(claim (nonsense 1))",
                "(claim (< 1))",
                "(claim (< 1 2 3))",
                "(claim (< 1 unknown))",
                "(claim (< 1 1.5))",
                "(claim (< 1 1e5))",
                "(claim (< 1 1/0))",
                "(claim (< 1 --1))",
                "(claim (< 1 NaN))",
                "(claim (< 1 true))",
                "(claim ((< 1 2)))",
                "(claim ())",
                "(let pi 3) (claim true)",
                "(let a 1) (let a 2) (claim true)",
                "(let 1a 2) (claim true)",
                "(let a (+ a 1)) (claim true)",
                "(claim (== (vector 1 2) (vector 1)))",
                "(claim (== (* (ones 2 3) (ones 2 3)) 1))",
                "(claim (== (matrix 2 2 1 2 3) 1))",
                "(claim (== (matrix 100000 100000) 1))",
                "(claim (== (ones 65 65) 1))",
                "(claim (< (norm (ones 65 2)) 9))",
                "(claim (== (index (vector 1 2) 2) 1))",
                "(claim (== (index (vector 1 2) -1) 1))",
                "(claim (== (index (vector 1 2) 1/2) 1))",
                "(claim (== (det (ones 2 3)) 1))",
                "(claim (< (sigma (identity 2) 3) 1))",
                "(claim (== (apply (repeat relu 10001) (vector 1)) (vector 1)))",
                "(claim (== (sum i 1 10000000 i) 1))",
                "(claim (== (sum pi 1 10 i) 1))",
                "(claim (== (power (identity 2) 10001) (identity 2)))",
                "(claim (< (box 2 1) 3))",
                "(claim (< (box (sqrt 2) 3) 3))",
                "(claim (< (jacobian relu (zeros 65)) 1))",
                "(claim (< 1 0x1.8))",
                "(claim (== (list 1 2) (list 1 2)))",
                "(claim (if 1 true false))",
                "(arithmetic binary8) (claim true)",
                "(arithmetic binary16) (claim (< (box 0 1) 2))",
                "(arithmetic binary16) (claim (< (exp 1) 3))",
                "(arithmetic binary16) (claim (< e 3))",
                "(arithmetic binary16) (free a (free 1 1)) (claim (== a a))",
                "(arithmetic binary16) (random a (gaussian)) (claim (== (E a) 0))",
            })
    void malformed(String text) {
        assertThatThrownBy(() -> CaseChecker.check(text)).isInstanceOf(RecheckException.class);
    }

    @Test
    void nestedLayersAreBounded() {
        StringBuilder text = new StringBuilder("(let f0 identity_map)");
        for (int i = 1; i < 100_000; i++) {
            text.append("(let f" + i + " (residual f" + (i - 1) + "))");
        }
        text.append("(claim (== (apply f99999 1) 1))");
        assertThatThrownBy(() -> CaseChecker.check(text.toString()))
                .isInstanceOf(RecheckException.class)
                .hasMessageContaining("1000 layers");
    }

    @Test
    void depthAndLengthAreBounded() {
        assertThatExceptionOfType(RecheckException.class)
                .isThrownBy(
                        () -> CaseChecker.check("(claim " + "(not ".repeat(100_000) + "true" + ")".repeat(100_001)));
        assertThatExceptionOfType(RecheckException.class)
                .isThrownBy(() -> CaseChecker.check("(claim (< 1 1" + "0".repeat(100_000) + "))"));
        assertThatExceptionOfType(RecheckException.class)
                .isThrownBy(() -> CaseChecker.check(" ".repeat((1 << 24) + 1)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(claim (< (^ 2 2000000) 1))",
                "(claim (< (^ -2 2000000) 1))",
                "(claim (== 1 (apply (repeat (repeat (repeat identity_map 10000) 10000) 10000) 2)))",
                "(claim (< (^ 2 1000000) 1))",
                "(claim (< (exp (exp 10)) 1))",
                "(claim (< (exp (exp (exp 10))) 1))",
                "(claim (< (^ (^ (^ 3/7 1000) 1000) 1000) 0))",
                "(let a (sum i 1 1000000 (/ 1 i))) (claim (== a 1/3))",
                "(claim (all i 1 3000 (all j 1 3000 (< i 5000))))",
                "(claim (== 1 (apply (repeat (repeat (repeat (dense (matrix 1 1 3/7)) 1000) 1000) 1000) 1)))",
            })
    void hostile(String text) {
        Answer answer = Assertions.assertTimeout(
                Duration.ofMinutes(2), () -> CaseChecker.check(text).claim());
        assertThat(answer).isIn(Answer.UNDECIDED, Answer.VIOLATED);
    }
}
