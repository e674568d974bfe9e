package gradlab.dynamics.training;

import gradlab.analysis.layer.Layer;
import gradlab.analysis.layer.Layers;
import gradlab.analysis.network.Initialisation;
import gradlab.analysis.operator.DenseMatrix;
import gradlab.analysis.operator.Vector;
import gradlab.analysis.random.RandomStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A layer as an experiment describes it, before its weights are drawn. */
public sealed interface LayerSpec {
    /** The length of the output for an input of this length. */
    int outputs(int inputs);

    /** The number of simple layers that this one is made of. */
    int size();

    /** The number of parameters for an input of this length. */
    long parameters(int inputs);

    /** The sum of the lengths of all values inside for an input of this length. */
    long activations(int inputs);

    /** The layer with weights drawn from the stream. */
    Layer build(int inputs, Initialisation initialisation, RandomStream random);

    /**
     * {@code W x + b}, followed by an activation if there is one.
     *
     * @param units the length of the output
     * @param bias whether there is a bias; it starts at 0
     * @param activation what follows; then the layer has the parts {@code layer1} (dense) and {@code layer2}
     */
    record Dense(int units, boolean bias, Optional<Activation> activation) implements LayerSpec {
        /** Checks the number of units. */
        public Dense {
            Limits.check("units", units, 1, Limits.UNITS);
        }

        @Override
        public int outputs(int inputs) {
            return units;
        }

        @Override
        public int size() {
            return 1;
        }

        @Override
        public long parameters(int inputs) {
            return (long) units * inputs + (bias ? units : 0);
        }

        @Override
        public long activations(int inputs) {
            return activation.isPresent() ? 2L * units : units;
        }

        @Override
        public Layer build(int inputs, Initialisation initialisation, RandomStream random) {
            DenseMatrix weight = initialisation.weight(units, inputs, random.split("weight"));
            Layer dense = bias ? Layers.dense(weight, Vector.of(new double[units])) : Layers.dense(weight);
            return activation
                    .map(a -> Layers.sequential(dense, a.build(units, initialisation, random)))
                    .orElse(dense);
        }
    }

    /**
     * A function of each entry.
     *
     * @param kind which
     * @param negativeSlope the slope of a leaky ReLU at negative inputs; 0 for the others
     */
    record Activation(Kind kind, double negativeSlope) implements LayerSpec {
        /** The functions. */
        public enum Kind {
            /** max(x, 0). */
            RELU,
            /** x or a times x. */
            LEAKY_RELU,
            /** tanh x. */
            TANH,
            /** 1/(1 + exp(-x)). */
            SIGMOID
        }

        @Override
        public int outputs(int inputs) {
            return inputs;
        }

        @Override
        public int size() {
            return 1;
        }

        @Override
        public long parameters(int inputs) {
            return 0;
        }

        @Override
        public long activations(int inputs) {
            return inputs;
        }

        @Override
        public Layer build(int inputs, Initialisation initialisation, RandomStream random) {
            return switch (kind) {
                case RELU -> Layers.relu();
                case LEAKY_RELU -> Layers.leakyRelu(negativeSlope);
                case TANH -> Layers.tanh();
                case SIGMOID -> Layers.sigmoid();
            };
        }
    }

    /**
     * Layer normalisation.
     *
     * @param eps what is added to the variance
     * @param affine whether it has a trainable gain (from 1) and bias (from 0)
     */
    record LayerNorm(double eps, boolean affine) implements LayerSpec {
        /** Checks eps. */
        public LayerNorm {
            if (!(eps > 0 && eps < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("eps must be positive and finite, was " + eps);
            }
        }

        @Override
        public int outputs(int inputs) {
            return inputs;
        }

        @Override
        public int size() {
            return 1;
        }

        @Override
        public long parameters(int inputs) {
            return affine ? 2L * inputs : 0;
        }

        @Override
        public long activations(int inputs) {
            return inputs;
        }

        @Override
        public Layer build(int inputs, Initialisation initialisation, RandomStream random) {
            double[] gamma = new double[inputs];
            java.util.Arrays.fill(gamma, 1);
            return affine
                    ? Layers.layerNorm(eps, Vector.of(gamma), Vector.of(new double[inputs]))
                    : Layers.layerNorm(eps);
        }
    }

    /**
     * {@code x + step * branch(x)}.
     *
     * @param branch the layers of the branch in order
     * @param step the factor of the branch
     */
    record Residual(List<LayerSpec> branch, double step) implements LayerSpec {
        /** Copies the branch and checks the step. */
        public Residual {
            branch = List.copyOf(branch);
            if (!Double.isFinite(step)) {
                throw new IllegalArgumentException("step must be finite, was " + step);
            }
        }

        @Override
        public int outputs(int inputs) {
            return inputs;
        }

        @Override
        public int size() {
            return branch.stream().mapToInt(LayerSpec::size).sum();
        }

        @Override
        public long parameters(int inputs) {
            return LayerSpecs.parameters(branch, inputs);
        }

        @Override
        public long activations(int inputs) {
            return inputs + LayerSpecs.activations(branch, inputs);
        }

        @Override
        public Layer build(int inputs, Initialisation initialisation, RandomStream random) {
            List<Layer> layers =
                    new ArrayList<>(LayerSpecs.build(branch, inputs, initialisation, random.split("branch")));
            return Layers.residual(Layers.sequential(layers), step);
        }
    }
}
