package nl.banenschakel.architecture.sins.party;

import java.io.File;

/** Reads the disk while the event loop waits. */
record Filing(File file) {}
