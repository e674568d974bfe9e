package gradlab.analysis.moment;

/** What a numbered symbol of a polynomial stands for. */
sealed interface Symbol {

    /** A random number of unit size, independent of all other random ones. */
    record Random(Law law) implements Symbol {}

    /** Any real number at all: a quantified variable that stays a symbol. */
    record Free() implements Symbol {}

    /** max(p, 0) for a polynomial in symbols of smaller number. */
    record Positive(Polynomial of) implements Symbol {}

    /** 1 where p > 0 and 0 where p < 0, for a polynomial that is almost surely not 0. */
    record Step(Polynomial of) implements Symbol {}
}
