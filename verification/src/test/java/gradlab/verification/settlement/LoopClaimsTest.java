package gradlab.verification.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import gradlab.verification.claim.ClaimResult;
import gradlab.verification.claim.ClaimTexts;
import gradlab.verification.claim.Evidence;
import gradlab.verification.claim.Verdict;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Claims on recurrence, solvers and loops whose truth is known, on both sides of their boundaries. */
class LoopClaimsTest {
    private static final String CLAIMS = "/gradlab/verification/settlement/loops.txt";

    static List<Arguments> claims() throws IOException {
        InputStream file = Objects.requireNonNull(LoopClaimsTest.class.getResourceAsStream(CLAIMS));
        try (file) {
            String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            return Arrays.stream(text.split("(?m)^--- "))
                    .skip(1)
                    .map(part -> part.split("\n", 2))
                    .map(part -> Arguments.of(Verdict.valueOf(part[0].strip()), part[1]))
                    .toList();
        }
    }

    /** A case or a certificate counts only with the independent checker's consent. */
    @ParameterizedTest
    @MethodSource("claims")
    void comeToTheTruth(Verdict expected, String lines) {
        ClaimResult result = Settled.of(ClaimTexts.claim(lines.strip()), 100, 2);
        assertThat(result.verdict()).as("%s%n%s", lines, result.reason()).isEqualTo(expected);
        assertThat(result.evidence())
                .filteredOn(Evidence.Witness.class::isInstance)
                .allMatch(item -> ((Evidence.Witness) item).recheck() == Evidence.Recheck.ACCEPTED);
    }

    @Test
    void areMany() throws IOException {
        assertThat(claims()).hasSizeGreaterThan(50);
    }
}
