package gradlab.verification.recheck;

import static org.assertj.core.api.Assertions.assertThat;

import gradlab.verification.recheck.CaseCheck.Answer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The independent checker on means and symbols. */
final class RecheckMeansTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "(random x (gaussian))      | (== (E (^ x 4)) 3)                               | HOLDS",
                "(random x (gaussian))      | (== (E (^ x 6)) 14)                              | VIOLATED",
                "(random x (gaussian))      | (== (E (^ (+ x 1) 3)) 4)                         | HOLDS",
                "(random x (uniform 0 1))   | (== (Var x) 1/12)                                | HOLDS",
                "(random x (uniform 0 1))   | (== (E (^ x 5)) 1/6)                             | HOLDS",
                "(random x (rademacher 3 2))| (== (E (^ (norm x) 2)) 12)                       | HOLDS",
                "(random A (gaussian 3 3))  | (== (E (^ (det A) 2)) 6)                         | HOLDS",
                "(random A (gaussian 2 3 2))| (== (E (^ (frobenius A) 2)) 24)                  | HOLDS",
                "(random x (gaussian 3))    | (== (E (^ (norm (apply relu x)) 2)) 3/2)         | HOLDS",
                "(random x (gaussian 3))    | (== (E (^ (norm (apply relu x)) 2)) 3)           | VIOLATED",
                "(random x (gaussian))      | (== (E (max x 0)) 1)                             | UNDECIDED",
                "(random x (gaussian))      | (== (E (^ (max (+ x 1) 0) 2)) 1)                 | UNDECIDED",
                "(random x (gaussian))      | (== (E (tanh x)) 0)                              | UNDECIDED",
                "(random x (gaussian))      | (>= (E (/ 1 x)) 0)                               | UNDECIDED",
                "(random x (gaussian))      | (== (P (< x 0)) 1/2)                             | UNDECIDED",
                "(random x (gaussian))      | (< x 0)                                          | UNDECIDED",
                "(free a (free 1 1))        | (== (^ (+ a 1) 2) (+ (* a a) (+ (* 2 a) 1)))     | HOLDS",
                "(free a (free 1 1))        | (== (^ (+ a 1) 2) (+ (* a a) (+ (* 2 a) 2)))     | VIOLATED",
                "(free a (free 1 1))        | (== (* a a) a)                                   | UNDECIDED",
                "(free a (free 1 1))        | (<= (* a a) a)                                   | UNDECIDED",
                "(free a (free 1 1))        | (< a a)                                          | VIOLATED",
                "(free a (free 1 1))        | (== (/ a a) 1)                                   | UNDECIDED",
                "(free a (free 1 1))        | (== (^ a 0) 1)                                   | UNDECIDED",
                "(free a (list (free 2 2) (free 2 2))) | (== (chain a) (* (index a 1) (index a 0))) | HOLDS",
                "(free a (list (free 2 2) (free 2 2))) | (== (chain a) (* (index a 0) (index a 1))) | UNDECIDED",
            })
    void answers(String definition, String claim, Answer expected) {
        assertThat(CaseChecker.check(definition + " (claim " + claim + ")").claim())
                .isEqualTo(expected);
    }
}
