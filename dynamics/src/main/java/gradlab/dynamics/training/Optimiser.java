package gradlab.dynamics.training;

/** How a gradient changes the parameters. */
public sealed interface Optimiser {
    /** The parameters after one update, in a new array. */
    double[] update(double[] parameters, double[] gradient);

    /**
     * Plain gradient descent on mini-batches, {@code p - rate * g}.
     *
     * @param rate the learning rate, positive and finite
     */
    record Sgd(double rate) implements Optimiser {
        /** Checks the rate. */
        public Sgd {
            if (!(rate > 0 && rate < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("rate must be positive and finite, was " + rate);
            }
        }

        @Override
        public double[] update(double[] parameters, double[] gradient) {
            double[] updated = new double[parameters.length];
            for (int i = 0; i < updated.length; i++) {
                updated[i] = parameters[i] - rate * gradient[i];
            }
            return updated;
        }
    }
}
