package gradlab.verification.expectation;

import gradlab.analysis.arithmetic.Arithmetic;
import gradlab.analysis.arithmetic.IntervalArithmetic;
import gradlab.analysis.arithmetic.Matrix;
import gradlab.analysis.interval.Interval;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import org.jspecify.annotations.Nullable;

/** Interval arithmetic that counts its operations, one of an n x n matrix as n^3: what a draw costs, on any machine. */
final class Metered {

    private long operations;

    /** Operations so far. */
    long operations() {
        return operations;
    }

    /** The arithmetic whose operations are counted here. */
    @SuppressWarnings("unchecked")
    Arithmetic<Interval> arithmetic() {
        return (Arithmetic<Interval>) Proxy.newProxyInstance(
                Metered.class.getClassLoader(), new Class<?>[] {Arithmetic.class}, (proxy, method, arguments) -> {
                    count(arguments);
                    return passedOn(method, arguments);
                });
    }

    private void count(Object @Nullable [] arguments) {
        operations++;
        if (arguments != null && arguments.length > 0 && arguments[0] instanceof Matrix<?> matrix) {
            operations += (long) matrix.rows() * matrix.columns() * Math.max(matrix.rows(), matrix.columns());
        }
    }

    private static Object passedOn(Method method, Object @Nullable [] arguments) throws Throwable {
        try {
            return method.invoke(IntervalArithmetic.INTERVALS, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause() == null ? e : e.getCause();
        }
    }
}
