package gradlab.verification.certificate;

import gradlab.analysis.arithmetic.NoValueException;
import gradlab.analysis.expression.Kind;
import gradlab.verification.domain.Domain;

/**
 * The shape of the elements of a domain of numbers, vectors or matrices.
 *
 * @param kind which of the three
 * @param rows rows of a matrix, entries of a vector, 1 for a number
 * @param columns columns of a matrix, otherwise 1
 */
public record Shape(Kind kind, int rows, int columns) {

    /**
     * The shape of a domain's elements.
     *
     * @throws NoValueException if they are of none of these kinds
     */
    public static Shape of(Domain domain) {
        if (domain instanceof Domain.Reals || domain instanceof Domain.LogReals || domain instanceof Domain.Integers) {
            return new Shape(Kind.NUMBER, 1, 1);
        } else if (domain instanceof Domain.Vectors vectors) {
            return new Shape(Kind.VECTOR, vectors.n(), 1);
        } else if (domain instanceof Domain.Units units) {
            return new Shape(Kind.VECTOR, units.n(), 1);
        } else if (domain instanceof Domain.Simplices simplices) {
            return new Shape(Kind.VECTOR, simplices.n(), 1);
        } else if (domain instanceof Domain.Matrices matrices) {
            return new Shape(Kind.MATRIX, matrices.rows(), matrices.columns());
        } else if (domain instanceof Domain.Symmetrics symmetrics) {
            return new Shape(Kind.MATRIX, symmetrics.n(), symmetrics.n());
        } else if (domain instanceof Domain.Orthogonals orthogonals) {
            return new Shape(Kind.MATRIX, orthogonals.n(), orthogonals.n());
        } else if (domain instanceof Domain.Permutations permutations) {
            return new Shape(Kind.MATRIX, permutations.n(), permutations.n());
        }
        throw NoValueException.undecided("a domain without symbols");
    }
}
