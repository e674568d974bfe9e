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
    ERF,
    /** e^x - 1, without cancellation. */
    EXPM1,
    /** Natural logarithm of 1 + x, of x > -1, without cancellation. */
    LOG1P,
    /** log(1 + e^x); its slope is the sigmoid. */
    SOFTPLUS,
    /** x times the normal distribution function. */
    GELU,
    /** Slope of GELU. */
    GELU_SLOPE,
    /** x (1 + tanh(sqrt(2/pi) (x + 0.044715 x^3)))/2. */
    GELU_TANH,
    /** Slope of that form of GELU. */
    GELU_TANH_SLOPE,
    /** x sigmoid(x). */
    SILU,
    /** Slope of SiLU. */
    SILU_SLOPE,
    /** x tanh(log(1 + e^x)). */
    MISH,
    /** Slope of Mish. */
    MISH_SLOPE
}
