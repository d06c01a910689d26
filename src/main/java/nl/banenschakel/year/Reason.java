package nl.banenschakel.year;

/** Why something is left behind, or lacks in the new year: a closed list. */
enum Reason {
  /** The contract begins, or begins again, after 1 January. */
  STARTS_LATER(Subject.CONTRACT),
  /** It ended or went, and another contract of the person with the same employer is carried. */
  REPLACED(Subject.CONTRACT),
  /** The contract ended before 1 January. */
  ENDED(Subject.CONTRACT),
  /** The source no longer has the contract, and never gave it an end. */
  NO_LONGER_DELIVERED(Subject.CONTRACT),
  /** Signed out of the register: counts to 31 December and not in the new year (DOMAIN 3.4). */
  SIGNED_OUT(Subject.PERSON),
  /** No wage return of the number is here: its tijdvakken are not even known. */
  NO_WAGE_RETURN(Subject.NUMBER),
  /** A tijdvak of the old year has no wage return, and it is due. */
  PERIOD_MISSING(Subject.NUMBER),
  /** The same, and it is not due yet: expected, and no mistake. */
  RETURN_NOT_YET_DUE(Subject.NUMBER),
  /** No contract of the number is open on 1 January. */
  NO_OPEN_CONTRACT(Subject.NUMBER),
  /** No register list of the number is here. */
  REGISTER_NOT_ASKED(Subject.NUMBER),
  /** The newest list of the number is old. */
  SNAPSHOT_STALE(Subject.NUMBER),
  /** The list of the number is not fetched by itself. */
  SCHEDULE_MISSING(Subject.NUMBER),
  /** No mandate lets the list be fetched on 1 January. */
  MANDATE_MISSING(Subject.NUMBER),
  /** A norm has no value on some day of the new year. */
  PARAMETER_MISSING(Subject.NORM);

  private final Subject subject;

  /** What it is about. */
  enum Subject {
    CONTRACT,
    PERSON,
    NUMBER,
    NORM
  }

  Reason(Subject subject) {
    this.subject = subject;
  }

  Subject subject() {
    return subject;
  }
}
