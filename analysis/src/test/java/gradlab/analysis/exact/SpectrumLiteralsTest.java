package gradlab.analysis.exact;

import static gradlab.analysis.exact.Exact.matrix;
import static gradlab.analysis.exact.Exact.number;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalInt;
import java.util.function.Function;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Random rational matrices against 40 digits by mpmath 1.3.0 on Python 3.11.7: {@code mp.dps = 60; random.seed(7)}, entries
 * {@code mpf(randint(-99, 99))/randint(1, 12)}, {@code svd_r(A, compute_uv=False)} first and last, {@code max(abs(x) for x
 * in eig(A, left=False, right=False))}, each {@code nstr(x, 40)}.
 */
class SpectrumLiteralsTest {
    private static final String TWO = "-17/3 2/11; -87/2 38/2";
    private static final String THREE = "-6/10 -85/9 -45/1; -77/7 8/2 -38/2; 42/7 -84/10 -68/4";
    private static final String TALL = "62/11 50/1 48/10; 2/1 -43/1 43/3; -25/7 -63/9 -69/10; -21/9 75/3 -73/10";
    private static final String WIDE = "47/11 -51/6 -75/9 83/2 45/1; 59/4 28/11 37/7 99/6 20/10";
    private static final String FIVE = "17/6 -23/4 -53/12 -37/2 48/5; 35/8 -12/12 15/5 56/2 -69/9;"
            + "8/3 94/6 -61/8 8/1 72/2; 96/9 47/6 -12/12 -10/10 28/10; 17/2 -76/5 22/12 71/2 -84/12";
    private static final String SIX =
            "80/5 66/10 75/8 -27/12 -1/11 -11/1; 19/6 -56/10 -70/8 -84/4 97/5 -66/12; -36/7 1/8 -79/3 15/7 41/5 -64/7;"
                    + "41/5 81/7 -8/11 -2/4 -61/2 -54/3; -40/11 -40/1 25/10 -53/5 -27/1 -62/7; 37/6 57/10 -18/3 77/9 59/11 74/12";

    /** The value lies strictly between its 40 digits one unit down and one unit up. */
    private static void assertDigits(String digits, Function<Surd, OptionalInt> comparison) {
        int places = digits.length() - digits.indexOf('.') - 1;
        Surd unit = number("1e-" + places);
        assertThat(comparison.apply(number(digits).subtract(unit).orElseThrow()))
                .hasValue(1);
        assertThat(comparison.apply(number(digits).add(unit).orElseThrow())).hasValue(-1);
    }

    @ParameterizedTest
    @CsvSource({
        TWO + ", 47.7601446518158497650206730585438059621, 2.088720134430810514943811834573972410754",
        THREE + ", 52.66277843844955918381578968426174767245, 0.1222809503992948613072012533096062959655",
        TALL + ", 71.29119953946449986187237496883189379676, 1.288464114349267518378537795916030222327",
        WIDE + ", 63.83778325456816944127910604223484970417, 18.97811071438637663479490416146473619926",
        FIVE + ", 52.8445810179706909905772934531502462493, 0.1734618176477645728355335778105197813349",
        SIX + ", 54.14970396834264882189879409891734953046, 6.440169826298206606966399085826345596149"
    })
    void singularValues(String text, String largest, String smallest) {
        ExactMatrix a = matrix(text);
        int count = Math.min(a.rows(), a.columns());
        assertDigits(largest, c -> SpectralComparison.norm(a, c));
        assertDigits(largest, c -> SpectralComparison.singularValue(a, 1, c));
        assertDigits(smallest, c -> SpectralComparison.singularValue(a, count, c));
        assertDigits(smallest, c -> SpectralComparison.singularValue(a.transpose(), count, c));
        assertThat(ExactSpectrum.spectralNorm(a)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        TWO + ", 18.67508122488459163215129550402158059877",
        THREE + ", 17.08129025305699230377468195790287565036",
        FIVE + ", 30.58181299219230209461674988107211931217",
        SIX + ", 32.35829957924347767889863254986277941634"
    })
    void spectralRadii(String text, String radius) {
        assertDigits(radius, c -> SpectralRadiusComparison.compare(matrix(text), c));
    }
}
