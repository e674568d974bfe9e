package gradlab.dynamics.system;

import java.util.List;

/** Formulas as a rule. The derivative is sparse: only the entries that are not 0 everywhere are computed and multiplied. */
final class FormulaRule implements Rule {

    private final Formulas formulas;
    private final int n;
    private final Program values;
    private final Program derivatives;
    private final int[] rows;
    private final int[] columns;
    private final double[] entries;

    FormulaRule(Formulas formulas) {
        this.formulas = formulas;
        this.n = formulas.dimension();
        int count = formulas.gradients().stream().mapToInt(row -> row.size()).sum();
        int[] roots = formulas.roots().stream().mapToInt(i -> i).toArray();
        int[] all = java.util.Arrays.copyOf(roots, n + count);
        rows = new int[n + 1];
        columns = new int[count];
        entries = new double[count];
        int at = 0;
        for (int i = 0; i < n; i++) {
            for (java.util.Map.Entry<Integer, Integer> entry :
                    formulas.gradients().get(i).entrySet()) {
                columns[at] = entry.getKey();
                all[n + at++] = entry.getValue();
            }
            rows[i + 1] = at;
        }
        values = new Program(formulas.terms(), roots);
        derivatives = new Program(formulas.terms(), all);
    }

    @Override
    public int dimension() {
        return n;
    }

    @Override
    public void value(double[] x, double[] into) {
        values.run(x);
        for (int i = 0; i < n; i++) {
            into[i] = values.result(i);
        }
    }

    @Override
    public void linearise(double[] x, double[] into) {
        derivatives.run(x);
        for (int i = 0; i < n; i++) {
            into[i] = derivatives.result(i);
        }
        for (int i = 0; i < entries.length; i++) {
            entries[i] = derivatives.result(n + i);
        }
    }

    @Override
    public void push(double[] tangents, int from, int k, double[] into, int at) {
        for (int i = 0; i < n; i++) {
            int row = at + i * k;
            java.util.Arrays.fill(into, row, row + k, 0);
            for (int e = rows[i]; e < rows[i + 1]; e++) {
                double entry = entries[e];
                int source = from + columns[e] * k;
                for (int c = 0; c < k; c++) {
                    into[row + c] += entry * tangents[source + c];
                }
            }
        }
    }

    @Override
    public String failure(double[] x, List<String> coordinates) {
        return new FormulaFailure(formulas).at(x);
    }
}
