package gradlab.analysis.interval;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** What the certain zeros of a square matrix say. */
final class Pattern {
    private Pattern() {}

    /** Whether all entries below, or all above, the diagonal are certainly 0. */
    static boolean isTriangular(IntervalMatrix matrix) {
        boolean upper = true;
        boolean lower = true;
        for (int i = 0; i < matrix.rows(); i++) {
            for (int j = 0; j < i; j++) {
                upper &= isZero(matrix, i, j);
                lower &= isZero(matrix, j, i);
            }
        }
        return upper || lower;
    }

    /**
     * The index sets of the diagonal blocks to which a simultaneous permutation of rows and columns reduces the matrix,
     * triangular in blocks: the strongly connected components of the graph of its entries. The eigenvalues of the matrix
     * are those of the blocks.
     */
    static List<int[]> irreducibleBlocks(IntervalMatrix matrix) {
        int n = matrix.rows();
        BitSet[] reach = reachability(matrix);
        BitSet placed = new BitSet(n);
        List<int[]> blocks = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            if (!placed.get(i)) {
                BitSet block = new BitSet(n);
                block.set(i);
                for (int j = i + 1; j < n; j++) {
                    block.set(j, reach[i].get(j) && reach[j].get(i));
                }
                placed.or(block);
                blocks.add(block.stream().toArray());
            }
        }
        return blocks;
    }

    private static BitSet[] reachability(IntervalMatrix matrix) {
        int n = matrix.rows();
        BitSet[] reach = new BitSet[n];
        for (int i = 0; i < n; i++) {
            reach[i] = new BitSet(n);
            for (int j = 0; j < n; j++) {
                reach[i].set(j, !isZero(matrix, i, j));
            }
        }
        for (int k = 0; k < n; k++) {
            for (int i = 0; i < n; i++) {
                if (reach[i].get(k)) {
                    reach[i].or(reach[k]);
                }
            }
        }
        return reach;
    }

    private static boolean isZero(IntervalMatrix matrix, int i, int j) {
        return matrix.get(i, j).equals(Interval.ZERO);
    }
}
