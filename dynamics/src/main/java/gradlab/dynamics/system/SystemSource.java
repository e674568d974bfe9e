package gradlab.dynamics.system;

import gradlab.analysis.source.SourceException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Makes a system of what a user typed: a built-in name or a file, and after a colon parameters, such as {@code lorenz},
 * {@code random-tanh:n=100,g=2,seed=1}, {@code my.yaml}, {@code my.yaml:a=2}, {@code lstm.npz} or {@code model.onnx:input=zero}.
 *
 * <p>A file of that very name goes before a built-in system. Files that end in yaml or yml hold formulas; others are told by
 * their content: a recurrent operator in ONNX, recurrent weights in npz or safetensors.
 */
public final class SystemSource {

    private static final Set<String> FORMULAS = Set.of("yaml", "yml");
    private static final Set<String> MODELS = Set.of("npz", "onnx", "safetensors", "npy");

    private SystemSource() {}

    /**
     * The system.
     *
     * @throws SourceException if it is none, in one line
     */
    public static DynamicalSystem of(String nameOrPath) {
        return known(nameOrPath, Optional.empty()).system();
    }

    /**
     * The system, driven by a recording of T × d numbers if it is a recurrent network.
     *
     * @throws SourceException if it is none, or takes no such input, in one line
     */
    public static DynamicalSystem of(String nameOrPath, Optional<Path> input) {
        return known(nameOrPath, input).system();
    }

    /** The same with what there is to say of it. */
    public static KnownSystem known(String nameOrPath, Optional<Path> input) {
        SystemName typed = SystemName.of(nameOrPath);
        String name = typed.name();
        Map<String, String> parameters = typed.parameters();
        if (isModel(typed)) {
            return RecurrentFiles.read(Path.of(name), parameters, input);
        }
        KnownSystem known =
                speaksOfFile(typed) ? SystemFileReader.read(Path.of(name), parameters) : Systems.of(name, parameters);
        return input.map(file -> driven(known, file)).orElse(known);
    }

    private static KnownSystem driven(KnownSystem known, Path input) {
        Drive drive = Drive.recorded(input);
        if (known.system() instanceof RecurrentSystem network && network.inputs() == drive.inputs()) {
            return new KnownSystem(network.drivenBy(drive), known.card());
        }
        throw SourceException.in(
                input.toString(),
                "inputs of " + drive.inputs() + " numbers a step",
                known.system() instanceof RecurrentSystem network
                        ? network.inputs() + " numbers a step"
                        : "no input: " + known.card().name() + " takes none");
    }

    private static boolean speaksOfFile(SystemName typed) {
        return FORMULAS.contains(ending(typed.name())) || typed.name().contains("/") || typed.isFile();
    }

    private static boolean isModel(SystemName typed) {
        return MODELS.contains(ending(typed.name())) && (typed.isFile() || !Systems.has(typed.name()));
    }

    private static String ending(String name) {
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }
}
