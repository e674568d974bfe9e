package gradlab.analysis.expression;

/** Whether two expressions are the same one, written twice: then they are equal wherever they have a value. */
final class SameForm {

    private SameForm() {}

    static boolean same(Expression left, Expression right) {
        return left.getClass() == right.getClass() && CanonicalForm.of(left).equals(CanonicalForm.of(right));
    }
}
