package gradlab.analysis.operator;

import java.util.List;

/** Operators built from operators. None stores a matrix; each costs what its parts cost plus O(rows + columns). */
public final class Operators {
    private Operators() {}

    /** {@code A + B} for operators of the same shape. */
    public static LinearOperator sum(LinearOperator a, LinearOperator b) {
        return new Sum(a, b);
    }

    /** {@code A B}: B is applied first. */
    public static LinearOperator product(LinearOperator a, LinearOperator b) {
        return new Product(a, b);
    }

    /**
     * The product of a chain, the first of the list applied first: {@code A_k ... A_2 A_1}.
     *
     * @param chain at least one operator
     */
    public static LinearOperator chain(List<? extends LinearOperator> chain) {
        if (chain.isEmpty()) {
            throw new IllegalArgumentException("chain must hold at least one operator, held none");
        }
        LinearOperator product = chain.get(0);
        for (LinearOperator next : chain.subList(1, chain.size())) {
            product = new Product(next, product);
        }
        return product;
    }

    /** {@code A + c I} for a square A. */
    public static LinearOperator shifted(LinearOperator a, double c) {
        return new Shifted(a, Checks.finite("c", c));
    }

    /** {@code c A}. */
    public static LinearOperator scaled(double c, LinearOperator a) {
        return new Scaled(Checks.finite("c", c), a);
    }

    /** {@code A'}. */
    public static LinearOperator transpose(LinearOperator a) {
        return a instanceof Transposed transposed ? transposed.operator() : new Transposed(a);
    }

    /** The square matrix with this diagonal. */
    public static LinearOperator diagonal(Vector diagonal) {
        return new Diagonal(diagonal);
    }

    /** The n by n identity. */
    public static LinearOperator identity(int n) {
        return new Identity(n);
    }

    /** The zero operator of this shape. */
    public static LinearOperator zero(int rows, int columns) {
        return new Zero(rows, columns);
    }

    /** {@code [A; B]}: A above B, with as many columns each. */
    public static LinearOperator above(LinearOperator a, LinearOperator b) {
        return new Above(a, b);
    }

    /** {@code [A B]}: A left of B, with as many rows each. */
    public static LinearOperator beside(LinearOperator a, LinearOperator b) {
        return transpose(new Above(transpose(a), transpose(b)));
    }
}
