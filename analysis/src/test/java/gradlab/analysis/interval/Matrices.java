package gradlab.analysis.interval;

import java.util.SplittableRandom;

/** Matrices for tests: random ones of many scales and structured ones. */
final class Matrices {
    private Matrices() {}

    static double[][] gaussian(SplittableRandom random, int rows, int columns) {
        double[][] a = new double[rows][columns];
        for (double[] row : a) {
            for (int j = 0; j < columns; j++) {
                double u = 1 - random.nextDouble();
                row[j] = StrictMath.sqrt(-2 * StrictMath.log(u)) * StrictMath.cos(2 * Math.PI * random.nextDouble());
            }
        }
        return a;
    }

    /** Small, sparse, rank one, graded, nearly equal, integer, orthogonal or plain. */
    static double[][] anyKind(SplittableRandom random, int rows, int columns) {
        double[][] a = gaussian(random, rows, columns);
        int kind = random.nextInt(7);
        double scale = Math.scalb(1.0, random.nextInt(-500, 500));
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                a[i][j] = scale
                        * switch (kind) {
                            case 0 -> random.nextInt(3) == 0 ? a[i][j] : 0;
                            case 1 -> (i + 1.0) * (j - 1.5);
                            case 2 -> a[i][j] * Math.scalb(1.0, -8 * i);
                            case 3 -> 1 + a[i][j] * 0x1p-40;
                            case 4 -> random.nextInt(-3, 4);
                            case 5 -> j == i + 1 ? 10 : 0;
                            default -> a[i][j];
                        };
            }
        }
        return a;
    }

    static double[][] hilbert(int n) {
        double[][] a = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                a[i][j] = 1.0 / (i + j + 1);
            }
        }
        return a;
    }

    /** -1 below, 1 on and on three diagonals above. */
    static double[][] grcar(int n) {
        double[][] a = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = Math.max(i - 1, 0); j < Math.min(i + 4, n); j++) {
                a[i][j] = j < i ? -1 : 1;
            }
        }
        return a;
    }

    /** X D X^-1 for a random integer X of determinant 1: integers, with exactly the eigenvalues of the integer D. */
    static double[][] similar(SplittableRandom random, double[][] d, int shears) {
        int n = d.length;
        double[][] a = new double[n][];
        for (int i = 0; i < n; i++) {
            a[i] = d[i].clone();
        }
        for (int step = 0; step < shears; step++) {
            int i = random.nextInt(n);
            int j = (i + 1 + random.nextInt(n - 1)) % n;
            int factor = random.nextBoolean() ? 1 : -1;
            for (int k = 0; k < n; k++) {
                a[i][k] += factor * a[j][k];
            }
            for (int k = 0; k < n; k++) {
                a[k][j] -= factor * a[k][i];
            }
        }
        return a;
    }

    /** Every entry widened by up to the given relative amount. */
    static IntervalMatrix widened(SplittableRandom random, double[][] a, double amount) {
        return IntervalMatrix.of(a.length, a[0].length, (i, j) -> {
            double radius = Math.abs(a[i][j]) * amount * random.nextDouble();
            return Interval.of(a[i][j] - radius, a[i][j] + radius);
        });
    }

    static double[][] sampled(SplittableRandom random, IntervalMatrix matrix) {
        double[][] a = new double[matrix.rows()][matrix.columns()];
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < a[i].length; j++) {
                Interval entry = matrix.get(i, j);
                a[i][j] = switch (random.nextInt(3)) {
                    case 0 -> entry.lower();
                    case 1 -> entry.upper();
                    default -> entry.midpoint();
                };
            }
        }
        return a;
    }
}
