package gradlab.analysis.expression;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The table of built-in functions: a new function is one line here. */
final class Builtins {

    private static final List<Builtin> OF_VALUES = List.of(
            Builtin.of("abs", "n>n", NumberFunctions::abs),
            Builtin.of("sqrt", "n>n", NumberFunctions::sqrt),
            Builtin.of("exp", "n>n", NumberFunctions::exp),
            Builtin.of("log", "n>n", NumberFunctions::log),
            Builtin.of("log2", "n>n", NumberFunctions::log2),
            Builtin.of("sin", "n>n", NumberFunctions::sin),
            Builtin.of("cos", "n>n", NumberFunctions::cos),
            Builtin.of("tan", "n>n", NumberFunctions::tan),
            Builtin.of("erf", "n>n", NumberFunctions::erf),
            Builtin.of("floor", "n>n", NumberFunctions::floor),
            Builtin.of("ceil", "n>n", NumberFunctions::ceil),
            Builtin.of("min", "nn+>n", NumberFunctions::min),
            Builtin.of("max", "nn+>n", NumberFunctions::max),
            Builtin.of("isfinite", "n>t", NumberFunctions::isFinite),
            Builtin.of("norm", "v>n | m>n", VectorFunctions::norm),
            Builtin.of("norm1", "v>n | m>n", VectorFunctions::norm1),
            Builtin.of("norminf", "v>n | m>n", VectorFunctions::norminf),
            Builtin.of("frobenius", "m>n", VectorFunctions::frobenius),
            Builtin.of("dot", "vv>n", VectorFunctions::dot),
            Builtin.of("sum", "v>n", VectorFunctions::sum),
            Builtin.of("mean", "v>n", VectorFunctions::mean),
            Builtin.of("variance", "v>n", VectorFunctions::variance),
            Builtin.of("zeros", "n>v | nn>m", VectorFunctions::zeros),
            Builtin.of("ones", "n>v | nn>m", VectorFunctions::ones),
            Builtin.of("identity", "n>m", MatrixFunctions::identity),
            Builtin.of("diag", "v>m", MatrixFunctions::diag),
            Builtin.of("det", "m>n", MatrixFunctions::det),
            Builtin.of("trace", "m>n", MatrixFunctions::trace),
            Builtin.of("transpose", "m>m", MatrixFunctions::transpose),
            Builtin.of("inverse", "m>m", MatrixFunctions::inverse),
            Builtin.of("power", "mn>m", MatrixFunctions::power),
            Builtin.of("chain", "L>m", MatrixFunctions::chain),
            Builtin.of("sigma", "mn>n", MatrixFunctions::sigma),
            Builtin.of("sigma_max", "m>n", MatrixFunctions::sigmaMax),
            Builtin.of("sigma_min", "m>n", MatrixFunctions::sigmaMin),
            Builtin.of("cond", "m>n", MatrixFunctions::cond),
            Builtin.of("rho", "m>n", MatrixFunctions::rho),
            Builtin.of("rank", "m>n", MatrixFunctions::rank),
            Builtin.of("abscissa", "m>n", MatrixFunctions::abscissa),
            Builtin.of("numerical_abscissa", "m>n", MatrixFunctions::numericalAbscissa),
            Builtin.of("kreiss", "m>n", MatrixFunctions::kreiss),
            Builtin.of("kreiss_continuous", "m>n", MatrixFunctions::kreissContinuous),
            Builtin.of("jacobian", "fv>m", LayerFunctions::jacobian),
            Builtin.of("derivative", "fn>n", LayerFunctions::derivative),
            Builtin.ofEvaluator("E", "n>n | v>v | m>m"),
            Builtin.ofEvaluator("Var", "n>n"),
            Builtin.ofEvaluator("P", "t>n"),
            Builtin.of("run", "xn>r | xnx+>r", RunFunctions::run),
            Builtin.of("first", "rx>n", RunFunctions::first),
            Builtin.of("last", "rx>n", RunFunctions::last),
            Builtin.of("at", "rxn>n", RunFunctions::at),
            Builtin.of("largest", "rx>n", RunFunctions::largest),
            Builtin.of("smallest", "rx>n", RunFunctions::smallest),
            Builtin.of("average", "rx>n", RunFunctions::average),
            Builtin.of("series", "rx>v", RunFunctions::series),
            Builtin.of("steps", "r>n", RunFunctions::steps),
            Builtin.of("first_nonfinite", "r>n", RunFunctions::firstNonFinite),
            Builtin.of("accuracy", "r>n", RunFunctions::accuracy),
            Builtin.of("test_loss", "r>n", RunFunctions::testLoss),
            Builtin.of("diagnosed", "rx>t", RunFunctions::diagnosed),
            Builtin.of("exponent", "r>n", RunFunctions::exponent),
            Builtin.of("exponent_half_width", "r>n", RunFunctions::exponentHalfWidth));

