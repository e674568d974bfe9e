package gradlab.verification.labelled;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** The rule of labels, at its limits. */
class LabellingTest {
    private static Ending finite(double score, double loss) {
        return new Ending(OptionalLong.empty(), score, loss);
    }

    private static boolean isLabelled(Built built, Ending ending) {
        return Labelling.of(built, ending).isPresent();
    }

    @Test
    void whatWasBuiltToExplodeHasToEndSo() {
        assertThat(isLabelled(Built.EXPLODING, new Ending(OptionalLong.of(3), 0.9, 0.1)))
                .isTrue();
        assertThat(isLabelled(Built.EXPLODING, finite(0.2, 1.5))).isTrue();
        assertThat(isLabelled(Built.EXPLODING, finite(0.0, 1.49))).isFalse();
        assertThat(isLabelled(Built.EXPLODING, finite(0.21, 9))).isFalse();
        assertThat(isLabelled(Built.EXPLODING, finite(Double.NaN, Double.NaN))).isTrue();
    }

    @Test
    void whatWasBuiltToVanishEndsAtGuessing() {
        assertThat(isLabelled(Built.VANISHING, finite(0.0, 1))).isTrue();
        assertThat(isLabelled(Built.VANISHING, finite(0.0, 1.51))).isFalse();
        assertThat(isLabelled(Built.VANISHING, finite(0.3, 0.8))).isFalse();
        assertThat(isLabelled(Built.VANISHING, new Ending(OptionalLong.of(1), 0, 1)))
                .isFalse();
    }

    @Test
    void whatWasBuiltToLearnHasToLearn() {
        for (Built built : new Built[] {Built.HEALTHY, Built.NOISY, Built.SPIKE}) {
            assertThat(isLabelled(built, finite(0.6, 0.5))).isTrue();
            assertThat(isLabelled(built, finite(0.59, 0.5))).isFalse();
            assertThat(isLabelled(built, new Ending(OptionalLong.of(9), 0.9, 0.1)))
                    .isFalse();
        }
    }
}
