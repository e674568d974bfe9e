package gradlab.dynamics.system;

/**
 * A system and what there is to say of it.
 *
 * @param system the system
 * @param card its description
 */
public record KnownSystem(DynamicalSystem system, SystemCard card) {}
