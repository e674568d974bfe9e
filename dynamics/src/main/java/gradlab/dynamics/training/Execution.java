package gradlab.dynamics.training;

import gradlab.analysis.backend.BatchKernels;
import gradlab.analysis.backend.RecyclingKernels;
import gradlab.analysis.network.ForwardPass;
import gradlab.analysis.network.Location;
import gradlab.analysis.network.Network;
import gradlab.analysis.operator.Vector;
import gradlab.analysis.random.RandomStream;
import gradlab.dynamics.blueprint.Buffers;
import gradlab.dynamics.blueprint.Mode;
import gradlab.dynamics.data.DataSet;
import gradlab.dynamics.training.RunRecord.NonFinite;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.CancellationException;

/** The state of one run. */
final class Execution {
    private final Experiment experiment;
    private final long seed;
    private final TrainingRun.Progress progress;
    private final Keeper keeper;
    private final BatchKernels kernels;
    private final RecyclingKernels recycling;
    private final Lessons lessons;
    private final Recorder recorder;
    private final Buffers buffers = new Buffers();
    private final Scale scale;
    private final RandomStream masks;
    private double[][] states;
    private double[] parameters;
    private int updates;
    private Optional<NonFinite> nonFinite = Optional.empty();

    Execution(Experiment experiment, long seed, TrainingRun.Progress progress, Keeper keeper, BatchKernels kernels) {
        this.experiment = experiment;
        this.seed = seed;
        this.progress = progress;
        this.keeper = keeper;
        this.kernels = kernels;
        this.recycling = RecyclingKernels.over(kernels);
        this.lessons = new Lessons(experiment, seed);
        this.recorder = new Recorder(keeper);
        this.scale = new Scale(experiment.precision());
        this.masks = RandomStream.of(seed, "masks");
        this.parameters = experiment.initialNetwork(seed).parameters();
        this.states = new double[experiment.updates().optimiser().kind().states()][parameters.length];
    }

    RunRecord run() {
        int step = keeper.begun().map(this::restored).orElse(0);
        while (step < experiment.steps() && nonFinite.isEmpty()) {
            stopIfAsked(step);
            SortedMap<String, double[]> before = buffers.all();
            if (advance(step)) {
                step++;
                saveIfWanted(step);
            } else {
                buffers.restore(before);
            }
        }
        recorder.keepLast();
        keeper.save(snapshot(step));
        keeper.finished(ParameterTensors.of(experiment.initialNetwork(seed), parameters, buffers.all()));
        runFree(step);
        TestResult test = TestResult.of(
                experiment, lessons.test(), parameters, mode(step, 1, kernels).inference());
        return RunRecord.digested(
                experiment.name(), seed, step, recorder.series(), nonFinite, test.accuracy(), test.loss(), parameters);
    }

    /** Records the closed loop of the final parameters as of the step after the last. */
    private void runFree(int step) {
        if (experiment.closedLoop().isPresent() && nonFinite.isEmpty()) {
            ClosedLoop loop = ClosedLoop.of(
                    experiment,
                    lessons.test(),
                    parameters,
                    mode(step, 1, kernels).inference());
            Map<String, Double> numbers =
                    loop.numbers(experiment.closedLoop().orElseThrow(), (done, most, halfWidth) -> stopIfAsked(step));
            recorder.next(step, true, numbers, Map::of);
            recorder.keepLast();
        }
    }

    private int restored(Snapshot snapshot) {
        parameters = snapshot.parameters().toArray();
        states = snapshot.states().toArray(new double[0][]);
        buffers.restore(snapshot.buffers());
        updates = snapshot.updates();
        scale.restore(snapshot.scale(), snapshot.patience());
        recorder.restore(snapshot);
        return snapshot.step();
    }

    private void saveIfWanted(int step) {
        if (step < experiment.steps() && keeper.wants(step)) {
            keeper.save(snapshot(step));
        }
    }

    private Snapshot snapshot(int step) {
        return new Snapshot(
                step,
                updates,
                Vector.of(parameters),
                List.of(states),
                buffers.all(),
                scale.value(),
                scale.patience(),
                recorder.waiting(),
                recorder.series());
    }

    private Mode mode(int step, int batch, BatchKernels with) {
        return new Mode(
                Optional.of(batch),
                masks.split(step),
                buffers,
                true,
                experiment.precision().format(),
                with);
    }

