package gradlab.verification.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import gradlab.verification.claim.Claim;
import gradlab.verification.claim.ClaimFile;
import gradlab.verification.claim.ClaimHash;
import gradlab.verification.experiment.ExperimentRuns;
import gradlab.verification.proof.ProofChecker;
import gradlab.verification.proof.Statement;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The shipped claims and the statements that are kept for them name each other. */
final class KeptStatementsTest {

    private final List<Statement> statements =
            ProofChecker.withDefaults().statements().all();
    private final List<Claim> claims = Catalogue.all(new ExperimentRuns((step, steps, loss) -> {})).stream()
            .map(ClaimFile::claim)
            .toList();

    @Test
    void aStatementIsKeptForEachClaimThatNamesATheorem() {
        for (Claim claim : claims) {
            Stream.of(claim.support().proof(), claim.support().disproof())
                    .flatMap(Optional::stream)
                    .forEach(theorem -> assertThat(statements.stream()
                                    .filter(s -> s.theorem().equals(theorem))
                                    .map(Statement::claim))
                            .as(
                                    "hashes that the statements of theorem %s are kept for, against claim %s",
                                    theorem, claim.id())
                            .contains(ClaimHash.of(claim)));
        }
    }

    @Test
    void noStatementIsKeptForAClaimThatIsNotShipped() {
        Set<String> hashes = claims.stream().map(ClaimHash::of).collect(Collectors.toSet());
        assertThat(statements)
                .isNotEmpty()
                .allSatisfy(s -> assertThat(hashes).as("statement %s", s.id()).contains(s.claim()));
    }
}
