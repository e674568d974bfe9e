package gradlab.verification.recheck;

/** The rank of a matrix of exact numbers. */
final class Ranks {
    private Ranks() {}

    /** By elimination with any pivot that is not 0; the rest of a matrix that is not exact must be 0 or empty. */
    static Num rank(Mat a) {
        Mat rest = a;
        int rank = 0;
        while (rest.rows > 0 && rest.columns > 0) {
            int pivot = pivot(rest);
            if (pivot < 0) {
                if (rest.entries.stream().allMatch(Num::isZero)) {
                    break;
                }
                throw NoValue.undecided("the rank of a matrix that is not exact");
            }
            rest = eliminated(rest, pivot / rest.columns, pivot % rest.columns);
            rank++;
        }
        return Num.of(rank);
    }

    private static int pivot(Mat a) {
        for (int k = 0; k < a.entries.size(); k++) {
            if (!a.entries.get(k).containsZero()) {
                return k;
            }
        }
        return -1;
    }

    private static Mat eliminated(Mat a, int p, int q) {
        return Mat.of(a.rows - 1, a.columns - 1, (i, j) -> {
            int row = i < p ? i : i + 1;
            int column = j < q ? j : j + 1;
            Num lost = a.get(row, q).multiply(a.get(p, column)).divide(a.get(p, q));
            return a.get(row, column).subtract(lost);
        });
    }
}
