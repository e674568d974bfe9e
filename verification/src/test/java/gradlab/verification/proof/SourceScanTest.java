package gradlab.verification.proof;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SourceScanTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Lemma a : False. Proof. Admitted.",
                "Lemma a : False. Proof. admit. Qed.",
                "Lemma a : False. Proof. give_up. Qed.",
                "Admit Obligations.",
                "Axiom a : False.",
                "Axioms a b : False.",
                "Local Axiom a : False.",
                "Parameter a : False.",
                "Parameters a b : False.",
                "Module Type T. Parameter a : False. End T.",
                "Declare Module M : T.",
                "Declare ML Module \"x\".",
                "Conjecture a : False.",
                "Conjectures a : False.",
                "Hypothesis a : False.",
                "Hypotheses a b : False.",
                "Variable a : False.",
                "Variables a b : False.",
                "Context (a : False).",
                "#[local] Variable a : False.",
                "Section S. Variable n : nat. End S. Variable a : False.",
                "Definition f := g Section S. Variable a : False.",
                "#[bypass_check(guard)] Fixpoint f (n : nat) : False := f n.",
                "Unset Guard Checking.",
                "Global Unset Universe\n  Checking.",
                "Unset Positivity (* quietly *) Checking.",
                "Set Definitional UIP.",
                "Load \"other\".",
                "Add LoadPath \"/tmp\" as Coq.",
                "Add Rec LoadPath \"/tmp\".",
                "Add ML Path \"/tmp\".",
                "Redirect \"f\" Print nat.",
                "Extraction \"f.ml\" plus.",
                "Primitive f := #int63_add.",
                "(* a \"*)\" *) Axiom a : False.",
                "(* (* *) *)Axiom a : False.",
                "Definition a := 1. (* never closed",
                "Definition a := \"never closed."
            })
    void refuses(String source) {
        assertThat(SourceScan.firstIn("F", source)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(* Axiom a : False. *) Lemma b : True. exact I. Qed.",
                "(* (* Admitted. *) Parameter *) Lemma b : True. exact I. Qed.",
                "(* a string \"*) Axiom\" in a comment *) Definition a := 1.",
                "Definition a := \"Axiom (* Admitted\".",
                "Lemma Axiomatic : True. Proof. exact I. Qed.",
                "Lemma admit' : True. Proof. exact I. Qed.",
                "Lemma my_Axiom : True. Proof. exact I. Qed.",
                "Section S. Variable n : nat. Hypothesis h : n = n. End S.",
                "Section S. Section T. Context (n : nat). End T. Variable m : nat. End S."
            })
    void letsPass(String source) {
        assertThat(SourceScan.firstIn("F", source)).isEmpty();
    }

    @Test
    void namesFileAndLine() {
        assertThat(SourceScan.firstIn("F", "(* one\n two *)\nUnset  Guard\nChecking."))
                .hasToString("Optional[F.v:3: Guard Checking]");
    }
}
