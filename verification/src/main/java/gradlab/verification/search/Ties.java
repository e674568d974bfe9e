package gradlab.verification.search;

import gradlab.analysis.arithmetic.NoValueException;
import gradlab.analysis.arithmetic.Real;
import gradlab.analysis.arithmetic.RealArithmetic;
import gradlab.analysis.expression.CanonicalForm;
import gradlab.analysis.expression.Evaluator;
import gradlab.analysis.expression.Expression;
import gradlab.analysis.expression.RunSource;
import gradlab.verification.claim.Case;
import gradlab.verification.claim.CaseValue;
import gradlab.verification.claim.Claim;
import gradlab.verification.claim.Named;
import gradlab.verification.domain.CaseScope;
import gradlab.verification.domain.DomainReader;
import gradlab.verification.domain.ExactValue;
import gradlab.verification.domain.Membership;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Cases where two sides of a comparison are equal, which are never drawn by chance: where a variable is compared with something
 * that does not mention it, as in {@code h <= 2/L}, it is given just that value.
 *
 * @param claim the claim
 */
record Ties(Claim claim) {

    /** A comparison of a variable with an expression. */
    private record Comparison(String variable, Expression other) {}

    /** The ties next to a case that lie in the domain. */
    List<Case> near(Case values) {
        return comparisons().stream()
                .flatMap(comparison -> tied(comparison, values).stream())
                .filter(this::isInside)
                .toList();
    }

    private List<Comparison> comparisons() {
        List<Comparison> found = new ArrayList<>();
        claim.hypotheses().forEach(hypothesis -> collect(hypothesis, found));
        collect(claim.statement(), found);
        return found;
    }

    private void collect(Expression statement, List<Comparison> found) {
        if (!(statement instanceof Expression.Binary binary)) {
            return;
        }
        if (binary.operator().isLogical()) {
            collect(binary.left(), found);
            collect(binary.right(), found);
        } else if (binary.operator().isComparison()) {
            add(binary.left(), binary.right(), found);
            add(binary.right(), binary.left(), found);
        }
    }

    private void add(Expression side, Expression other, List<Comparison> found) {
        if (side instanceof Expression.Name name
                && claim.variables().stream()
                        .anyMatch(variable -> variable.name().equals(name.name()))
                && !CanonicalForm.mentions(other, name.name())) {
            found.add(new Comparison(name.name(), other));
        }
    }

    private Optional<Case> tied(Comparison comparison, Case values) {
        RealArithmetic numbers = new RealArithmetic();
        Evaluator<Real> evaluator = new Evaluator<>(claim.file(), numbers, RunSource.NONE);
        try {
            return ExactValue.of(evaluator.value(comparison.other(), CaseScope.of(claim, values, numbers, evaluator)))
                    .map(value -> values.with(comparison.variable(), value));
        } catch (NoValueException e) {
            return Optional.empty();
        }
    }

    private boolean isInside(Case values) {
        Case before = Case.EMPTY;
        for (Named variable : claim.variables()) {
            CaseValue value = values.values().get(variable.name());
            if (value == null
                    || !Membership.contains(new DomainReader(claim, before).read(variable.expression()), value)) {
                return false;
            }
            before = before.with(variable.name(), value);
        }
        return true;
    }
}
