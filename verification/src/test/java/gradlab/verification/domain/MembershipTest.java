package gradlab.verification.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gradlab.analysis.source.SourceException;
import gradlab.verification.claim.Case;
import gradlab.verification.claim.CaseValue;
import gradlab.verification.claim.Claim;
import gradlab.verification.claim.ClaimTexts;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MembershipTest {
    private static Domain domain(String text) {
        Claim claim = ClaimTexts.forAll("x: '" + text + "'", "1 == 1");
        return new DomainReader(claim, Case.EMPTY).read(claim.variables().get(0).expression());
    }

    /** A value written in the claim language: the only choice of a domain of choices. */
    private static CaseValue value(String text) {
        return ((Domain.Choices) domain("choice(" + text + ")")).values().get(0);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "integer(1, 3)        | 3",
                "integer(1, 3)        | 6/3",
                "real()               | 1e300",
                "real(0, 0.2)         | 0.2",
                "real(0, 0.2)         | 0",
                "real(0, sqrt(2))     | 1.41421356237309492",
                "real(-pi, pi)        | -3.1415926535897931",
                "logreal(0.1, 1)      | 0.1",
                "boolean()            | true",
                "choice(1, 2)         | 2",
                "vector(2)            | [1, 2]",
                "vector(2, 0, 0.2)    | [0, 0.2]",
                "unit(2)              | [0.6, 0.8]",
                "unit(2)              | [3/5, -4/5]",
                "simplex(3)           | [1/3, 1/3, 1/3]",
                "simplex(2)           | [0, 1]",
                "matrix(1, 2)         | [[1, 2]]",
                "symmetric(2)         | [[1, 2], [2, 3]]",
                "orthogonal(2)        | [[0.6, -0.8], [0.8, 0.6]]",
                "permutation(2)       | [[0, 1], [1, 0]]",
            })
    void holdsExactly(String domain, String value) {
        assertThat(Membership.contains(domain(domain), value(value))).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "integer(1, 3)        | 0",
                "integer(1, 3)        | 4",
                "integer(1, 3)        | 1.5",
                "integer(1, 3)        | [1]",
                "real(0, 0.2)         | 0.2000000000000000111022302462515654",
                "real(0, 0.2)         | -1e-400",
                "real(0, sqrt(2))     | 1.4142135623730951",
                "real(-pi, pi)        | 3.1415926535897932385",
                "logreal(0.1, 1)      | 0.0999999999999999999999",
                "boolean()            | 1",
                "choice(1, 2)         | 3",
                "vector(2)            | [1, 2, 3]",
                "vector(2)            | 1",
                "vector(2, 0, 0.2)    | [0, 0.21]",
                "unit(2)              | [0.6, 0.80000000000000000001]",
                "unit(2)              | [0.70710678118654752, 0.70710678118654752]",
                "unit(2)              | [1, 0, 0]",
                "simplex(2)           | [0.5, 0.6]",
                "simplex(2)           | [-0.5, 1.5]",
                "simplex(3)           | [0.333333333333333333, 0.333333333333333333, 0.333333333333333333]",
                "matrix(1, 2)         | [[1], [2]]",
                "matrix(1, 2, 0, 1)   | [[0, 2]]",
                "symmetric(2)         | [[1, 2], [3, 1]]",
                "symmetric(2)         | [[1, 2, 3], [2, 1, 3]]",
                "orthogonal(2)        | [[0.6, 0.8], [0.8, 0.6]]",
                "orthogonal(2)        | [[2, 0], [0, 0.5]]",
                "permutation(2)       | [[-1, 0], [0, 1]]",
                "permutation(2)       | [[1, 0], [1, 0]]",
                "permutation(2)       | [[0.6, -0.8], [0.8, 0.6]]",
            })
    void failsExactly(String domain, String value) {
        assertThat(Membership.contains(domain(domain), value(value))).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "integer(5, 2)            | 2:14: found an empty domain: 5 > 2, expected a lower bound first",
                "integer(1/2, 2)          | 2:23: found the bound 0.5, expected an integer",
                "integer(0, 10^30)        | 2:27: found the bound 1.0E30, expected an integer of at most 2^53",
                "integer(pi, 4)           | 2:22: found a value that is not known exactly, expected a rational number",
                "integer(1/0, 4)          | 2:23: found a domain without value: division by zero",
                "real(5, 2)               | 2:14: found an empty domain: the lower bound is above the upper one",
                "real(exp(1000), 1)       | 2:19: found a bound beyond binary64",
                "real(0, log(0))          | 2:22: found a domain without value: logarithm of a number not above 0",
                "logreal(0, 1)            | 2:14: found a bound that is not above 0",
                "logreal(-1, 1)           | 2:14: found a bound that is not above 0",
                "choice(sqrt(2), 1)       | 2:21: found a choice that is not rational",
                "vector(-1)               | 2:21: found the integer -1, expected one from 0 to 4096",
                "vector(10^9)             | 2:23: found the integer 1000000000, expected one from 0 to 4096",
                "vector(1.5)              | 2:21: found the number 1.5, expected an integer",
                "vector(sin(pi))          | 2:21: found a domain without value",
                "vector(1/0)              | 2:22: found a domain without value: division by zero",
                "unit(0)                  | 2:19: found the integer 0, expected one from 1 to 4096",
                "simplex(0)               | 2:22: found the integer 0, expected one from 1 to 4096",
                "matrix(4096, 4096)       | 2:14: found 16777216 entries, expected at most 1000000",
                "symmetric(1001)          | 2:14: found 1002001 entries, expected at most 1000000",
                "list(4096, vector(4096)) | 2:14: found 16777216 entries, expected at most 1000000",
                "list(4096, list(4096, list(4096, list(4096, boolean())))) | 2:36: found ",
            })
    void domainsThatCannotBeAreErrorsWithAPlace(String domain, String message) {
        Claim claim = ClaimTexts.forAll("x: '" + domain + "'", "1 == 1");
        assertThatThrownBy(() -> new DomainReader(claim, Case.EMPTY)
                        .read(claim.variables().get(0).expression()))
                .isInstanceOf(SourceException.class)
                .hasMessageStartingWith("f.yaml:" + message);
    }
}
