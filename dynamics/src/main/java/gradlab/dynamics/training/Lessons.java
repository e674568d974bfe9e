package gradlab.dynamics.training;

import gradlab.analysis.random.RandomStream;
import gradlab.dynamics.data.Batches;
import gradlab.dynamics.data.DataSet;
import gradlab.dynamics.data.DataSource;

/** The data of a run: the batch of each step, of sequences that grow where there is a curriculum. */
final class Lessons {
    private final Experiment experiment;
    private final long seed;
    private final DataSet.Split full;
    private Batches batches;
    private int stage;

    Lessons(Experiment experiment, long seed) {
        this.experiment = experiment;
        this.seed = seed;
        this.full = experiment.split(seed);
        this.batches = batches(full.train());
        this.stage = Curriculum.STAGES;
    }

    private Batches batches(DataSet train) {
        return new Batches(train, experiment.batch(), RandomStream.of(seed, "batches"));
    }

    DataSet train() {
        return full.train();
    }

    DataSet test() {
        return full.test();
    }

    DataSet batch(int step) {
        int wanted = experiment.curriculum().map(c -> c.stage(step)).orElse(Curriculum.STAGES);
        if (wanted != stage) {
            stage = wanted;
            batches = batches(train(wanted));
        }
        return batches.at(step);
    }

    private DataSet train(int wanted) {
        if (wanted == Curriculum.STAGES) {
            return full.train();
        }
        int length = experiment
                .curriculum()
                .orElseThrow()
                .length(wanted, experiment.data().shape().length(0));
        DataSource shorter = experiment.data().withLength(length).orElseThrow();
        return shorter.split(seed).train();
    }
}
