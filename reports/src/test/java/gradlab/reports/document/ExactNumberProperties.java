package gradlab.reports.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import org.hipparchus.fraction.BigFraction;

class ExactNumberProperties {

    @Property
    void everyBinary64NumberIsWrittenInHexadecimalAndComesBack(@ForAll long bits) {
        double value = Double.longBitsToDouble(bits);
        if (Double.isFinite(value)) {
            BigFraction exact = exact(value);
            String text = ExactNumber.text(exact);
            assertThat(text).isEqualTo(Double.toHexString(value + 0.0));
            assertThat(ExactNumber.parse(text)).contains(exact);
            assertThat(ExactNumber.nearest(exact).getAsDouble()).isEqualTo(value + 0.0);
        }
    }

    @Property
    void everyRationalComesBack(@ForAll BigInteger numerator, @ForAll @BigRange(min = "1") BigInteger denominator) {
        BigFraction value = new BigFraction(numerator, denominator);
        assertThat(ExactNumber.parse(ExactNumber.text(value))).contains(value.reduce());
    }

    @Example
    void whatLiesJustBesideAHalfwayPointGoesToItsSide() {
        BigFraction halfway = exact(1).add(exact(0x1p-53));
        BigFraction little = exact(0x1p-500);
        assertThat(ExactNumber.nearest(halfway.add(little)).getAsDouble()).isEqualTo(1 + 0x1p-52);
        assertThat(ExactNumber.nearest(halfway).getAsDouble()).isEqualTo(1.0);
        assertThat(ExactNumber.nearest(halfway.subtract(little)).getAsDouble()).isEqualTo(1.0);
    }

    private static BigFraction exact(double value) {
        BigDecimal decimal = new BigDecimal(value);
        return new BigFraction(decimal.unscaledValue(), BigInteger.ONE)
                .multiply(new BigFraction(BigInteger.TEN.pow(decimal.scale())).reciprocal())
                .reduce();
    }
}
