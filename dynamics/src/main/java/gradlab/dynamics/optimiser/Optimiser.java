package gradlab.dynamics.optimiser;

/**
 * How a gradient g changes the parameters p at rate r, with decay d. Up to the second part of AdamW, g stands for the gradient
 * plus d p.
 *
 * <ul>
 *   <li>SGD: p - r g
 *   <li>MOMENTUM: b = m b + g; p - r b (polyak1964)
 *   <li>NESTEROV: b = m b + g; p - r (g + m b) (nesterov1983, as written by sutskever2013)
 *   <li>RMSPROP: v = s v + (1 - s) g²; p - r g/(sqrt(v) + e) (tielemanhinton2012)
 *   <li>ADAM: b = m b + (1 - m) g; v = s v + (1 - s) g²; at update t, p - r b/(1 - m^t) / (sqrt(v/(1 - s^t)) + e)
 *       (kingmaba2015)
 *   <li>ADAMW: p (1 - r d) before a step of Adam with d = 0 (loshchilovhutter2019)
 * </ul>
 *
 * @param kind the rule
 * @param rate r before any schedule, positive and finite
 * @param momentum m, in [0, 1)
 * @param second s, in [0, 1)
 * @param epsilon e
 * @param decay d
 */
public record Optimiser(Kind kind, double rate, double momentum, double second, double epsilon, double decay) {
    /** The rules. */
    public enum Kind {
        /** Plain gradient descent. */
        SGD(0),
        /** Heavy ball. */
        MOMENTUM(1),
        /** Nesterov's momentum. */
        NESTEROV(1),
        /** Divided by the root mean square of recent gradients. */
        RMSPROP(1),
        /** Both, with corrected means. */
        ADAM(2),
        /** Adam with decay beside the gradient. */
        ADAMW(2);

        private final int states;

        Kind(int states) {
            this.states = states;
        }

        /** How many arrays as long as the parameters it carries from step to step; they start at 0. */
        public int states() {
            return states;
        }
    }

    /** Checks every number. */
    public Optimiser {
        if (!(rate > 0 && rate < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("rate must be positive and finite, was " + rate);
        }
        if (!(momentum >= 0 && momentum < 1 && second >= 0 && second < 1)) {
            throw new IllegalArgumentException(
                    "momentum and second must be in [0, 1), were " + momentum + " and " + second);
        }
        if (!(epsilon >= 0 && epsilon < Double.POSITIVE_INFINITY && decay >= 0 && decay < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "epsilon and decay must be finite and not negative, were " + epsilon + " and " + decay);
        }
    }

    /** Plain gradient descent. */
    public static Optimiser sgd(double rate) {
        return new Optimiser(Kind.SGD, rate, 0, 0, 0, 0);
    }

    /**
     * The parameters after one update, in a new array.
     *
     * @param gradient not changed
     * @param states the carried arrays; changed
     * @param update the number of the update, from 1
     * @param now the rate of this update
     */
    public double[] update(double[] parameters, double[] gradient, double[][] states, int update, double now) {
        double[] g = decayed(parameters, gradient);
        double[] updated = new double[parameters.length];
        switch (kind) {
            case SGD -> {
                for (int i = 0; i < updated.length; i++) {
                    updated[i] = parameters[i] - now * g[i];
                }
            }
            case MOMENTUM, NESTEROV -> momentum(parameters, g, states[0], now, updated);
            case RMSPROP -> {
                for (int i = 0; i < updated.length; i++) {
                    states[0][i] = second * states[0][i] + (1 - second) * g[i] * g[i];
                    updated[i] = parameters[i] - now * g[i] / (Math.sqrt(states[0][i]) + epsilon);
                }
            }
            case ADAM, ADAMW -> adam(parameters, g, states, update, now, updated);
        }
        return updated;
    }

    private double[] decayed(double[] parameters, double[] gradient) {
        if (decay == 0 || kind == Kind.ADAMW) {
            return gradient;
        }
        double[] sum = new double[gradient.length];
        for (int i = 0; i < sum.length; i++) {
            sum[i] = gradient[i] + decay * parameters[i];
        }
        return sum;
    }

    private void momentum(double[] parameters, double[] g, double[] carried, double now, double[] updated) {
        for (int i = 0; i < updated.length; i++) {
            carried[i] = momentum * carried[i] + g[i];
            double step = kind == Kind.MOMENTUM ? carried[i] : g[i] + momentum * carried[i];
            updated[i] = parameters[i] - now * step;
        }
    }

    private void adam(double[] parameters, double[] g, double[][] states, int update, double now, double[] updated) {
        double first = 1 - StrictMath.pow(momentum, update);
        double root = Math.sqrt(1 - StrictMath.pow(second, update));
        double kept = kind == Kind.ADAMW ? 1 - now * decay : 1;
        double[] mean = states[0];
        double[] square = states[1];
        for (int i = 0; i < updated.length; i++) {
            mean[i] = momentum * mean[i] + (1 - momentum) * g[i];
            square[i] = second * square[i] + (1 - second) * g[i] * g[i];
            updated[i] = parameters[i] * kept - now / first * mean[i] / (Math.sqrt(square[i]) / root + epsilon);
        }
    }

    /**
     * The largest eigenvalue of the (preconditioned) Hessian up to which this rule is stable on a quadratic: 2/r for SGD and
     * RMSProp, (2 + 2m)/r for momentum, (2 + 2m)/(r (1 + 2m)) for Nesterov (cohen2021), (2 + 2m)/(r (1 - m)) for Adam
     * (cohen2022); less the decay where that is part of the gradient and nothing is preconditioned.
     */
    public double threshold(double now) {
        double own = switch (kind) {
            case SGD, RMSPROP -> 2 / now;
            case MOMENTUM -> (2 + 2 * momentum) / now;
            case NESTEROV -> (2 + 2 * momentum) / (now * (1 + 2 * momentum));
            case ADAM, ADAMW -> (2 + 2 * momentum) / (now * (1 - momentum));
        };
        return isPreconditioned() ? own : own - decay;
    }

    /** Whether the threshold speaks of the Hessian divided by {@link #preconditioner}. */
    public boolean isPreconditioned() {
        return kind == Kind.RMSPROP || kind == Kind.ADAM || kind == Kind.ADAMW;
    }

    /** What the next update divides each entry by, after {@code update} updates: sqrt(v) + e, with Adam's corrections. */
    public double[] preconditioner(double[][] states, int update) {
        double[] square = states[kind.states() - 1];
        double first = kind == Kind.RMSPROP ? 1 : 1 - StrictMath.pow(momentum, Math.max(1, update));
        double root = kind == Kind.RMSPROP ? 1 : Math.sqrt(1 - StrictMath.pow(second, Math.max(1, update)));
        double[] divisors = new double[square.length];
        for (int i = 0; i < divisors.length; i++) {
            divisors[i] = first * (Math.sqrt(square[i]) / root + epsilon);
        }
        return divisors;
    }
}
