package nl.banenschakel.register.freshness;

import io.vertx.core.Future;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.banenschakel.kernel.Netherlands;
import nl.banenschakel.norm.NormName;
import nl.banenschakel.norm.Norms;
import nl.banenschakel.platform.db.Tx;
import nl.banenschakel.platform.job.Job;
import nl.banenschakel.platform.job.JobDraft;
import nl.banenschakel.platform.job.Jobs;
import nl.banenschakel.platform.outbox.Outbox;

/**
 * Has an event written when a list is the newest of its number for longer than a threshold. Each
 * list puts a job in the queue for each threshold, due the day after; by then a newer list may be
 * there, and nothing is told.
 */
public final class Freshness {
  static final String KIND = "register-list-ageing";
  static final String LIST = "list";
  static final String LEVEL = "level";

  private static final String TYPE = "nl.banenafspraak.register-list-aged.v1";

  private final Norms norms;
  private final Jobs jobs;
  private final Outbox outbox;
  private final AgeingRepository ageings = new AgeingRepository();

  /** By the norms. */
  public Freshness(Norms norms, Jobs jobs, Outbox outbox) {
    this.norms = norms;
    this.jobs = jobs;
    this.outbox = outbox;
  }

  /** How old a list is, in colours. */
  enum Level {
    AMBER(NormName.REGISTER_AMBER_AFTER_DAYS),
    RED(NormName.REGISTER_RED_AFTER_DAYS);

    private final NormName days;

    Level(NormName days) {
      this.days = days;
    }
  }

  /** Looks at this list again when it passes a threshold. */
  public Future<Void> watch(Tx tx, UUID list, LocalDate peildatum) {
    return watch(tx, list, peildatum, Level.AMBER)
        .compose(amber -> watch(tx, list, peildatum, Level.RED));
  }

  /** Does the looking. */
  public Job job() {
    return new FreshnessJob(this);
  }

  Future<Void> tell(Tx tx, UUID list, Level level) {
    return ageings
        .tell(tx, list, level)
        .compose(
            aged ->
                aged.isPresent()
                    ? outbox.add(
                        tx,
                        TYPE,
                        "/v1/register-snapshots/" + list,
                        Map.of(
                            "peildatum", aged.get().toString(),
                            "level", level.name(),
                            "olderThanDays", String.valueOf(days(level, aged.get()))))
                    : Future.succeededFuture());
  }

  private Future<Void> watch(Tx tx, UUID list, LocalDate peildatum, Level level) {
    var due =
        peildatum.plusDays(days(level, peildatum) + 1L).atStartOfDay(Netherlands.ZONE).toInstant();
    var draft =
        new JobDraft(
            KIND,
            Map.of(LIST, list.toString(), LEVEL, level.name()),
            Optional.of(due),
            Optional.of(list + "/" + level));
    return jobs.enqueue(tx, draft).mapEmpty();
  }

  private int days(Level level, LocalDate peildatum) {
    return norms.at(level.days, peildatum).integer();
  }
}
