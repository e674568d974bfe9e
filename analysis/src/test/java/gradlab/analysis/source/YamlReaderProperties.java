package gradlab.analysis.source;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class YamlReaderProperties {
    /** Text that the scanner has to think about: indicators, indents, breaks, escapes, what lies outside ASCII. */
    @Provide
    Arbitrary<String> yaml() {
        return Arbitraries.of(
                        "a",
                        "b: ",
                        "\n",
                        "  ",
                        "- ",
                        "? ",
                        ": ",
                        "[",
                        "]",
                        "{",
                        "}",
                        ",",
                        "'",
                        "\"",
                        "\\",
                        "\\u00e9",
                        "|",
                        ">-",
                        "|2",
                        "#",
                        " #",
                        "&x ",
                        "*x",
                        "!t ",
                        "!!str ",
                        "%",
                        "@",
                        "`",
                        "---\n",
                        "...\n",
                        "\t",
                        "\r\n",
                        "\u00e9",
                        "\ud83d\ude00",
                        "\u2028",
                        "\u0085",
                        "\ufeff",
                        "\u0000",
                        "<<: ",
                        "=",
                        "~")
                .list()
                .ofMaxSize(30)
                .map(parts -> String.join("", parts));
    }

    @Property(tries = 5_000)
    void whateverTheTextItIsATreeOrAnErrorOfOneLine(@ForAll("yaml") String text) {
        try {
            check(YamlReader.read(new SourceText("f", text)));
        } catch (SourceException e) {
            assertThat(e).hasMessageStartingWith("f:").hasMessageNotContaining("\n");
        }
    }

    private static void check(Yaml node) {
        assertThat(node.position().line()).isPositive();
        if (node instanceof Yaml.Scalar scalar) {
            assertThat(scalar.layout().replaceAll("\\s", ""))
                    .isEqualTo(scalar.text().replaceAll("\\s", ""));
        } else if (node instanceof Yaml.Sequence sequence) {
            sequence.items().forEach(YamlReaderProperties::check);
        } else if (node instanceof Yaml.Mapping mapping) {
            mapping.entries().forEach(entry -> check(entry.value()));
        }
    }
}
