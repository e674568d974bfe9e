package gradlab.dynamics.signal;

/**
 * How the weights and biases of a random network are drawn, its loss of units, and how large its inputs are.
 *
 * @param weight sigma_w²: weights of a layer with n inputs have variance sigma_w²/n
 * @param bias sigma_b², the variance of the biases
 * @param dropout the probability that a unit is dropped, the others scaled by 1/(1 - dropout); below 1
 * @param input the mean square of the entries of an input
 */
public record Variances(double weight, double bias, double dropout, double input) {
    private static final double LARGEST = 1e9;

    /** Checks all. */
    public Variances {
        check("weight variance", weight);
        check("bias variance", bias);
        check("input mean square", input);
        if (!(dropout >= 0 && dropout < 1)) {
            throw new IllegalArgumentException("dropout must be at least 0 and below 1, was " + dropout);
        }
    }

    private static void check(String name, double value) {
        if (!(value >= 0 && value <= LARGEST)) {
            throw new IllegalArgumentException(name + " must be between 0 and 1e9, was " + value);
        }
    }

    /** No dropout, inputs of mean square 1. */
    public static Variances of(double weight, double bias) {
        return new Variances(weight, bias, 0, 1);
    }

    /** With another weight variance. */
    public Variances withWeight(double other) {
        return new Variances(other, bias, dropout, input);
    }

    /** With this probability of dropping a unit: 1 less rho of schoenholz2017, which is that of keeping it. */
    public Variances withDropout(double other) {
        return new Variances(weight, bias, other, input);
    }

    /** sigma_w²/(1 - dropout): what second moments and squared gradients are multiplied by. */
    double kept() {
        return weight / (1 - dropout);
    }

    /** The variance of the first pre-activations. */
    double first() {
        return weight * input + bias;
    }
}
