package nl.banenschakel.platform.mail;

import io.vertx.core.Future;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.banenschakel.platform.db.Db;
import nl.banenschakel.platform.job.Job;
import nl.banenschakel.platform.job.JobFailed;
import nl.banenschakel.platform.job.JobRun;

/**
 * Sends one message: written in one transaction, handed over with nothing open in the database, and
 * told in the last one. Who stops between the two sends it again, under the same id.
 */
final class MailJob implements Job {
  private final Db db;
  private final Mailing mailing;
  private final Map<String, Occasion> occasions;

  MailJob(Db db, Mailing mailing, List<Occasion> occasions) {
    this.db = db;
    this.mailing = mailing;
    this.occasions =
        occasions.stream().collect(Collectors.toMap(Occasion::name, Function.identity()));
  }

  @Override
  public String kind() {
    return Mails.KIND;
  }

  @Override
  public Future<Void> run(JobRun run) {
    var occasion = occasions.get(run.payload().get(Mails.ABOUT));
    if (occasion == null) {
      return Future.failedFuture(JobFailed.forNow("MAIL_UNKNOWN"));
    }
    var thing = UUID.fromString(String.valueOf(run.payload().get(Mails.THING)));
    return db.tx(run.tenant(), tx -> occasion.write(tx, thing))
        .compose(
            mail ->
                mail.isEmpty()
                    ? run.complete(tx -> Future.<Void>succeededFuture())
                    : handOver(run.id(), mail.get())
                        .compose(sent -> run.complete(tx -> occasion.sent(tx, thing))));
  }

  /** What the mail server says may hold the address: it goes no further. */
  private Future<Void> handOver(UUID id, Mail mail) {
    return mailing
        .send(id, mail)
        .recover(cause -> Future.failedFuture(JobFailed.forNow("MAIL_NOT_TAKEN")));
  }
}
