package nl.banenschakel.statement.hourtype;

import nl.banenschakel.platform.db.Db;
import nl.banenschakel.platform.http.Endpoints;
import nl.banenschakel.platform.job.Job;
import nl.banenschakel.platform.job.Jobs;

/** Hour types as a whole, for the wiring. */
public final class Judging {
  private final HourTypeService service;

  private Judging(HourTypeService service) {
    this.service = service;
  }

  /** By a table, over a database. */
  public static Judging of(Db db, Jobs jobs, HourTypes types) {
    return new Judging(new HourTypeService(db, jobs, types));
  }

  /** Judges the lines of new statements. */
  public HourTypeService service() {
    return service;
  }

  /** Judges those that waited. */
  public Job job() {
    return new JudgingJob(service);
  }

  /** Adds the operation. */
  public void mount(Endpoints http) {
    new HourTypeRoutes(service).mount(http);
  }
}
