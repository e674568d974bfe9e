package gradlab.dynamics.system;

import gradlab.dynamics.system.Family.Range;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** The built-in systems that are made by a program: a new one is an entry here. */
final class Families {

    private static final long LARGEST_SEED = 1L << 53;
    private static final Range SEED = Range.whole("seed", 1, 0, LARGEST_SEED);

    private static final Family MACKEY_GLASS = new Family(
            "mackey-glass",
            Clock.TIME,
            "the delay equation of Mackey and Glass, its history held at Chebyshev points",
            "mackeyglass1977",
            "0.0051 and 0 at the usual parameters (recomputed by the method of steps); those far below belong to the discretisation",
            List.of(
                    Range.real("tau", 17, 1e-3, 1e3),
                    Range.real("beta", 0.2, -1e3, 1e3),
                    Range.real("gamma", 0.1, -1e3, 1e3),
                    Range.real("p", 10, 0, 100),
                    Range.whole("points", 25, 3, 200)),
            "x' = beta*x(t - tau)/(1 + x(t - tau)^p) - gamma*x",
            (name, p) -> {
                int points = p.whole("points");
                double[] start = new double[points];
                Arrays.fill(start, 1.2);
                return FlowSystem.of(
                        Outline.numbered(name, "u", start),
                        () -> DelayRule.mackeyGlass(
                                points, p.real("tau"), p.real("beta"), p.real("gamma"), p.real("p")));
            });

    private static final Family RANDOM_TANH = new Family(
            "random-tanh",
            Clock.STEP,
            "a random network, its units before the weights: W ~ N(0, 1/n)",
            "sompolinsky1988",
            "log(g) below g = 1; for large n 0.15472 at g = 2 and 0.31025 at g = 3",
            List.of(Range.whole("n", 100, 1, DenseNetworkMap.MOST_UNITS), Range.real("g", 2, 0, 1e6), SEED),
            "h <- W tanh(g h)",
            (name, p) -> DenseNetworkMap.random(name, p.whole("n"), p.real("g"), p.seed()));

    private static final Family RANDOM_RECURRENT = new Family(
            "random-recurrent",
            Clock.STEP,
            "the same network seen after its units: W ~ N(0, g^2/n)",
            "sompolinsky1988",
            "those of random-tanh",
            List.of(Range.whole("n", 100, 1, DenseNetworkMap.MOST_UNITS), Range.real("g", 2, 0, 1e6), SEED),
            "h <- tanh(W h)",
            (name, p) -> DenseNetworkMap.randomUnitsLast(name, p.whole("n"), p.real("g"), p.seed()));

    private static final Family RANDOM_RATE = new Family(
            "random-rate",
            Clock.TIME,
            "a random network in continuous time: W ~ N(0, g^2/n)",
            "sompolinsky1988",
            "below 0 for g < 1 and large n",
            List.of(Range.whole("n", 50, 1, 2_000), Range.real("g", 2, 0, 1e3), SEED),
            "x' = -x + W tanh(x)",
            (name, p) -> {
                int n = p.whole("n");
                double[] weights = DenseNetworkMap.gaussian(n, p.real("g"), p.seed());
                Outline start = DenseNetworkMap.start(name, n, p.seed());
                return FlowSystem.of(start, () -> new RateNetworkRule(weights, n));
            });

    private static final Family COUPLED_LOGISTIC = new Family(
            "coupled-logistic",
            Clock.STEP,
            "a ring of logistic maps f(x) = 1 - a x^2, each with its two neighbours",
            "kaneko1989",
            "",
            List.of(Range.whole("n", 20, 1, 1_000), Range.real("a", 1.8, 0, 2), Range.real("c", 0.3, 0, 1), SEED),
            "x_i <- (1 - c) f(x_i) + c/2 (f(x_(i-1)) + f(x_(i+1)))",
            (name, p) -> CoupledSystems.logistic(name, p.whole("n"), p.real("a"), p.real("c"), p.seed()));

    private static final Family COUPLED_LORENZ = new Family(
            "coupled-lorenz",
            Clock.TIME,
            "a ring of Lorenz's models whose x diffuse",
            "lorenz1963",
            "their sum is -41/3 - 2 c a model (for three models or more)",
            List.of(Range.whole("n", 3, 1, 300), Range.real("rho", 28, 0, 1e3), Range.real("c", 0.5, 0, 1e3), SEED),
            "x_i' = 10(y_i - x_i) + c (x_(i-1) - 2 x_i + x_(i+1)), y_i' = x_i (rho - z_i) - y_i, z_i' = x_i y_i - 8/3 z_i",
            (name, p) -> CoupledSystems.lorenz(name, p.whole("n"), p.real("rho"), p.real("c"), p.seed()));

    private static final Family RNN = cell(
            "rnn",
            "a random tanh RNN, driven by noise of deviation drive",
            "",
            "h <- tanh(W h + U x)",
            (name, p) ->
                    RandomCells.rnn(name, p.whole("n"), p.whole("inputs"), p.real("g"), p.real("drive"), p.seed()));

    private static final Family LSTM = cell(
            "lstm",
            "a random LSTM, driven by noise of deviation drive; 2 n states",
            "gers2000",
            "c <- sigmoid(f) c + sigmoid(i) tanh(g), h <- sigmoid(o) tanh(c), (i, f, g, o) = W h + U x",
            (name, p) ->
                    RandomCells.lstm(name, p.whole("n"), p.whole("inputs"), p.real("g"), p.real("drive"), p.seed()));

    private static final Family GRU = cell(
            "gru",
            "a random GRU, driven by noise of deviation drive",
            "cho2014",
            "h <- (1 - z) tanh(U x + r (W h)) + z h, r and z = sigmoid(W h + U x)",
            (name, p) ->
                    RandomCells.gru(name, p.whole("n"), p.whole("inputs"), p.real("g"), p.real("drive"), p.seed()));

    private static final List<Family> ALL = List.of(
            MACKEY_GLASS, RANDOM_TANH, RANDOM_RECURRENT, RANDOM_RATE, COUPLED_LOGISTIC, COUPLED_LORENZ, RNN, LSTM, GRU);

    private Families() {}

    private static Family cell(
            String name,
            String description,
            String source,
            String equation,
            BiFunction<String, Settings, DynamicalSystem> factory) {
        List<Range> parameters = List.of(
                Range.whole("n", 20, 1, 2_000),
                Range.whole("inputs", 1, 1, 2_000),
                Range.real("g", 2, 0, 1e6),
                Range.real("drive", 0, 0, 1e6),
                SEED);
        return new Family(name, Clock.STEP, description, source, "", parameters, equation, factory);
    }

    static List<String> names() {
        return ALL.stream().map(Family::name).toList();
    }

    static Optional<Family> find(String name) {
        return ALL.stream().filter(family -> family.name().equals(name)).findFirst();
    }
}
