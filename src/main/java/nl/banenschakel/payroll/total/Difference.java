package nl.banenschakel.payroll.total;

/** What may be wrong with a tijdvak, as findings of a reconciliation are called (DOMAIN 6). */
public enum Difference {
  /** No return, while contracts run. */
  PERIOD_MISSING,
  /** The returns come to something else than a control total of the sender. */
  RETURN_TOTAL_DIFFERS
}
