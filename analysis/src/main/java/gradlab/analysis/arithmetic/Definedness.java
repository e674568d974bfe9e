package gradlab.analysis.arithmetic;

/**
 * Where an operation on enclosures has no value for some number inside: undefined if it has none for any, else undecided. Each
 * method throws {@link NoValueException} there, and otherwise does nothing.
 */
public final class Definedness {

    private Definedness() {}

    /** Of a quotient: its divisor, which may be 0, and is nothing else if it is a point. */
    public static void divisor(boolean mayBeZero, boolean isPoint) {
        require(!mayBeZero, isPoint, "division by zero", "a divisor that may be zero");
    }

    /** Of a root: its radicand, some or all of which is below 0. */
    public static void radicand(boolean mayBeNegative, boolean isNegative) {
        require(!mayBeNegative, isNegative, "square root of a negative number", "a radicand that may be negative");
    }

    /** Of an integer power not above 0: its base. */
    public static void base(boolean mayBeZero, boolean isPoint) {
        require(!mayBeZero, isPoint, "zero to a power not above 0", "a base that may be zero");
    }

    /** Of a power that is no integer for sure: its base, some of which is not above 0. */
    public static void positiveBase(boolean mayBeOther, boolean isUndefined) {
        require(
                !mayBeOther,
                isUndefined,
                "a negative base to a power that is no integer",
                "a base that may not be above 0");
    }

    /** Of a logarithm: its argument, some or all of which is not above 0. */
    public static void logarithm(boolean mayBeOther, boolean isOther) {
        require(
                !mayBeOther,
                isOther,
                "logarithm of a number not above 0",
                "a logarithm's argument that may not be above 0");
    }

    private static void require(boolean fits, boolean undefined, String nowhere, String somewhere) {
        if (!fits) {
            throw undefined ? NoValueException.undefined(nowhere) : NoValueException.undecided(somewhere);
        }
    }
}
