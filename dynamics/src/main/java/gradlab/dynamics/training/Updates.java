package gradlab.dynamics.training;

import gradlab.dynamics.optimiser.Clip;
import gradlab.dynamics.optimiser.Optimiser;
import gradlab.dynamics.optimiser.Schedule;

/**
 * How parameters are changed.
 *
 * @param optimiser the rule
 * @param schedule the course of its rate
 * @param clip what is done to gradients first
 */
public record Updates(Optimiser optimiser, Schedule schedule, Clip clip) {
    /** The rate of a step, from 0, of so many. */
    public double rate(int step, int steps) {
        return optimiser.rate() * schedule.factor(step, steps);
    }
}
