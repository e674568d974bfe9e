package gradlab.analysis.inference;

import gradlab.analysis.arithmetic.ShapeException;
import gradlab.analysis.tensor.Shape;
import java.util.List;
import java.util.Map;

/** Matrix products. */
final class LinearOperators {
    private LinearOperators() {}

    static void addTo(Map<String, Operator> table) {
        table.put("MatMul", LinearOperators::matMul);
        table.put("Gemm", LinearOperators::gemm);
        table.put("Einsum", LinearOperators::einsum);
    }

    /** A vector on the left is a row, one on the right a column; that axis is gone from the result. */
    private static <T> List<Value<T>> matMul(Call<T> call) {
        Shape left = call.shape(0);
        Shape right = call.shape(1);
        if (left.rank() == 0 || right.rank() == 0) {
            throw new ShapeException("a product with a single number", "vectors or matrices");
        }
        T a = left.rank() == 1 ? call.math().reshape(call.real(0), 1, left.size()) : call.real(0);
        T b = right.rank() == 1 ? call.math().reshape(call.real(1), right.size(), 1) : call.real(1);
        T product = call.algebra().matMul(a, b);
        Shape shape = call.algebra().shape(product);
        if (right.rank() == 1) {
            shape = shape.without(-1);
        }
        if (left.rank() == 1) {
            shape = shape.without(right.rank() == 1 ? -1 : -2);
        }
        Value<T> result = new Value.Real<>(call.algebra().reshape(product, shape));
        boolean whole = !call.value(0).isReal() && !call.value(1).isReal();
        return List.of(
                whole ? GenerationOperators.cast(call, result, call.whole(0).type()) : result);
    }

    /** alpha A' B' + beta C, each transposed or not. */
    private static <T> List<Value<T>> gemm(Call<T> call) {
        T a = call.integer("transA", 0) == 1 ? call.math().transposeMatrices(call.real(0)) : call.real(0);
        T b = call.integer("transB", 0) == 1 ? call.math().transposeMatrices(call.real(1)) : call.real(1);
        T product = call.algebra().matMul(a, b);
        if (call.node().real("alpha", 1) != 1) {
            product = call.math().multiply(product, call.constant("alpha", 1));
        }
        if (!call.has(2)) {
            return Call.one(product);
        }
        T c = call.node().real("beta", 1) == 1
                ? call.real(2)
                : call.math().multiply(call.real(2), call.constant("beta", 1));
        return Call.one(call.math().add(product, c));
    }

    private static <T> List<Value<T>> einsum(Call<T> call) {
        return Call.one(Einsum.of(
                call.math(),
                call.node().text("equation", ""),
                call.values().stream().map(v -> v.real(call.algebra())).toList()));
    }
}
