package gradlab.dynamics.lyapunov;

import gradlab.dynamics.system.MapSystem;
import gradlab.dynamics.system.Rule;
import java.util.List;
import java.util.stream.IntStream;

/** Small systems for tests. */
final class Examples {
    private Examples() {}

    /** A map by value and Jacobian, written down once for a whole rule. */
    @FunctionalInterface
    interface Step {
        /** Writes F(x) into {@code next} and the entries of J, row-major, into {@code jacobian}. */
        void at(double[] x, double[] next, double[] jacobian);
    }

    static MapSystem map(String name, double[] start, Step step) {
        int n = start.length;
        List<String> coordinates = IntStream.range(0, n).mapToObj(i -> "x" + i).toList();
        return MapSystem.of(name, coordinates, start, () -> rule(n, step));
    }

    private static Rule rule(int n, Step step) {
        double[] jacobian = new double[n * n];
        return new Rule() {
            @Override
            public int dimension() {
                return n;
            }

            @Override
            public void value(double[] x, double[] into) {
                step.at(x, into, jacobian);
            }

            @Override
            public void linearise(double[] x, double[] into) {
                step.at(x, into, jacobian);
            }

            @Override
            public void push(double[] tangents, int from, int k, double[] into, int at) {
                for (int i = 0; i < n; i++) {
                    for (int c = 0; c < k; c++) {
                        double sum = 0;
                        for (int j = 0; j < n; j++) {
                            sum += jacobian[i * n + j] * tangents[from + j * k + c];
                        }
                        into[at + i * k + c] = sum;
                    }
                }
            }
        };
    }

    static MapSystem henon(double x, double y) {
        return map("henon", new double[] {x, y}, (s, next, j) -> {
            double a = s[0];
            next[0] = 1 - 1.4 * a * a + s[1];
            next[1] = 0.3 * a;
            j[0] = -2.8 * a;
            j[1] = 1;
            j[2] = 0.3;
            j[3] = 0;
        });
    }

    static MapSystem logistic(double r, double x) {
        return map("logistic", new double[] {x}, (s, next, j) -> {
            j[0] = r * (1 - 2 * s[0]);
            next[0] = r * s[0] * (1 - s[0]);
        });
    }

    static MapSystem tent(double x) {
        return map("tent", new double[] {x}, (s, next, j) -> {
            j[0] = s[0] < 0.5 ? 2 : -2;
            next[0] = s[0] < 0.5 ? 2 * s[0] : 2 - 2 * s[0];
        });
    }

    static MapSystem cat() {
        return map("cat", new double[] {0.1234567, 0.7654321}, (s, next, j) -> {
            double x = 2 * s[0] + s[1];
            double y = s[0] + s[1];
            next[0] = x - Math.floor(x);
            next[1] = y - Math.floor(y);
            j[0] = 2;
            j[1] = 1;
            j[2] = 1;
            j[3] = 1;
        });
    }

    /** A state that counts the steps, and the Jacobian of that step. */
    static MapSystem chain(String name, int n, java.util.function.IntFunction<double[]> jacobians) {
        return map(name, new double[n], (s, next, j) -> {
            double[] jacobian = jacobians.apply((int) s[0]);
            System.arraycopy(jacobian, 0, j, 0, n * n);
            double count = s[0] + 1;
            System.arraycopy(s, 0, next, 0, n);
            next[0] = count;
        });
    }
}
