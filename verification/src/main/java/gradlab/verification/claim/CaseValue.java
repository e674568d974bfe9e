package gradlab.verification.claim;

import gradlab.analysis.arithmetic.Matrix;
import java.util.List;
import org.hipparchus.fraction.BigFraction;

/** The exact value of a variable in one case. */
public sealed interface CaseValue {

    /** A rational number. */
    record OfNumber(BigFraction value) implements CaseValue {}

    /** A truth value. */
    record OfTruth(boolean value) implements CaseValue {}

    /** A vector of rational numbers. */
    record OfVector(List<BigFraction> entries) implements CaseValue {
        /** Copies the entries. */
        public OfVector {
            entries = List.copyOf(entries);
        }
    }

    /** A matrix of rational numbers. */
    record OfMatrix(Matrix<BigFraction> matrix) implements CaseValue {}

    /** A list of values. */
    record OfList(List<CaseValue> items) implements CaseValue {
        /** Copies the items. */
        public OfList {
            items = List.copyOf(items);
        }
    }
}
