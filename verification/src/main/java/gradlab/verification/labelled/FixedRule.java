package gradlab.verification.labelled;

/** The rules of SageMaker Debugger that these logs have the numbers for, with their documented defaults (amazon2023). */
public enum FixedRule {
    /** A tensor that is not finite. */
    EXPLODING_TENSOR("ExplodingTensor"),
    /** A mean absolute gradient below 1e-7. */
    VANISHING_GRADIENT("VanishingGradient"),
    /** A loss that did not fall by 0.1 % in 10 steps. */
    LOSS_NOT_DECREASING("LossNotDecreasing"),
    /** Variances of weights that differ by a factor of 10, or gradients within 0.001, in the first 10 steps. */
    POOR_WEIGHT_INITIALIZATION("PoorWeightInitialization"),
    /** Updates beyond 10 times the weights, or below 1e-8 of them. */
    WEIGHT_UPDATE_RATIO("WeightUpdateRatio"),
    /** A layer with more than half of its ReLU units dead. */
    DEAD_RELU("DeadRelu");

    private final String title;

    FixedRule(String title) {
        this.title = title;
    }

    /** What it is called there. */
    public String title() {
        return title;
    }
}
