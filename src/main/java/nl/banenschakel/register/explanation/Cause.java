package nl.banenschakel.register.explanation;

/** Why somebody may lack on a list, in the order in which they are looked at (DOMAIN 3.6). */
enum Cause {
  /** The register was never asked for this loonheffingennummer. */
  NUMBER_NOT_ASKED(Party.EMPLOYER),
  /** The person belongs to another number of the organisation. */
  OTHER_NUMBER(Party.PAYROLL_DEPARTMENT),
  /** The register is refreshed with delay, and new groups appeared only from a day on. */
  REFRESH_DELAY(Party.EMPLOYER),
  /** People whom a municipality enters are there only when it did. */
  MUNICIPAL_GROUP(Party.WERKGEVERSSERVICEPUNT),
  /** Hired people are on the list of who employs them. */
  HIRED_IN(Party.LENDER),
  /** The registration ended, most often since the person asked for it. */
  SIGNED_OUT(Party.UWV);

  private final Party party;

  Cause(Party party) {
    this.party = party;
  }

  /** Who can do something about it. */
  Party party() {
    return party;
  }

  /** Whom to call. */
  enum Party {
    /** Nobody: there is nothing to do. */
    NOBODY,
    /** Oneself, in the Werkgeversportaal. */
    EMPLOYER,
    /** Who keeps the payroll. */
    PAYROLL_DEPARTMENT,
    /** Who keeps the register. */
    UWV,
    /** Of the municipality where the person lives. */
    WERKGEVERSSERVICEPUNT,
    /** The formal employer. */
    LENDER
  }

  /** Whether it is this. */
  enum Verdict {
    /** This is it. */
    THIS_IS_IT,
    /** It is not this. */
    NOT_IT,
    /** What is here does not tell. */
    CANNOT_BE_TOLD
  }
}