    private static final List<Builtin> MAKING_LAYERS = List.of(
            Builtin.of("dense", "m>f | mv>f", LayerFunctions::dense),
            Builtin.of("identity_map", ">f", LayerFunctions::identityMap),
            Builtin.of("leaky_relu", "n>f", ActivationLayers::leakyRelu),
            Builtin.of("layernorm", "n>f | nvv>f", BlockLayers::layernorm),
            Builtin.of("rmsnorm", "n>f | nv>f", BlockLayers::rmsnorm),
            Builtin.of("batchnorm", "nn>f", BlockLayers::batchnorm),
            Builtin.of("conv1d", "vnx>f", BlockLayers::conv1d),
            Builtin.of("conv2d", "mnnx>f", BlockLayers::conv2d),
            Builtin.of("avgpool", "nnn>f", BlockLayers::avgpool),
            Builtin.of("maxpool", "nnn>f", BlockLayers::maxpool),
            Builtin.of("dropout", "vn>f", BlockLayers::dropout),
            Builtin.of("rotary", "nn>f", BlockLayers::rotary),
            Builtin.of("attention", "mmmn>f", BlockLayers::attention),
            Builtin.of("rnn", "mmvfv>f", BlockLayers::rnn),
            Builtin.of("lstm", "mmvv>f", BlockLayers::lstm),
            Builtin.of("gru", "mmvvv>f", BlockLayers::gru),
            Builtin.of("coupling", "ff>f", BlockLayers::coupling),
            Builtin.of("planar", "vvn>f", BlockLayers::planar),
            Builtin.of("cross_entropy", "v>f", BlockLayers::crossEntropy),
            Builtin.of("residual", "f>f | fn>f", LayerFunctions::residual),
            Builtin.of("sequential", "f+>f", LayerFunctions::sequential),
            Builtin.of("repeat", "fn>f", LayerFunctions::repeat));

    private static final List<Builtin> ALL =
            Stream.concat(OF_VALUES.stream(), MAKING_LAYERS.stream()).toList();

    /** Layers that take no parameters: their bare name is the layer. */
    private static final List<Builtin> PLAIN_LAYERS = List.of(
            Builtin.of("relu", ">f", ActivationLayers::relu),
            Builtin.of("tanh", ">f", ActivationLayers::tanh),
            Builtin.of("sigmoid", ">f", ActivationLayers::sigmoid),
            Builtin.of("softplus", ">f", ActivationLayers::softplus),
            Builtin.of("elu", ">f", ActivationLayers::elu),
            Builtin.of("selu", ">f", ActivationLayers::selu),
            Builtin.of("gelu", ">f", ActivationLayers::gelu),
            Builtin.of("gelu_tanh", ">f", ActivationLayers::geluTanh),
            Builtin.of("silu", ">f", ActivationLayers::silu),
            Builtin.of("mish", ">f", ActivationLayers::mish),
            Builtin.of("hard_swish", ">f", ActivationLayers::hardSwish),
            Builtin.of("softmax", ">f", ActivationLayers::softmax),
            Builtin.of("logsoftmax", ">f", ActivationLayers::logSoftmax));

    private static final Set<String> CONSTANTS = Set.of("pi", "e", "true", "false");

    private static final Set<String> FORMS =
            Set.of("if", "prod", "all", "not", "and", "or", "implies", "random", "forall", "exists");

    /** Functions of runs whose names a file may give to something else: they are words that claims need. */
    private static final Set<String> YIELDING =
            Set.of("first", "smallest", "average", "steps", "test_loss", "exponent_half_width", "diagnosed");

    private static final Map<String, Builtin> FUNCTIONS = byName(ALL);
    private static final Map<String, Builtin> LAYERS = byName(PLAIN_LAYERS);

    private Builtins() {}

    static Optional<Builtin> function(String name) {
        return Optional.ofNullable(FUNCTIONS.get(name));
    }

    static Optional<Builtin> plainLayer(String name) {
        return Optional.ofNullable(LAYERS.get(name));
    }

    static boolean isConstant(String name) {
        return CONSTANTS.contains(name);
    }

    static boolean isReserved(String name) {
        return (FUNCTIONS.containsKey(name) && !YIELDING.contains(name))
                || LAYERS.containsKey(name)
                || CONSTANTS.contains(name)
                || FORMS.contains(name);
    }

    /** Everything that is called with arguments. */
    static List<Builtin> functions() {
        return ALL;
    }

    /** The layers that are used by their bare name. */
    static List<Builtin> plainLayers() {
        return PLAIN_LAYERS;
    }

    /** Functions that give way to what a file calls by their name. */
    static Set<String> yielding() {
        return YIELDING;
    }

    /** All names that can be called or used, in alphabetical order. */
    static Set<String> names() {
        Set<String> names = new TreeSet<>(FUNCTIONS.keySet());
        names.addAll(LAYERS.keySet());
        names.addAll(CONSTANTS);
        names.addAll(Set.of("if", "prod", "all"));
        return names;
    }

    private static Map<String, Builtin> byName(List<Builtin> builtins) {
        return builtins.stream().collect(Collectors.toUnmodifiableMap(Builtin::name, Function.identity()));
    }
}
