package nl.banenschakel.platform.audit;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What of people an operation's answer tells, and on which legal ground that rests (STANDARDS 5,
 * purpose binding): the word that every operation is declared with. Of what tells something of
 * people a line is written before it is answered.
 */
public enum Reads {
  /** Nothing of a person: figures, states, and what is the organisation's own. */
  NO_PERSONS,
  /** Contracts, hours and wages of an employer's own people. */
  PAYROLL(Basis.LOONHEFFINGEN),
  /** Who is known here, by contracts and by what the register told. */
  PERSONS(Basis.LOONHEFFINGEN, Basis.WFSV_38D_7),
  /** That somebody of one's own, or soon one's own, is in the doelgroepregister. */
  REGISTER(Basis.WFSV_38D_7),
  /** Hours and membership of people who were lent or hired. */
  LENDING(Basis.WFSV_38G_7),
  /** Who read what of whom. */
  AUDIT(Basis.AVG_5_2),
  /** Rows as they were delivered: each answer says what they are (see {@link People#as}). */
  DELIVERED;

  private final Optional<String> basis;

  /** Legal grounds of processing. */
  public enum Basis {
    /** Wage tax: the employer's own payroll (Wet LB 28, AWR 52). */
    LOONHEFFINGEN,
    /** UWV tells an employer who is in the register (Wfsv 38d, seventh paragraph). */
    WFSV_38D_7,
    /** Lender and hirer tell each other (Wfsv 38g, seventh paragraph). */
    WFSV_38G_7,
    /** The controller must be able to show what was done (AVG 5, second paragraph). */
    AVG_5_2
  }

  Reads(Basis... bases) {
    this.basis = Stream.of(bases).map(Basis::name).reduce((one, next) -> one + "," + next);
  }

  /** Whether an answer tells something of people. */
  public boolean persons() {
    return this != NO_PERSONS;
  }

  /** On which grounds, with commas between them; empty where nobody is told of. */
  Optional<String> basis() {
    return basis;
  }

  /** The processing activity; empty where nobody is told of. */
  Optional<String> activity() {
    return persons() ? Optional.of(name().toLowerCase(Locale.ROOT)) : Optional.empty();
  }
}
