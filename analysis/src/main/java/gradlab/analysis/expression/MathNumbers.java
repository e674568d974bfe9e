package gradlab.analysis.expression;

import java.util.Optional;
import org.hipparchus.fraction.BigFraction;

/** Typesets exact numbers: a decimal where there is one, with a power of ten where that reads better. */
final class MathNumbers {

    private MathNumbers() {}

    static MathPiece piece(BigFraction value) {
        MathPiece magnitude = magnitude(value);
        return value.getNumerator().signum() < 0
                ? new MathPiece(MathMarkup.prefix("−") + magnitude.markup(), MathPiece.ADD, true)
                : magnitude;
    }

    private static MathPiece magnitude(BigFraction value) {
        Optional<ExactDecimal> decimal = ExactDecimal.ofMagnitude(value);
        if (decimal.isEmpty()) {
            BigFraction fraction = value.abs().reduce();
            return MathPiece.of(
                    MathMarkup.fraction(
                            MathMarkup.number(fraction.getNumerator().toString()),
                            MathMarkup.number(fraction.getDenominator().toString())),
                    MathPiece.MULTIPLY);
        }
        return decimal.get().readsBetterScaled()
                ? scaled(decimal.get())
                : MathPiece.atom(MathMarkup.number(decimal.get().plain()));
    }

    private static MathPiece scaled(ExactDecimal decimal) {
        String exponent = MathMarkup.number(Integer.toString(Math.abs(decimal.power())));
        String signed = decimal.power() < 0 ? MathMarkup.prefix("−") + exponent : exponent;
        String ten = MathMarkup.superscript(MathMarkup.number("10"), signed);
        return decimal.mantissa().equals("1")
                ? MathPiece.of(ten, MathPiece.POWER)
                : MathPiece.of(
                        MathMarkup.number(decimal.mantissa()) + MathMarkup.operator("·") + ten, MathPiece.MULTIPLY);
    }
}
