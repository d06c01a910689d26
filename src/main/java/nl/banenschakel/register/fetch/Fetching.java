package nl.banenschakel.register.fetch;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nl.banenschakel.norm.Norms;
import nl.banenschakel.party.OrganisationService;
import nl.banenschakel.platform.db.Db;
import nl.banenschakel.platform.http.Endpoints;
import nl.banenschakel.platform.job.Job;
import nl.banenschakel.platform.job.Jobs;
import nl.banenschakel.platform.outbox.Outbox;
import nl.banenschakel.register.RegisterService;
import nl.banenschakel.register.connector.RegisterBridge;

/** The area as a whole, for the wiring. */
public final class Fetching {
  private final ScheduleService schedules;
  private final MandateService mandates;
  private final Optional<Job> fetching;

  private Fetching(ScheduleService schedules, MandateService mandates, Optional<Job> fetching) {
    this.schedules = schedules;
    this.mandates = mandates;
    this.fetching = fetching;
  }

  /**
   * With a register to ask, or without: then mandates are kept, and nothing is fetched.
   *
   * @param clock by which fetches are planned and mandates end
   */
  public static Fetching of(
      Db db,
      Jobs jobs,
      Outbox outbox,
      Norms norms,
      OrganisationService organisations,
      RegisterService register,
      Optional<RegisterBridge> bridge,
      Clock clock) {
    var schedules = new ScheduleService(db, jobs, outbox, clock, bridge.isPresent());
    var mandates = new MandateService(db, jobs, outbox, norms, organisations, schedules, clock);
    return new Fetching(
        schedules,
        mandates,
        bridge.map(asked -> new FetchJob(db, asked, register, schedules, mandates)));
  }

  /** Adds the area's operations. */
  public void mount(Endpoints http) {
    new MandateRoutes(mandates).mount(http);
    new ScheduleRoutes(schedules).mount(http);
  }

  /** Who does what the area puts in the queue. */
  public List<Job> jobs() {
    return Stream.concat(Stream.of(new MandateJob(mandates)), fetching.stream()).toList();
  }

  /** What may be asked. */
  public MandateService mandates() {
    return mandates;
  }
}
