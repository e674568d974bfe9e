package gradlab.analysis.arithmetic;

/** The elementary functions of one number that lead out of the algebraic numbers. */
public enum Transcendental {
    /** e^x. */
    EXP,
    /** Natural logarithm, of x > 0. */
    LOG,
    /** Logarithm to base 2, of x > 0. */
    LOG2,
    /** Sine of an angle in radians. */
    SIN,
    /** Cosine of an angle in radians. */
    COS,
    /** Tangent of an angle in radians. */
    TAN,
    /** Hyperbolic tangent. */
    TANH,
    /** Slope of the hyperbolic tangent, 1/cosh(x)^2. */
    TANH_SLOPE,
    /** 1/(1 + e^-x). */
    SIGMOID,
    /** Slope of the sigmoid, sigmoid(x) sigmoid(-x). */
    SIGMOID_SLOPE,
    /** Gauss error function. */
    ERF
}
