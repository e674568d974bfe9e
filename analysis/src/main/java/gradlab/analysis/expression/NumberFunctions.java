package gradlab.analysis.expression;

import gradlab.analysis.arithmetic.Arithmetic;
import gradlab.analysis.arithmetic.Transcendental;

/** Built-in functions of numbers. */
final class NumberFunctions {

    private NumberFunctions() {}

    static <N> Value<N> abs(Arguments<N> a) {
        return of(a.numbers().abs(a.number(0)));
    }

    static <N> Value<N> sqrt(Arguments<N> a) {
        return of(a.numbers().sqrt(a.number(0)));
    }

    static <N> Value<N> exp(Arguments<N> a) {
        return elementary(a, Transcendental.EXP);
    }

    static <N> Value<N> log(Arguments<N> a) {
        return elementary(a, Transcendental.LOG);
    }

    static <N> Value<N> log2(Arguments<N> a) {
        return elementary(a, Transcendental.LOG2);
    }

    static <N> Value<N> sin(Arguments<N> a) {
        return elementary(a, Transcendental.SIN);
    }

    static <N> Value<N> cos(Arguments<N> a) {
        return elementary(a, Transcendental.COS);
    }

    static <N> Value<N> tan(Arguments<N> a) {
        return elementary(a, Transcendental.TAN);
    }

    static <N> Value<N> erf(Arguments<N> a) {
        return elementary(a, Transcendental.ERF);
    }

    static <N> Value<N> floor(Arguments<N> a) {
        return of(a.numbers().floor(a.number(0)));
    }

    static <N> Value<N> ceil(Arguments<N> a) {
        return of(a.numbers().ceil(a.number(0)));
    }

    static <N> Value<N> min(Arguments<N> a) {
        N smallest = a.number(0);
        for (int i = 1; i < a.count(); i++) {
            smallest = a.numbers().min(smallest, a.number(i));
        }
        return of(smallest);
    }

    static <N> Value<N> max(Arguments<N> a) {
        N largest = a.number(0);
        for (int i = 1; i < a.count(); i++) {
            largest = a.numbers().max(largest, a.number(i));
        }
        return of(largest);
    }

    /** Every real number is finite; what a run recorded need not be. */
    static <N> Value<N> isFinite(Arguments<N> a) {
        Arithmetic<N> numbers = a.numbers();
        N infinity = numbers.ofDouble(Double.POSITIVE_INFINITY);
        return new Value.OfTruth<>(numbers.less(numbers.abs(a.number(0)), infinity));
    }

    private static <N> Value<N> elementary(Arguments<N> a, Transcendental function) {
        return of(a.numbers().apply(function, a.number(0)));
    }

    private static <N> Value<N> of(N number) {
        return new Value.OfNumber<>(number);
    }
}
