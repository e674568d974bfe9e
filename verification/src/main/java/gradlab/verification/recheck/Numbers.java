package gradlab.verification.recheck;

import java.util.Map;

/**
 * What terms are evaluated in: it says which numbers there are and what operations make of them. Everything else, such as
 * names, connectives, choices and ranges, is the same in all of them and found in {@link Evaluator}.
 */
interface Numbers {
    /** The names that have a value before anything is defined. */
    Map<String, Value> constants();

    /** What a number stands for that is written in a text. */
    Num literal(Rational written);

    Num add(Num a, Num b);

    Num multiply(Num a, Num b);

    /** The norm of a vector or matrix, or bounds of it if these are found more quickly. */
    Num norm(Mat matrix, boolean quick);

    /** What an operation makes of its arguments. */
    Value call(String operation, Arguments a);
}
