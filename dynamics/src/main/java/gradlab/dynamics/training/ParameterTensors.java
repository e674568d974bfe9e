package gradlab.dynamics.training;

import gradlab.analysis.layer.Layer;
import gradlab.analysis.layer.ParameterBlock;
import gradlab.analysis.layer.Part;
import gradlab.analysis.layer.Recurrent;
import gradlab.analysis.model.ElementType;
import gradlab.analysis.model.StoredTensor;
import gradlab.analysis.network.Location;
import gradlab.analysis.network.Network;
import gradlab.analysis.tensor.Shape;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The parameters of a network as tensors: those of the layer at a path, as records call it, are called {@code path.weight} and so
 * on. Recurrent weights have PyTorch's names, gates in its order, and the number of the recurrent layer among these of the
 * network, from 0: {@code layer1.weight_hh_l0}, with {@code weight_ih_l0}, {@code bias_ih_l0} and, of a GRU, {@code bias_hh_l0}.
 */
final class ParameterTensors {
    private static final Map<String, String> RECURRENT =
            Map.of("W", "weight_hh", "U", "weight_ih", "b", "bias_ih", "c", "bias_hh");

    private final Map<String, Layer> layers = new HashMap<>();
    private final Map<String, Integer> recurrent = new HashMap<>();

    private ParameterTensors(Network network) {
        for (Location location : network.locations()) {
            layers.put(location.path(), location.layer());
            if (location.layer() instanceof Recurrent) {
                recurrent.put(location.path(), recurrent.size());
            }
        }
    }

    /**
     * The tensors, layer after layer.
     *
     * @param parameters laid out as {@link Network#parameters()}
     * @param buffers what layers carry besides them, by path and name; vectors at the end
     */
    static List<StoredTensor> of(Network network, double[] parameters, Map<String, double[]> buffers) {
        ParameterTensors names = new ParameterTensors(network);
        List<StoredTensor> tensors = new ArrayList<>();
        int at = 0;
        for (Part part : network.layers()) {
            for (ParameterBlock block : part.layer().parameterBlocks()) {
                String name = names.of(part.name() + "/" + block.name());
                tensors.add(tensor(name, block.shape(), parameters, at));
                at += block.size();
            }
        }
        buffers.forEach((path, values) ->
                tensors.add(tensor(dotted(path, path.lastIndexOf('/')), Shape.of(values.length), values, 0)));
        return tensors;
    }

    private String of(String path) {
        int cut = path.lastIndexOf('/');
        String layer = path.substring(0, cut);
        return layers.get(layer) instanceof Recurrent
                ? layer + "." + RECURRENT.get(path.substring(cut + 1)) + "_l" + recurrent.get(layer)
                : dotted(path, cut);
    }

    private static String dotted(String path, int cut) {
        return path.substring(0, cut) + "." + path.substring(cut + 1);
    }

    private static StoredTensor tensor(String name, Shape shape, double[] from, int at) {
        ByteBuffer bytes = ByteBuffer.allocate(shape.size() * Double.BYTES);
        bytes.asDoubleBuffer().put(from, at, shape.size());
        return StoredTensor.of(name, shape.lengths(), ElementType.F64, bytes);
    }
}
