package gradlab.verification.settlement;

import gradlab.analysis.source.SourceException;
import gradlab.verification.claim.Claim;
import gradlab.verification.claim.ClaimHash;
import gradlab.verification.claim.Evidence;
import gradlab.verification.proof.ProofAudit;
import gradlab.verification.proof.ProofChecker;
import gradlab.verification.proof.ProofKind;
import gradlab.verification.proof.ProofRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The theorems that a claim's file names, checked. */
final class Theorems {

    private final ProofChecker checker;
    private final ProofMode mode;

    Theorems(ProofChecker checker, ProofMode mode) {
        this.checker = checker;
        this.mode = mode;
    }

    List<Evidence> of(Claim claim) {
        List<Evidence> evidence = new ArrayList<>();
        add(evidence, claim, claim.support().proof(), ProofKind.PROOF);
        add(evidence, claim, claim.support().disproof(), ProofKind.DISPROOF);
        return evidence;
    }

    /** Fails at once where theorems are required and nothing can check them. */
    void requireChecker() {
        if (!checker.isInstalled()) {
            throw SourceException.in("--proofs require", "no proof checker", "coqc and coqchk on PATH");
        }
    }

    private void add(List<Evidence> evidence, Claim claim, Optional<String> theorem, ProofKind kind) {
        theorem.ifPresent(
                name -> evidence.add(mode == ProofMode.OFF ? skipped(name, kind) : checked(claim, name, kind)));
    }

    private Evidence.Theorem checked(Claim claim, String name, ProofKind kind) {
        ProofAudit audit = checker.audit(new ProofRequest(ClaimHash.of(claim), name, kind));
        return new Evidence.Theorem(
                kind == ProofKind.DISPROOF,
                name,
                audit.accepted(),
                audit.statement(),
                audit.axioms(),
                audit.checkerVersion(),
                audit.reason());
    }

    private static Evidence.Theorem skipped(String name, ProofKind kind) {
        return new Evidence.Theorem(
                kind == ProofKind.DISPROOF, name, false, "", List.of(), "", "theorems were switched off");
    }
}
