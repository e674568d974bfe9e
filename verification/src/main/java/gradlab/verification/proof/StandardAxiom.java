package gradlab.verification.proof;

import java.util.Arrays;
import java.util.Optional;

/** The axioms of the standard library's classical real numbers: all that a proof may rest on. */
enum StandardAxiom {
    SIG_NOT_DEC(
            "Coq.Reals.ClassicalDedekindReals.sig_not_dec",
            "ClassicalDedekindReals.sig_not_dec",
            "forall P : Prop, {~ ~ P} + {~ P}"),
    SIG_FORALL_DEC(
            "Coq.Reals.ClassicalDedekindReals.sig_forall_dec",
            "ClassicalDedekindReals.sig_forall_dec",
            "forall P : nat -> Prop, (forall n : nat, {P n} + {~ P n}) ->"
                    + " {n : nat | ~ P n} + {forall n : nat, P n}"),
    FUNCTIONAL_EXTENSIONALITY(
            "Coq.Logic.FunctionalExtensionality.functional_extensionality_dep",
            "FunctionalExtensionality.functional_extensionality_dep",
            "forall (A : Type) (B : A -> Type) (f g : forall x : A, B x), (forall x : A, f x = g x) -> f = g"),
    CLASSIC("Coq.Logic.Classical_Prop.classic", "Classical_Prop.classic", "forall P : Prop, P \\/ ~ P");

    private final String fullName;
    private final String printedName;
    private final String type;

    StandardAxiom(String fullName, String printedName, String type) {
        this.fullName = fullName;
        this.printedName = printedName;
        this.type = type;
    }

    String fullName() {
        return fullName;
    }

    String type() {
        return type;
    }

    /** The axiom that {@code coqchk} means. */
    static Optional<StandardAxiom> named(String fullName) {
        return Arrays.stream(values())
                .filter(axiom -> axiom.fullName.equals(fullName))
                .findFirst();
    }

    /** The axiom that {@code Print Assumptions} means, by name and by type, for a local module can have the name. */
    static Optional<StandardAxiom> printed(String name, String type) {
        return Arrays.stream(values())
                .filter(axiom -> axiom.printedName.equals(name) && axiom.type.equals(type))
                .findFirst();
    }
}
