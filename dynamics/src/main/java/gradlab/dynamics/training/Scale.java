package gradlab.dynamics.training;

/** What the loss is multiplied by, and how long that has gone well. For one run. */
final class Scale {
    private final Precision precision;
    private double value;
    private int patience;

    Scale(Precision precision) {
        this.precision = precision;
        this.value = precision.scale();
    }

    void restore(double saved, int savedPatience) {
        value = saved;
        patience = savedPatience;
    }

    double value() {
        return value;
    }

    int patience() {
        return patience;
    }

    /** Whether a gradient that is not finite can be met by a smaller scale; then it is smaller now. */
    boolean backsOff() {
        if (!precision.dynamic() || value <= Precision.LEAST) {
            return false;
        }
        value /= 2;
        patience = 0;
        return true;
    }

    /** After a good step. */
    void succeeded() {
        if (precision.dynamic() && ++patience == Precision.PATIENCE) {
            value = Math.min(2 * value, Precision.MOST);
            patience = 0;
        }
    }
}
