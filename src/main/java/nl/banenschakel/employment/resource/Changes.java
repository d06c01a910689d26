package nl.banenschakel.employment.resource;

import java.util.List;

/**
 * Some of the contracts that changed after a position, each once, in the order of their last
 * change.
 *
 * @param contracts as they are known now, closed ones too
 * @param read how far these go
 * @param more whether there are others now
 */
record Changes(List<Contract> contracts, ChangePosition read, boolean more) {}
