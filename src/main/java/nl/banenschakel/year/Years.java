package nl.banenschakel.year;

import java.time.Clock;
import nl.banenschakel.norm.Norms;
import nl.banenschakel.platform.db.Db;
import nl.banenschakel.platform.http.Endpoints;
import nl.banenschakel.platform.outbox.Outbox;

/** The slice as a whole, for the wiring. */
public final class Years {
  private final YearService service;

  private Years(YearService service) {
    this.service = service;
  }

  /**
   * Over a database.
   *
   * @param clock tells which day it is: what is due, and which years may be opened
   */
  public static Years of(Db db, Norms norms, Outbox outbox, Clock clock) {
    return new Years(new YearService(db, new YearRules(norms), outbox, clock));
  }

  /** Adds the slice's operations. */
  public void mount(Endpoints http) {
    new YearRoutes(service).mount(http);
  }
}
