package gradlab.verification.proof;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Small statements and sources for tests, and the proof checker of this machine. */
final class Coq {

    private static final String CLAIM = "0".repeat(63);

    private Coq() {}

    static String path() {
        return Optional.ofNullable(System.getenv("PATH")).orElse("");
    }

    /** The programs, or a skipped test that says so. */
    static CoqTools toolsOrSkip() {
        Optional<CoqTools> tools = CoqTools.on(path());
        assumeTrue(tools.isPresent(), "SKIPPED: coqc and coqchk are not on the PATH, so no proof was checked");
        return tools.orElseThrow();
    }

    static Statement statement(String theorem, String text) {
        return new Statement("tiny", claim(1), ProofKind.DISPROOF, theorem, List.of("Tiny"), text, Optional.empty());
    }

    static String claim(int number) {
        return CLAIM + number;
    }

    static ProofRequest request(Statement statement) {
        return new ProofRequest(statement.claim(), statement.theorem(), statement.kind());
    }

    static ProofChecker checker(Statement statement, String source) {
        Statements statements = Statements.of(List.of(statement));
        return new ProofChecker(statements, sources(statements, source), path(), Optional.empty(), line -> {});
    }

    static ProofSources sources(Statements statements, String tiny) {
        Map<String, String> files = Map.of("Tiny", tiny);
        return ProofSources.of(statements, name -> Optional.ofNullable(files.get(name)));
    }
}
