package nl.banenschakel.architecture.sins.party;

import nl.banenschakel.architecture.sins.payroll.area.Hidden;

/** Another slice's areas are its own affair. */
record Peeking(Hidden hidden) {}
