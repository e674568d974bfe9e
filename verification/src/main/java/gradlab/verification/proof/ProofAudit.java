package gradlab.verification.proof;

import java.util.List;

/**
 * What the proof checker said of one theorem.
 *
 * @param outcome how the audit ended
 * @param theorem the theorem's name as asked for; empty if what was asked for is no name
 * @param kind whether it proves the claim or its negation
 * @param statement the Coq text against which it was checked; empty if none is kept
 * @param axioms full names of the axioms in the whole closure of the check, sorted; empty unless accepted or refused
 *     for them
 * @param checkerVersion version of the checker, such as {@code 8.16.1}; empty if it was not run
 * @param reason one line that says why
 */
public record ProofAudit(
        ProofOutcome outcome,
        String theorem,
        ProofKind kind,
        String statement,
        List<String> axioms,
        String checkerVersion,
        String reason) {

    /** Copies the axioms. */
    public ProofAudit {
        axioms = List.copyOf(axioms);
    }

    /** Whether the theorem decides the claim. */
    public boolean accepted() {
        return outcome == ProofOutcome.ACCEPTED;
    }

    static ProofAudit without(ProofOutcome outcome, ProofRequest request, String statement, String reason) {
        String name = CoqName.accepts(request.theorem()) ? request.theorem() : "";
        return new ProofAudit(outcome, name, request.kind(), statement, List.of(), "", reason);
    }
}
