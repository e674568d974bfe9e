package gradlab.verification.search;

import gradlab.analysis.arithmetic.Matrix;
import gradlab.verification.claim.Case;
import gradlab.verification.claim.CaseValue;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.hipparchus.fraction.BigFraction;

/** The numbers of a case in a row, variable after variable, and the same case with others in their place. */
final class CaseNumbers {

    private CaseNumbers() {}

    /** All numbers of a case. */
    static List<BigFraction> of(Case values) {
        List<BigFraction> numbers = new ArrayList<>();
        values.values().values().forEach(value -> collect(value, numbers));
        return numbers;
    }

    /** A case of the same shape with other numbers, as many as {@link #of} gives. */
    static Case replaced(Case values, List<BigFraction> numbers) {
        Iterator<BigFraction> next = numbers.iterator();
        Case result = Case.EMPTY;
        for (Map.Entry<String, CaseValue> entry : values.values().entrySet()) {
            result = result.with(entry.getKey(), replaced(entry.getValue(), next));
        }
        return result;
    }

    private static void collect(CaseValue value, List<BigFraction> numbers) {
        if (value instanceof CaseValue.OfNumber number) {
            numbers.add(number.value());
        } else if (value instanceof CaseValue.OfVector vector) {
            numbers.addAll(vector.entries());
        } else if (value instanceof CaseValue.OfMatrix matrix) {
            numbers.addAll(matrix.matrix().entries());
        } else if (value instanceof CaseValue.OfList list) {
            list.items().forEach(item -> collect(item, numbers));
        }
    }

    private static CaseValue replaced(CaseValue value, Iterator<BigFraction> next) {
        if (value instanceof CaseValue.OfNumber) {
            return new CaseValue.OfNumber(next.next());
        } else if (value instanceof CaseValue.OfVector vector) {
            return new CaseValue.OfVector(replaced(vector.entries(), next));
        } else if (value instanceof CaseValue.OfMatrix of) {
            Matrix<BigFraction> shape = of.matrix();
            return new CaseValue.OfMatrix(new Matrix<>(shape.rows(), shape.columns(), replaced(shape.entries(), next)));
        } else if (value instanceof CaseValue.OfList list) {
            List<CaseValue> items = new ArrayList<>();
            list.items().forEach(item -> items.add(replaced(item, next)));
            return new CaseValue.OfList(items);
        }
        return value;
    }

    private static List<BigFraction> replaced(List<BigFraction> before, Iterator<BigFraction> next) {
        List<BigFraction> after = new ArrayList<>();
        before.forEach(number -> after.add(next.next()));
        return after;
    }
}
