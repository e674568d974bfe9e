package gradlab.analysis.tensor;

/** The derivative of one recorded operation at the point where it was carried out: one linear map an operand. */
interface Derivative {
    /** Adds to {@code into} what a tangent at an operand comes to. */
    void push(int operand, double[] tangent, double[] into);

    /** Adds to {@code into}, at an operand, what a cotangent of the result comes to. */
    void pull(int operand, double[] cotangent, double[] into);
}
