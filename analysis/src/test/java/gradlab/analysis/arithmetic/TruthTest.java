package gradlab.analysis.arithmetic;

import static gradlab.analysis.arithmetic.Truth.FALSE;
import static gradlab.analysis.arithmetic.Truth.TRUE;
import static gradlab.analysis.arithmetic.Truth.UNDECIDED;
import static gradlab.analysis.arithmetic.Truth.UNDEFINED;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TruthTest {
    @ParameterizedTest
    @EnumSource(Truth.class)
    void theLeftSideDecidesWhetherTheRightIsLookedAt(Truth right) {
        assertThat(TRUE.and(() -> right)).isEqualTo(right);
        assertThat(FALSE.or(() -> right)).isEqualTo(right);
        assertThat(TRUE.implies(() -> right)).isEqualTo(right);
        assertThat(FALSE.and(TruthTest::mustNotBeAsked)).isEqualTo(FALSE);
        assertThat(TRUE.or(TruthTest::mustNotBeAsked)).isEqualTo(TRUE);
        assertThat(FALSE.implies(TruthTest::mustNotBeAsked)).isEqualTo(TRUE);
    }

    @ParameterizedTest
    @EnumSource(names = {"UNDECIDED", "UNDEFINED"})
    void whatIsNotDecidedOnTheLeftStaysSo(Truth open) {
        assertThat(open.and(() -> FALSE)).isEqualTo(open);
        assertThat(open.or(() -> TRUE)).isEqualTo(open);
        assertThat(open.implies(() -> TRUE)).isEqualTo(open);
        assertThat(open.not()).isEqualTo(open);
        assertThat(open.isDecided()).isFalse();
    }

    @Test
    void negationSwapsWhatIsDecided() {
        assertThat(TRUE.not()).isEqualTo(FALSE);
        assertThat(FALSE.not()).isEqualTo(TRUE);
        assertThat(Truth.of(true)).isEqualTo(TRUE);
        assertThat(Truth.of(false)).isEqualTo(FALSE);
        assertThat(UNDECIDED.not()).isNotEqualTo(UNDEFINED);
    }

    private static Truth mustNotBeAsked() {
        throw new AssertionError("the right side must not be looked at");
    }
}
