package nl.banenschakel.agreement;

/** One of the two in a relation. */
public enum Side {
  /** Who lends or supplies. */
  PROVIDER,
  /** Who hires or buys. */
  RECEIVER;

  /** The other one. */
  public Side other() {
    return this == PROVIDER ? RECEIVER : PROVIDER;
  }
}
