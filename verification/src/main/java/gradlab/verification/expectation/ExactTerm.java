package gradlab.verification.expectation;

import gradlab.analysis.arithmetic.NoValueException;
import gradlab.analysis.expression.Evaluator;
import gradlab.analysis.expression.ExactAverages;
import gradlab.analysis.expression.RunSource;
import gradlab.analysis.expression.Scope;
import gradlab.analysis.expression.Value;
import gradlab.analysis.interval.Interval;
import gradlab.analysis.moment.MomentArithmetic;
import gradlab.analysis.moment.RandomReal;
import gradlab.verification.claim.Case;
import gradlab.verification.claim.Claim;
import gradlab.verification.domain.CaseScope;
import gradlab.verification.domain.DistributionReader;
import gradlab.verification.domain.RandomScope;
import java.util.Optional;

/** The value of a mean by exact moments. */
final class ExactTerm {

    private ExactTerm() {}

    /** An interval around it, as narrow as binary64 has; empty where the moments are not known. */
    static Optional<Interval> of(Claim claim, Case values, Term term) {
        MomentArithmetic numbers = new MomentArithmetic();
        Evaluator<RandomReal> evaluator =
                new Evaluator<>(claim.file(), numbers, RunSource.NONE, new ExactAverages(numbers));
        Scope<RandomReal> scope = CaseScope.of(claim, values, numbers, evaluator);
        new RandomScope<RandomReal>(numbers, RandomReal.Constant::new, numbers::random)
                .bind(scope, DistributionReader.of(claim, values));
        term.indices().forEach((name, index) -> scope.bind(name, new Value.OfNumber<>(numbers.of(index))));
        try {
            return evaluator.value(term.call(), scope) instanceof Value.OfNumber<RandomReal> number
                            && number.number() instanceof RandomReal.Constant constant
                    ? Optional.of(constant.value().enclosure())
                    : Optional.empty();
        } catch (NoValueException e) {
            return Optional.empty();
        }
    }
}
