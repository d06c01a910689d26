package nl.banenschakel.platform.failure;

/**
 * Marks an exception whose message never holds a value that was sent or stored. The message of any
 * other one is left out of the log: it may repeat a BSN.
 */
public interface ValueFree {}
