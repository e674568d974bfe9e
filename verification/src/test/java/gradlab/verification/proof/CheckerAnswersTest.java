package gradlab.verification.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The two lists of axioms, read from text as Coq 8.16.1 prints it. */
class CheckerAnswersTest {

    private static final String SUMMARY = """
            CONTEXT SUMMARY
            ===============

            * Theory: Set is predicative

            * Axioms:
                Coq.Logic.FunctionalExtensionality.functional_extensionality_dep
                Coq.Logic.Classical_Prop.classic

            * Constants/Inductives relying on type-in-type: <none>

            * Constants/Inductives relying on unsafe (co)fixpoints: <none>

            * Inductives whose positivity is assumed: <none>
            """;

    @Test
    void readsTheStandardAxiomsOverSeveralLines() {
        PrintedAxioms read = PrintedAxioms.of("""
                Axioms:
                ClassicalDedekindReals.sig_not_dec : forall P : Prop, {~ ~ P} + {~ P}
                ClassicalDedekindReals.sig_forall_dec
                  : forall P : nat -> Prop,
                    (forall n : nat, {P n} + {~ P n}) ->
                    {n : nat | ~ P n} + {forall n : nat, P n}
                Closed under the global context
                """);
        assertThat(read).isEqualTo(new PrintedAxioms(2, List.of()));
    }

    @Test
    void refusesEverythingElseThatIsPrinted() {
        PrintedAxioms read = PrintedAxioms.of("""
                Axioms:
                ClassicalDedekindReals.sig_not_dec : False
                f is assumed to be guarded.
                Something new
                """);
        assertThat(read.refused())
                .containsExactly(
                        "ClassicalDedekindReals.sig_not_dec : False", "f is assumed to be guarded.", "Something new");
    }

    @Test
    void readsACleanSummary() {
        KernelReport report = KernelReport.of("some noise\n" + SUMMARY).orElseThrow();
        assertThat(report.refused()).isEmpty();
        assertThat(report.axioms())
                .containsExactly(
                        "Coq.Logic.Classical_Prop.classic",
                        "Coq.Logic.FunctionalExtensionality.functional_extensionality_dep");
    }

    @Test
    void refusesWhateverElseTheSummaryLists() {
        assertThat(refused(SUMMARY.replace("Coq.Logic.Classical_Prop", "Gradlab.Coq.Logic.Classical_Prop")))
                .containsExactly("Gradlab.Coq.Logic.Classical_Prop.classic");
        assertThat(refused(SUMMARY.replace("type-in-type: <none>", "type-in-type:\n    Gradlab.X.u")))
                .containsExactly("Gradlab.X.u (Constants/Inductives relying on type-in-type)");
        assertThat(refused(SUMMARY.replace("predicative", "impredicative"))).containsExactly("Set is impredicative");
    }

    @Test
    void doesNotGuessAtAnUnknownForm() {
        assertThat(KernelReport.of("Modules were successfully checked")).isEmpty();
        assertThat(KernelReport.of(SUMMARY + "\n* Something new: <none>\n")).isEmpty();
        assertThat(KernelReport.of(SUMMARY.replace("* Axioms:", "* Assumptions:")))
                .isEmpty();
    }

    private static List<String> refused(String summary) {
        return KernelReport.of(summary).orElseThrow().refused();
    }
}
