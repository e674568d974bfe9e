package gradlab.verification.domain;

import gradlab.verification.claim.CaseValue;
import java.util.List;
import java.util.Optional;

/** A domain whose sizes and bounds are known numbers. */
public sealed interface Domain {

    /** Integers from low to high, both included. */
    record Integers(long low, long high) implements Domain {}

    /** Real numbers; all of them without bounds. */
    record Reals(Optional<Bounds> bounds) implements Domain {}

    /** Positive real numbers between bounds, drawn log-uniformly. */
    record LogReals(Bounds bounds) implements Domain {}

    /** True and false. */
    record Booleans() implements Domain {}

    /** Some listed values. */
    record Choices(List<CaseValue> values) implements Domain {
        /** Copies the values. */
        public Choices {
            values = List.copyOf(values);
        }
    }

    /** Vectors of n numbers, each within the bounds if there are any. */
    record Vectors(int n, Optional<Bounds> bounds) implements Domain {}

    /** Vectors of n numbers with norm 1. */
    record Units(int n) implements Domain {}

    /** Vectors of n numbers, none below 0, with sum 1. */
    record Simplices(int n) implements Domain {}

    /** Matrices, each entry within the bounds if there are any. */
    record Matrices(int rows, int columns, Optional<Bounds> bounds) implements Domain {}

    /** Symmetric n x n matrices. */
    record Symmetrics(int n) implements Domain {}

    /** Orthogonal n x n matrices. */
    record Orthogonals(int n) implements Domain {}

    /** n x n permutation matrices. */
    record Permutations(int n) implements Domain {}

    /** Lists of so many items of a domain. */
    record Lists(int count, Domain item) implements Domain {}
}
