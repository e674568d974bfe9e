package gradlab.verification.recheck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gradlab.verification.recheck.CaseCheck.Answer;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The independent checker on covers. */
final class CoverCheckerTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
HOLDS     | (over x (real 0 1))                          | (box 0 1)
HOLDS     | (over x (real 0 1))                          | (box 0 1/2) ; (box 1/2 1)
HOLDS     | (over x (real 0 1))                          | (box 1/2 1) ; (box 0 1/2)
UNDECIDED | (over x (real 0 1))                          | (box 0 2/3) ; (box 1/3 2)
UNDECIDED | (over x (real 0 1))                          | (box 0 1/2) ; (box 1/3 2/3)
UNDECIDED | (over x (real 0 1))                          | (box 0 1/2)
UNDECIDED | (over x (real 0 1))                          | (box 0 1/2) ; (box 1/1000 1/3) ; (box 51/100 1)
UNDECIDED | (over x (real 0 1))                          | 0 ; 1/2 ; 1
VIOLATED  | (over x (real 0 1))                          |
HOLDS     | (over x (real 2 2))                          | 2
UNDECIDED | (over x (real))                              | (box 0 1)
HOLDS     | (over x (real))                              | (free 1 1)
HOLDS     | (let a (sqrt 2)) (over x (real 0 a))         | (box 0 71/50)
UNDECIDED | (let a (sqrt 2)) (over x (real 0 a))         | (box 0 7/5)
HOLDS     | (over n (integer 1 3))                       | 2 ; 1 ; 3
VIOLATED  | (over n (integer 1 3))                       | 1 ; 3
VIOLATED  | (over n (integer 1 3))                       | 1 ; 2 ; 7/2
HOLDS     | (over n (integer 1 100000))                  | (free 1 1)
HOLDS     | (over b (boolean))                           | true ; false
VIOLATED  | (over b (boolean))                           | true
HOLDS     | (over v (choice (vector 1 2) (vector 3 4)))  | (vector 1 2) ; (vector 3 4)
VIOLATED  | (over v (choice (vector 1 2) (vector 3 4)))  | (vector 1 2) ; (vector 4 3)
VIOLATED  | (over v (choice (matrix 1 2 1 2) 1))         | (matrix 2 1 1 2) ; 1
HOLDS     | (over p (permutation 2))                     | (matrix 2 2 1 0 0 1) ; (matrix 2 2 0 1 1 0)
VIOLATED  | (over p (permutation 3))                     | (matrix 3 3 1 0 0 0 1 0 0 0 1)
HOLDS     | (over n (integer 1 2)) (over x (vector n 0 1)) | 2 (vector (box 0 1) (box 0 1)) ; 1 (vector (box 0 1))
UNDECIDED | (over n (integer 1 2)) (over x (real 0 n))     | 2 (box 0 1) ; 1 (box 0 1)
HOLDS     | (over x (real 0 1)) (over b (boolean))         | (box 0 1) true ; (box 0 1/2) false ; (box 1/2 1) false
UNDECIDED | (over x (real 0 1)) (over b (boolean))         | (box 0 1) true ; (box 0 1/2) false
HOLDS     | (over A (matrix 2 2)) (over k (integer 1 2))   | (free 2 2) 1 ; (free 2 2) 2
HOLDS     | (over l (list 2 (vector 2)))                   | (list (free 2 1) (free 2 1))
HOLDS     | (over q (orthogonal 2)) (over u (unit 3))      | (free 2 2) (free 3 1)
""")
    void answers(Answer expected, String domain, String leaves) {
        List<String> each = leaves == null ? List.of() : List.of(leaves.split(" ; ", -1));
        assertThat(CoverChecker.check(domain, each)).isEqualTo(expected);
    }

    /** Cuts a box at random, again and again; any leaf that is taken away, or made smaller, is missed. */
    @Test
    void findsEveryHole() {
        Random random = new Random(7);
        List<List<Side>> leaves = new ArrayList<>(List.of(List.of(unit(), unit(), unit())));
        while (leaves.size() < 300) {
            List<Side> box = leaves.remove(random.nextInt(leaves.size()));
            int side = random.nextInt(3);
            Side cut = box.get(side);
            Rational middle =
                    cut.low().orElseThrow().add(cut.high().orElseThrow()).divide(Rational.of(2));
            leaves.add(replaced(box, side, cut.below(middle)));
            leaves.add(replaced(box, side, cut.above(middle)));
        }
        List<Side> region = List.of(unit(), unit(), unit());
        assertThat(Filling.of(region, leaves)).isEqualTo(Answer.HOLDS);
        for (int i = 0; i < leaves.size(); i++) {
            List<List<Side>> fewer = new ArrayList<>(leaves);
            List<Side> taken = fewer.remove(i);
            assertThat(Filling.of(region, fewer)).as("without %s", taken).isNotEqualTo(Answer.HOLDS);
            Side side = taken.get(0);
            Rational low = side.low().orElseThrow();
            Rational width = side.high().orElseThrow().subtract(low);
            Rational hair = width.multiply(Rational.of(BigInteger.ONE, BigInteger.ONE.shiftLeft(300)));
            fewer.add(replaced(taken, 0, side.above(low.add(hair))));
            assertThat(Filling.of(region, fewer)).as("with less of %s", taken).isNotEqualTo(Answer.HOLDS);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(over x (vector 2 0 1)) | (vector (box 0 1))",
                "(over A (matrix 2 3)) | (free 3 2)",
                "(over x (real 0 1)) | (box 0 1) (box 0 1)",
                "(over x (real 0 1)) | (box 0 (sqrt 2))",
                "(over x (real 0 1)) | (gauss 0 1)",
                "(over x (real 0 1)) (over y (real 0 x)) | (box 0 1) (box 0 1)",
                "(over x (disc 1)) | (box 0 1)",
                "(var x 1) | (box 0 1)",
                "(over x (vector 100000 0 1)) | (free 100000 1)",
            })
    void refused(String text) {
        String[] parts = text.split(" \\| ", 2);
        assertThatThrownBy(() -> CoverChecker.check(parts[0], List.of(parts[1])))
                .isInstanceOf(RecheckException.class);
    }

    private static Side unit() {
        return Side.of(Rational.ZERO, Rational.ONE);
    }

    private static List<Side> replaced(List<Side> box, int at, Side side) {
        List<Side> copy = new ArrayList<>(box);
        copy.set(at, side);
        return List.copyOf(copy);
    }
}
