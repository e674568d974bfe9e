package gradlab.verification.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the checker's own answers reveal when the scan of the sources is left out. */
class CheckerRunTest {

    private static final String TRUE_THEOREM = "Theorem one : 1 = 1.\nProof. reflexivity. Qed.\n";

    private final List<String> steps = new ArrayList<>();

    @BeforeEach
    void skipWithoutChecker() {
        Coq.toolsOrSkip();
    }

    @Test
    void acceptsATheoremWithoutAxioms() throws CheckerFailure {
        ProofAudit audit = run("one", "1 = 1", TRUE_THEOREM);
        assertThat(audit.outcome()).as(audit.reason()).isEqualTo(ProofOutcome.ACCEPTED);
        assertThat(audit.axioms()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"one", "eq_refl", "I", "statement", "_", "forall", "no_such_theorem", "nat"})
    void refusesWhatDoesNotProveTheStatement(String name) throws CheckerFailure {
        assertThat(run(name, "1 = 2", TRUE_THEOREM).outcome()).isEqualTo(ProofOutcome.WRONG_THEOREM);
    }

    @Test
    void confrontsAllAtOnceAndOneByOneIfOneIsWrong() throws CheckerFailure {
        assertThat(outcomes("1 = 1")).containsExactly(ProofOutcome.ACCEPTED, ProofOutcome.ACCEPTED);
        assertThat(steps).filteredOn(step -> step.contains("Check")).containsExactly("compiling CheckTogether.v");
        assertThat(outcomes("1 = 2")).containsExactly(ProofOutcome.ACCEPTED, ProofOutcome.WRONG_THEOREM);
    }

    /** What becomes of one theorem that is right and of another statement. */
    private List<ProofOutcome> outcomes(String other) throws CheckerFailure {
        Statement second = new Statement(
                "other", Coq.claim(2), ProofKind.DISPROOF, "one", List.of("Tiny"), other, Optional.empty());
        Statements both = Statements.of(List.of(Coq.statement("one", "1 = 1"), second));
        return run(both, TRUE_THEOREM, steps::add).stream()
                .map(ProofAudit::outcome)
                .toList();
    }

    @Test
    void refusesAnInstanceThatIsNotProved() throws CheckerFailure {
        Statement statement = new Statement(
                "tiny",
                Coq.claim(1),
                ProofKind.PROOF,
                "one",
                List.of("Tiny"),
                "1 = 1",
                Optional.of(new Statement.Instance("one", "exists n : nat, n = 1")));
        assertThat(run(statement, TRUE_THEOREM).outcome()).isEqualTo(ProofOutcome.WRONG_THEOREM);
    }

    @Test
    void aStatementThatIsNoCoqSaysNothingOfTheTheorem() throws CheckerFailure {
        assertThat(run("one", "1 = = 1", TRUE_THEOREM).outcome()).isEqualTo(ProofOutcome.CHECKER_FAILED);
    }

    @Test
    void refusesAnAxiomThatOnlyBearsAStandardName() throws CheckerFailure {
        ProofAudit audit = run("t", "False", spoof("False") + "Definition t := ClassicalDedekindReals.sig_not_dec.\n");
        assertThat(audit.outcome()).isEqualTo(ProofOutcome.FORBIDDEN);
        assertThat(audit.reason()).contains("ClassicalDedekindReals.sig_not_dec : False");
    }

    @Test
    void refusesALocalAxiomWithStandardNameAndTypeByItsFullName() throws CheckerFailure {
        String type = "forall P : Prop, {~ ~ P} + {~ P}";
        ProofAudit audit = run(
                "t",
                "True",
                spoof(type) + "Definition t := if ClassicalDedekindReals.sig_not_dec True then I else I.\n");
        assertThat(audit.outcome()).isEqualTo(ProofOutcome.FORBIDDEN);
        assertThat(audit.reason()).contains("Gradlab.Tiny.ClassicalDedekindReals.sig_not_dec");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Theorem t : False. Proof. Admitted.",
                "Unset Guard Checking.\nFixpoint f (n : nat) : False := f n.\nDefinition t : False := f 0.",
                "#[bypass_check(guard)] Fixpoint f (n : nat) : False := f n.\nDefinition t : False := f 0.",
                "Section S. Variable v : nat. End S. Variable v : False. Definition t : False := v.",
                """
                Unset Positivity Checking.
                Inductive B := b : (B -> False) -> B.
                Definition g (x : B) : False := match x with b h => h x end.
                Definition t : False := g (b g).
                """
            })
    void refusesWhatCoqOnlyAssumed(String source) throws CheckerFailure {
        assertThat(run("t", "False", source).outcome()).isEqualTo(ProofOutcome.FORBIDDEN);
    }

    @Test
    void aSwitchedOffCheckIsFoundEvenWhereTheTheoremDoesNotUseIt() throws CheckerFailure {
        ProofAudit audit =
                run("one", "1 = 1", TRUE_THEOREM + "Unset Guard Checking.\nFixpoint f (n : nat) : False := f n.\n");
        assertThat(audit.outcome()).isEqualTo(ProofOutcome.FORBIDDEN);
        assertThat(audit.reason()).contains("Gradlab.Tiny.f");
    }

    private static String spoof(String type) {
        return "Module ClassicalDedekindReals.\nAxiom sig_not_dec : " + type + ".\nEnd ClassicalDedekindReals.\n";
    }

    private static ProofAudit run(String theorem, String text, String source) throws CheckerFailure {
        return run(Coq.statement(theorem, text), source);
    }

    private static ProofAudit run(Statement statement, String source) throws CheckerFailure {
        return run(Statements.of(List.of(statement)), source, line -> {}).get(0);
    }

    private static List<ProofAudit> run(Statements statements, String source, Consumer<String> progress)
            throws CheckerFailure {
        try (CheckerFolder folder = CheckerFolder.create(Coq.path())) {
            CoqInstallation coq = new CoqInstallation(Coq.toolsOrSkip(), "8.16.1", "");
            return new CheckerRun(coq, folder, progress)
                    .audits(statements, Coq.sources(statements, source)).stream()
                            .map(AuditCache.Entry::audit)
                            .toList();
        }
    }
}
