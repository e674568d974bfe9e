package gradlab.dynamics.system;

import gradlab.analysis.random.RandomStream;
import gradlab.analysis.source.SourceText;
import java.util.Map;

/** Rings of equal systems that act on their neighbours, written as the file that a user would write. */
final class CoupledSystems {

    private CoupledSystems() {}

    /** Kaneko's lattice: x_i ↦ (1 − e) f(x_i) + e (f(x_(i−1)) + f(x_(i+1)))/2 with f(x) = 1 − a x² (kaneko1989). */
    static DynamicalSystem logistic(String name, int units, double a, double coupling, long seed) {
        RandomStream random = RandomStream.of(seed, "start");
        StringBuilder state = new StringBuilder();
        StringBuilder next = new StringBuilder();
        for (int i = 0; i < units; i++) {
            state.append("  x")
                    .append(i)
                    .append(": ")
                    .append(2 * random.nextDouble() - 1)
                    .append('\n');
            next.append("  x%d: (1 - c)*(1 - a*x%d^2) + c/2*((1 - a*x%d^2) + (1 - a*x%d^2))\n"
                    .formatted(i, i, (i + units - 1) % units, (i + 1) % units));
        }
        return make(name, "system: map\nparameters: {a: %s, c: %s}\n".formatted(a, coupling), state, next);
    }

    /** A ring of Lorenz's systems whose x diffuse: x_i' = sigma (y_i − x_i) + c (x_(i−1) − 2 x_i + x_(i+1)). */
    static DynamicalSystem lorenz(String name, int units, double rho, double coupling, long seed) {
        RandomStream random = RandomStream.of(seed, "start");
        StringBuilder state = new StringBuilder();
        StringBuilder next = new StringBuilder();
        for (int i = 0; i < units; i++) {
            for (String coordinate : new String[] {"x", "y", "z"}) {
                state.append("  ").append(coordinate).append(i).append(": ");
                state.append(1 + random.nextDouble()).append('\n');
            }
            String diffusion =
                    units == 1 ? "" : " + c*(x%d - 2*x%d + x%d)".formatted((i + units - 1) % units, i, (i + 1) % units);
            next.append("  x%1$d: 10*(y%1$d - x%1$d)%2$s\n  y%1$d: x%1$d*(rho - z%1$d) - y%1$d\n"
                            .formatted(i, diffusion))
                    .append("  z%1$d: x%1$d*y%1$d - 8/3*z%1$d\n".formatted(i));
        }
        return make(name, "system: flow\nparameters: {rho: %s, c: %s}\n".formatted(rho, coupling), state, next);
    }

    private static DynamicalSystem make(String name, String head, StringBuilder state, StringBuilder next) {
        String text = head + "state:\n" + state + "next:\n" + next;
        return SystemFileReader.read(new SourceText(name, text), name, Map.of()).system();
    }
}