    /** Makes one update, or notes why it cannot be made. */
    private boolean advance(int step) {
        DataSet batch = lessons.batch(step);
        recycling.reclaim();
        Mode mode = mode(step, batch.size(), recycling);
        Network network = experiment.network(batch.shape(), parameters, mode);
        double used = scale.value();
        StepProbe probe = StepProbe.of(network, parameters, batch, experiment.loss(), used);
        boolean skipped = probe.overflowed() && scale.backsOff();
        if (!skipped) {
            probe.nonFinite().ifPresent(where -> stop(step, where));
        }
        Map<String, Double> extras = nonFinite.isEmpty() && !skipped ? extras(step, probe, mode) : Map.of();
        if (nonFinite.isPresent()) {
            return false;
        }
        Map<String, Double> more = new LinkedHashMap<>();
        if (experiment.precision().scales()) {
            more.put("loss_scale", used);
            more.put("skipped", skipped ? 1.0 : 0.0);
        }
        boolean due = Recording.due(experiment.recording().every(), step, experiment.steps() + 1);
        recorder.next(step, due, extras, () -> {
            Map<String, Double> numbers = skipped ? new LinkedHashMap<>(Map.of("loss", probe.loss())) : probe.numbers();
            numbers.putAll(more);
            return numbers;
        });
        return skipped || update(step, probe, more);
    }

    private boolean update(int step, StepProbe probe, Map<String, Double> more) {
        Updates rules = experiment.updates();
        double rate = rules.rate(step, experiment.steps());
        double[] gradient = probe.gradient();
        double[] clipped = rules.clip().of(gradient, probe.gradientNorm());
        double[] updated = rules.optimiser().update(parameters, clipped, states, updates + 1, rate);
        for (int i = 0; i < updated.length; i++) {
            if (!Double.isFinite(updated[i])) {
                stop(step, "update of " + owner(probe.network(), i));
                return false;
            }
        }
        if (experiment.recording().updates()) {
            new UpdateNumbers(probe, parameters, updated, clipped, rate).putInto(more, rules);
        }
        parameters = updated;
        updates++;
        scale.succeeded();
        progress.step(step, experiment.steps(), probe.loss());
        return true;
    }

    /** What is recorded at intervals of its own. */
    private Map<String, Double> extras(int step, StepProbe probe, Mode mode) {
        Recording recording = experiment.recording();
        int steps = experiment.steps();
        Map<String, Double> numbers = new LinkedHashMap<>();
        if (Recording.due(recording.activations(), step, steps)) {
            numbers.putAll(ActivationProbe.of(probe.network(), probe.pass()));
        }
        if (Recording.due(recording.recurrent(), step, steps)) {
            numbers.putAll(RecurrentWeightProbe.of(probe.network()));
        }
        boolean jacobian = Recording.due(recording.jacobian(), step, steps);
        boolean spectrum = Recording.due(recording.spectrum(), step, steps);
        boolean lyapunov = Recording.due(recording.lyapunov(), step, steps);
        boolean attention = Recording.due(recording.attention(), step, steps);
        if (jacobian || spectrum || lyapunov || attention) {
            DataSet point = lessons.train().select(0);
            Network network = experiment.network(point.shape(), parameters, mode.inference());
            if (jacobian) {
                JacobianProbe norms = JacobianProbe.of(network, point, experiment.loss());
                norms.nonFinite().ifPresent(where -> stop(step, where));
                numbers.putAll(nonFinite.isEmpty() ? norms.numbers() : Map.of());
            }
            if (spectrum && nonFinite.isEmpty()) {
                numbers.putAll(SpectrumProbe.of(network, point.inputs()));
            }
            if ((lyapunov || attention) && nonFinite.isEmpty()) {
                ForwardPass pass = network.at(point.inputs(), 1);
                numbers.putAll(lyapunov ? LyapunovProbe.of(pass) : Map.of());
                numbers.putAll(attention ? AttentionProbe.of(network, pass) : Map.of());
            }
        }
        if (Recording.due(recording.sharpness(), step, steps) && nonFinite.isEmpty()) {
            numbers.putAll(sharpness(step));
        }
        return numbers;
    }

    private Map<String, Double> sharpness(int step) {
        double rate = experiment.updates().rate(step, experiment.steps());
        boolean divided = experiment.updates().optimiser().isPreconditioned();
        if (divided && updates == 0) {
            return Map.of();
        }
        double[] divisors = divided ? experiment.updates().optimiser().preconditioner(states, updates) : new double[0];
        DataSet sample = lessons.train().first(SharpnessSample.POINTS);
        Mode mode = mode(0, sample.size(), kernels).unobserved().exactly();
        return new SharpnessSample(experiment, sample, mode).of(parameters, divisors, rate);
    }

    private void stop(int step, String where) {
        nonFinite = Optional.of(new NonFinite(step, where));
    }

    private static String owner(Network network, int parameter) {
        return network.locations().stream()
                .filter(l -> l.layer().parts().isEmpty())
                .filter(l -> l.parameterOffset() <= parameter && parameter < l.parameterOffset() + l.parameterCount())
                .map(Location::path)
                .findFirst()
                .orElse("parameter " + parameter);
    }

    private void stopIfAsked(int step) {
        if (Thread.currentThread().isInterrupted() || keeper.stops()) {
            keeper.save(snapshot(step));
            throw new CancellationException(
                    "run " + experiment.name() + " of seed " + seed + " was interrupted at step " + step);
        }
    }
}
