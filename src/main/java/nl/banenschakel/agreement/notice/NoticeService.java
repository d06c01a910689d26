package nl.banenschakel.agreement.notice;

import static java.time.temporal.ChronoUnit.DAYS;

import io.vertx.core.Future;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import nl.banenschakel.agreement.Agreement;
import nl.banenschakel.agreement.AgreementService;
import nl.banenschakel.agreement.worked.WorkedService;
import nl.banenschakel.kernel.Netherlands;
import nl.banenschakel.norm.NormName;
import nl.banenschakel.norm.Norms;
import nl.banenschakel.platform.db.Tx;
import nl.banenschakel.platform.job.Jobs;
import nl.banenschakel.platform.outbox.Outbox;
import nl.banenschakel.relation.RelationService;

/** Tells of the end of an agreement: of the nearest of the days before it that there are. */
final class NoticeService {
  private static final String ENDING = "nl.banenafspraak.agreement-ending.v1";

  private final Jobs jobs;
  private final Outbox outbox;
  private final Norms norms;
  private final RelationService relations;
  private final AgreementService agreements;
  private final Clock clock;
  private final WorkedService worked = new WorkedService();
  private final NoticeRepository notices = new NoticeRepository();

  NoticeService(
      Jobs jobs,
      Outbox outbox,
      Norms norms,
      RelationService relations,
      AgreementService agreements,
      Clock clock) {
    this.jobs = jobs;
    this.outbox = outbox;
    this.norms = norms;
    this.relations = relations;
    this.agreements = agreements;
    this.clock = clock;
  }

  /**
   * Tells of the end where it is near, and looks again tomorrow: the other one may have changed it.
   * Once it has ended, or was declined, nobody looks until somebody proposes again.
   */
  Future<Void> look(Tx tx, UUID id) {
    var today = Netherlands.today(clock);
    return agreements
        .existing(tx, id)
        .compose(
            agreement ->
                lastDay(tx, agreement)
                    .compose(
                        lastDay ->
                            lastDay
                                .map(last -> tellIfNear(tx, agreement, last, today))
                                .orElse(Future.succeededFuture())
                                .compose(
                                    told ->
                                        isOver(agreement, lastDay, today)
                                            ? Future.succeededFuture()
                                            : lookTomorrow(tx, id, today))));
  }

  /** That of what was accepted, or of the relation. */
  private Future<Optional<LocalDate>> lastDay(Tx tx, Agreement agreement) {
    var holdings = agreement.holdings();
    if (holdings.isEmpty()) {
      return Future.succeededFuture(Optional.empty());
    }
    var agreed = holdings.get(holdings.size() - 1).until();
    return relations
        .existing(tx, agreement.relation())
        .map(
            relation ->
                Stream.of(agreed, relation.lastDay())
                    .flatMap(Optional::stream)
                    .min(Comparator.naturalOrder()));
  }

  private Future<Void> tellIfNear(Tx tx, Agreement agreement, LocalDate lastDay, LocalDate today) {
    long left = DAYS.between(today, lastDay);
    var notice =
        norms.at(NormName.AGREEMENT_NOTICE_DAYS, today).integers().stream()
            .filter(days -> left >= 0 && left <= days)
            .min(Comparator.naturalOrder());
    return notice.isEmpty()
        ? Future.succeededFuture()
        : notices
            .add(tx, agreement.id(), lastDay, notice.get())
            .compose(
                added ->
                    added
                        ? worked
                            .perWeek(tx, agreement.relation(), today)
                            .compose(hours -> tell(tx, agreement, lastDay, left, hours))
                        : Future.succeededFuture());
  }

  private Future<Void> tell(
      Tx tx, Agreement agreement, LocalDate lastDay, long left, Optional<BigDecimal> perWeek) {
    var data = new HashMap<String, String>();
    data.put("lastDay", lastDay.toString());
    data.put("daysLeft", Long.toString(left));
    perWeek.ifPresent(hours -> data.put("workedHoursPerWeek", hours.toPlainString()));
    return outbox.add(tx, ENDING, "/v1/agreements/" + agreement.id(), data);
  }

  private static boolean isOver(Agreement agreement, Optional<LocalDate> lastDay, LocalDate today) {
    return !agreement.state().waits()
        && (agreement.holdings().isEmpty() || lastDay.filter(today::isAfter).isPresent());
  }

  /** The queue goes by the time of the machine, days by that of the gateway. */
  private Future<Void> lookTomorrow(Tx tx, UUID id, LocalDate today) {
    var tomorrow = today.plusDays(1).atStartOfDay(Netherlands.ZONE).toInstant();
    var wait = Duration.between(clock.instant(), tomorrow);
    return jobs.enqueue(tx, Notices.look(id).at(Instant.now().plus(wait))).mapEmpty();
  }
}
