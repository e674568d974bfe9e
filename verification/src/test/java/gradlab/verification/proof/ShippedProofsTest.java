package gradlab.verification.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shipped proofs, checked by the real checker once, and then out of the cache. */
class ShippedProofsTest {

    @TempDir
    static Path cache = Path.of("replaced-by-junit");

    private static Map<String, ProofAudit> audits = Map.of();

    @BeforeAll
    static void auditAll() {
        Coq.toolsOrSkip();
        audits = ProofChecker.withDefaults().withCacheFolder(cache).auditEverything();
    }

    @Test
    void eachTheoremIsAccepted() {
        assertThat(audits).hasSize(Statements.shipped().all().size()).hasSizeGreaterThanOrEqualTo(5);
        assertThat(audits.values()).allSatisfy(audit -> {
            assertThat(audit.outcome()).as(audit.reason()).isEqualTo(ProofOutcome.ACCEPTED);
            assertThat(audit.statement()).isNotBlank();
            assertThat(audit.checkerVersion()).startsWith("8.");
        });
    }

    @Test
    void theOnlyAxiomsAreThoseOfTheStandardReals() {
        List<String> allowed = Arrays.stream(StandardAxiom.values())
                .map(StandardAxiom::fullName)
                .toList();
        assertThat(audits.values())
                .allSatisfy(audit -> assertThat(audit.axioms()).isNotEmpty().isSubsetOf(allowed));
    }

    @Test
    void theCacheAnswersAlikeWithoutCompiling() {
        List<String> steps = new ArrayList<>();
        ProofChecker again = ProofChecker.withDefaults().withCacheFolder(cache).withProgress(steps::add);
        assertThat(again.auditEverything()).isEqualTo(audits);
        assertThat(steps).isEmpty();
    }

    @Test
    void aTheoremOfAnotherClaimIsRefusedForThisOne() {
        Statement first = Statements.shipped().all().get(0);
        Statement second = Statements.shipped().all().get(1);
        ProofAudit audit =
                ProofChecker.withDefaults().audit(new ProofRequest(first.claim(), second.theorem(), second.kind()));
        assertThat(audit.outcome()).isEqualTo(ProofOutcome.WRONG_THEOREM);
    }
}
