package gradlab.dynamics.training;

import gradlab.analysis.layer.SoftmaxCrossEntropy;
import gradlab.analysis.network.Location;
import gradlab.analysis.network.Network;
import gradlab.analysis.random.RandomStream;
import gradlab.dynamics.training.RunRecord.NonFinite;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;

/**
 * Executes experiments. A run takes one thread and fixed-order arithmetic: the same experiment and seed give the same bits
 * on any machine, whatever else runs.
 *
 * <p>A loss, gradient or update that is not finite ends the run before it touches a parameter; the record names the step
 * and the layer. The step before it is then recorded even if it is not a multiple of the recording interval.
 */
public final class TrainingRun {
    private final Progress progress;

    private TrainingRun(Progress progress) {
        this.progress = progress;
    }

    /** Runs in silence. */
    public static TrainingRun withDefaults() {
        return new TrainingRun((step, steps, loss) -> {});
    }

    /** Tells a listener after every step. */
    public TrainingRun withProgress(Progress listener) {
        return new TrainingRun(listener);
    }

    /** Hears of every step, on the thread of the run. */
    public interface Progress {
        /** Step number {@code step} (from 0) of {@code steps} has been made at this loss. */
        void step(int step, int steps, double loss);
    }

    /**
     * Executes an experiment.
     *
     * @throws CancellationException if the thread is interrupted; its interrupt status stays set
     */
    public RunRecord of(Experiment experiment, long seed) {
        return new Execution(experiment, seed).run();
    }

    /** The state of one run. */
    private final class Execution {
        private final Experiment experiment;
        private final long seed;
        private final DataSet.Split data;
        private final Batches batches;
        private final JacobianProbe jacobians;
        private final Recorder recorder = new Recorder();
        private Network network;
        private double[] parameters;
        private Optional<NonFinite> nonFinite = Optional.empty();

        Execution(Experiment experiment, long seed) {
            this.experiment = experiment;
            this.seed = seed;
            this.data = experiment.split(seed);
            this.batches = new Batches(data.train(), experiment.batch(), RandomStream.of(seed, "batches"));
            this.jacobians = new JacobianProbe(data.train());
            this.network = experiment.initialNetwork(seed);
            this.parameters = network.parameters();
        }

        RunRecord run() {
            int step = 0;
            while (step < experiment.steps() && nonFinite.isEmpty()) {
                checkInterrupt(step);
                if (advance(step)) {
                    step++;
                }
            }
            recorder.keep();
            return RunRecord.digested(
                    experiment.name(), seed, step, recorder.series(), nonFinite, testAccuracy(), parameters);
        }

        /** Makes one update, or notes why it cannot be made. */
        private boolean advance(int step) {
            StepProbe probe = StepProbe.of(network, parameters, batches.at(step));
            probe.nonFinite().ifPresent(where -> stop(step, where));
            if (nonFinite.isEmpty() && recordsJacobians(step)) {
                Optional<Map<String, Double>> norms = jacobians.of(network);
                norms.ifPresent(numbers -> numbers.forEach((name, value) -> recorder.add(name, step, value)));
                if (norms.isEmpty()) {
                    stop(step, "Jacobian at the first training point");
                }
            }
            if (nonFinite.isPresent()) {
                return false;
            }
            recorder.offer(step, probe.numbers());
            if (step % experiment.recording().every() == 0) {
                recorder.keep();
            }
            return update(step, probe);
        }

        private boolean update(int step, StepProbe probe) {
            double[] updated = experiment.optimiser().update(parameters, probe.gradient());
            for (int i = 0; i < updated.length; i++) {
                if (!Double.isFinite(updated[i])) {
                    stop(step, "update of " + owner(i));
                    return false;
                }
            }
            parameters = updated;
            network = network.withParameters(updated);
            progress.step(step, experiment.steps(), probe.loss());
            return true;
        }

        private void stop(int step, String where) {
            nonFinite = Optional.of(new NonFinite(step, where));
        }

        private boolean recordsJacobians(int step) {
            int every = experiment.recording().jacobian();
            return every > 0 && (step % every == 0 || step == experiment.steps() - 1);
        }

        private String owner(int parameter) {
            return network.locations().stream()
                    .filter(l ->
                            l.parameterOffset() <= parameter && parameter < l.parameterOffset() + l.parameterCount())
                    .map(Location::path)
                    .findFirst()
                    .orElse("parameter " + parameter);
        }

        private double testAccuracy() {
            DataSet test = data.test();
            double[] outputs = network.at(test.inputs(), test.size()).value();
            return (double) SoftmaxCrossEntropy.correct(outputs, test.labels()) / test.size();
        }

        private void checkInterrupt(int step) {
            if (Thread.currentThread().isInterrupted()) {
                throw new CancellationException(
                        "run " + experiment.name() + " of seed " + seed + " was interrupted at step " + step);
            }
        }
    }
}
