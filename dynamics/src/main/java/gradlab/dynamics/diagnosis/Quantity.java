package gradlab.dynamics.diagnosis;

/** What a series of a training log measures. */
public enum Quantity {
    /** The loss of training. */
    LOSS,
    /** A loss beside others, such as one of several terms; looked at where there is no other. */
    PART_OF_LOSS,
    /** The loss of an evaluation: rising, it may mean overfitting. */
    EVALUATION_LOSS,
    /** The norm of the gradient by parameters, before clipping where that is told apart. */
    GRADIENT,
    /** The norm of the gradient by what goes into a layer. */
    GRADIENT_AT,
    /** The norm of the gradient after clipping. */
    CLIPPED_GRADIENT,
    /** What gradients are clipped to. */
    CLIP_LIMIT,
    /** The norm of parameters. */
    WEIGHT,
    /** The norm of an update. */
    UPDATE,
    /** What comes out of a layer. */
    ACTIVATION,
    /** The learning rate. */
    RATE,
    /** The momentum of the optimiser. */
    MOMENTUM,
    /** The largest eigenvalue of the Hessian. */
    SHARPNESS,
    /** What sharpness the optimiser can stand. */
    SHARPNESS_LIMIT,
    /** The share of units that are zero for all inputs seen. */
    DEAD,
    /** The share of units on flat parts of their activation. */
    SATURATED,
    /** What a loss is multiplied by so that small gradients do not underflow. */
    LOSS_SCALE,
    /** Anything else. */
    OTHER
}
