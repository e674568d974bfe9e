package gradlab.reports.document;

import gradlab.analysis.source.Position;
import gradlab.analysis.source.SourceException;
import gradlab.analysis.source.SourceText;
import gradlab.verification.claim.ClaimReader;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.JsonNode;

/** Reads witness files, trusting nothing in them. */
final class WitnessReader {

    private static final Pattern ID = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final Pattern FILE_NAME = Pattern.compile("[^\\p{Cntrl}]{1,1000}");

    private final SourceText source;
    private final JsonShape shape;

    WitnessReader(SourceText source) {
        this.source = source;
        this.shape = new JsonShape(source.name());
    }

    WitnessFile read() {
        JsonNode document = tree();
        shape.requireKeys(document, "the document", Set.of("schema", "id", "claim", "values"));
        JsonNode schema = document.get("schema");
        if (!schema.isInt() || schema.asInt() != Json.SCHEMA) {
            throw shape.error("schema " + JsonShape.shown(schema), "schema " + Json.SCHEMA);
        }
        String id = shape.text(document, "id", "id");
        if (!ID.matcher(id).matches()) {
            throw shape.error("id " + SourceException.quote(id), "an id in kebab-case");
        }
        return new WitnessFile(id, claim(document.get("claim")), new WitnessValues(shape).of(document.get("values")));
    }

    private SourceText claim(JsonNode claim) {
        shape.requireKeys(claim, "claim", Set.of("file", "text"));
        String file = shape.text(claim, "file", "claim.file");
        String text = shape.text(claim, "text", "claim.text");
        if (!FILE_NAME.matcher(file).matches()) {
            throw shape.error("claim.file " + SourceException.quote(file), "a file name");
        }
        if (text.length() > ClaimReader.LARGEST_FILE) {
            throw shape.error("a claim of " + text.length() + " characters", "at most " + ClaimReader.LARGEST_FILE);
        }
        return new SourceText(file, text);
    }

    private JsonNode tree() {
        try {
            return Json.reader(WitnessFile.LARGEST_FILE).readTree(source.text());
        } catch (JacksonException e) {
            TokenStreamLocation place = e.getLocation();
            boolean known = place != null && place.getLineNr() > 0;
            Position position = known ? new Position(place.getLineNr(), place.getColumnNr()) : Position.START;
            String problem = e.getOriginalMessage().lines().findFirst().orElse("");
            throw SourceException.at(
                    source.name(), position, "a JSON error: " + SourceException.quote(problem), "well-formed JSON");
        }
    }
}
