package gradlab.verification.settlement;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import gradlab.verification.claim.CaseValue;
import gradlab.verification.claim.Evidence;
import java.util.List;
import java.util.Optional;
import org.hipparchus.fraction.BigFraction;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/** Evidence as text that reads back as the same evidence, every number with all its bits. Only this program reads it. */
final class EvidenceText {

    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new SimpleModule()
                    .addSerializer(BigFraction.class, new WritesFractions())
                    .addDeserializer(BigFraction.class, new ReadsFractions()))
            .addMixIn(Evidence.class, Kinds.class)
            .addMixIn(CaseValue.class, Kinds.class)
            .build();

    private static final TypeReference<List<Evidence>> PIECES = new TypeReference<>() {};

    private EvidenceText() {}

    /** Which record a piece is stands beside its fields. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
    @JsonSubTypes({
        @JsonSubTypes.Type(Evidence.Witness.class),
        @JsonSubTypes.Type(Evidence.Certificate.class),
        @JsonSubTypes.Type(Evidence.Search.class),
        @JsonSubTypes.Type(Evidence.Expectation.class),
        @JsonSubTypes.Type(CaseValue.OfNumber.class),
        @JsonSubTypes.Type(CaseValue.OfTruth.class),
        @JsonSubTypes.Type(CaseValue.OfVector.class),
        @JsonSubTypes.Type(CaseValue.OfMatrix.class),
        @JsonSubTypes.Type(CaseValue.OfList.class)
    })
    private interface Kinds {}

    private static final class WritesFractions extends ValueSerializer<BigFraction> {
        @Override
        public void serialize(BigFraction value, JsonGenerator out, SerializationContext context) {
            out.writeString(value.getNumerator() + "/" + value.getDenominator());
        }
    }

    private static final class ReadsFractions extends ValueDeserializer<BigFraction> {
        @Override
        public BigFraction deserialize(JsonParser in, DeserializationContext context) {
            String[] parts = in.getString().split("/", 2);
            return new BigFraction(new java.math.BigInteger(parts[0]), new java.math.BigInteger(parts[1]));
        }
    }

    static String of(List<Evidence> evidence) {
        return JSON.writerFor(PIECES).writeValueAsString(evidence);
    }

    /** The evidence, or nothing if the text is of another kind. */
    static Optional<List<Evidence>> read(String text) {
        try {
            return Optional.of(JSON.readValue(text, PIECES));
        } catch (JacksonException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
