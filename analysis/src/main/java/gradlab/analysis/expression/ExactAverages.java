package gradlab.analysis.expression;

import gradlab.analysis.arithmetic.NoValueException;
import gradlab.analysis.arithmetic.Truth;
import gradlab.analysis.moment.MomentArithmetic;
import gradlab.analysis.moment.RandomReal;

/** Means by exact moments, where {@link MomentArithmetic} knows them. */
public final class ExactAverages implements Averages<RandomReal> {

    private final MomentArithmetic numbers;

    /** By the arithmetic that the evaluation uses. */
    public ExactAverages(MomentArithmetic numbers) {
        this.numbers = numbers;
    }

    @Override
    public Value<RandomReal> of(Expression.Call call, Scope<RandomReal> scope, Evaluator<RandomReal> evaluator) {
        Expression argument = call.arguments().get(0);
        return switch (((Expression.Name) call.function()).name()) {
            case "E" -> mean(evaluator.value(argument, scope));
            case "Var" -> new Value.OfNumber<>(numbers.variance(evaluator.number(argument, scope)));
            default -> new Value.OfNumber<>(probability(evaluator.truth(argument, scope)));
        };
    }

    private Value<RandomReal> mean(Value<RandomReal> value) {
        if (value instanceof Value.OfVector<RandomReal> vector) {
            return new Value.OfVector<>(
                    vector.entries().stream().map(numbers::expectation).toList());
        }
        if (value instanceof Value.OfMatrix<RandomReal> of) {
            return new Value.OfMatrix<>(of.matrix().map(numbers::expectation));
        }
        return new Value.OfNumber<>(numbers.expectation(((Value.OfNumber<RandomReal>) value).number()));
    }

    /** Of what is certain or impossible. */
    private RandomReal probability(Truth truth) {
        return switch (truth) {
            case TRUE -> numbers.one();
            case FALSE -> numbers.zero();
            case UNDECIDED -> throw NoValueException.undecided("the probability of an event");
            case UNDEFINED -> throw NoValueException.undefined("the probability of what is undefined");
        };
    }
}
